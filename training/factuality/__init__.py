"""The recipe of the weights of `tertius.reading.factuality`."""
