"""The review of many teams' goals: one model, made of what a run gives, and what it is written as."""
