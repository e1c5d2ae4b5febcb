"""PLN: how the goal is to be reached."""
