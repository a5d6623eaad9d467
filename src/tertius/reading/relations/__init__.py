"""The trained vote on relations: which parties of a window stand together or apart, and how."""
