"""How fast smartlint is, beside others: ``python -m tests.bench``."""
