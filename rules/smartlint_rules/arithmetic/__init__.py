"""ARI: the numbers of a goal add up."""
