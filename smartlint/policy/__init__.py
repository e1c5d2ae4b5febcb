"""Expressions of the Common Expression Language over the goal model, and the rules that organisations write in them."""
