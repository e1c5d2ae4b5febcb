"""OWN: who answers for a goal."""
