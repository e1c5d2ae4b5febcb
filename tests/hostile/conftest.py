from tests.cli.conftest import folder, smartlint

__all__ = ["folder", "smartlint"]
