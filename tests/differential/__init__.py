"""Expressions judged by smartlint and by another implementation of the Common Expression Language."""
