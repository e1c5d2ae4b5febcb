"""How well prose is understood, measured on labelled sentences: ``python -m tests.accuracy [--corpus DIR]``."""
