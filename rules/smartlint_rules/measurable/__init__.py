"""MEA: how much, counted how, from where to where."""
