"""CON: what goals say in one place agrees with what they say in another."""
