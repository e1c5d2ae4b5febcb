"""What a review can be written as: a module for each ending, found by its name and imported when it is asked for.

A module has ``write(review, table)``, which gives the bytes of the file; ``table`` names the table that is wanted where a
file holds only one. It raises ``Missing`` where it needs a package that is not installed.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from smartlint.review.model import Review

ENDINGS = tuple(sorted(module.name for module in iter_modules(__path__)))


class Missing(Exception):
    """An output needs a package that comes with an extra."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package)
        self.package = package
        self.extra = extra


class Output(Protocol):
    """A module that writes reviews."""

    @staticmethod
    def write(review: Review, table: str, /) -> Iterable[bytes]:
        """The file, piece by piece."""

    @staticmethod
    def must_be_there() -> None:
        """Raises ``Missing``."""


def output(ending: str) -> Output:
    """What writes files with an ending (``json``, without a dot)."""
    return cast("Output", import_module(f"{__name__}.{ending}"))
