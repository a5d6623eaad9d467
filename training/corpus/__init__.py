"""News reports of our own, coded by hand, to develop the reading on."""
