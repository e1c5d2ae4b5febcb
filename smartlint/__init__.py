"""A linter and policy engine for goals written as plain text."""

__version__ = "0.1.0"
