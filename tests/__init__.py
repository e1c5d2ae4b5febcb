"""The tests of smartlint."""
