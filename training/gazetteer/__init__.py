"""Builds the tables of the gazetteer that are not written by hand; see README.md."""
