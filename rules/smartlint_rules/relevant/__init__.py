"""REL: what a goal is for, and whether its links lead there."""
