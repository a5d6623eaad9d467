"""The vote on relations: examples from the coded reports, the network, its training."""
