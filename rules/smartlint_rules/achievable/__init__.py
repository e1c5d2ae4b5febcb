"""ACH: a goal that can be reached, and that is worth reaching for."""
