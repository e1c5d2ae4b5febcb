"""Configuration: found nearest to each file, checked with the place of every mistake, and told where each value is from."""
