"""Recipes that make the data files the tool ships; users never run them."""
