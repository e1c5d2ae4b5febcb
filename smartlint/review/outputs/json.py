"""The whole review for programs, as ``review.schema.json`` describes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.review.written import as_json

if TYPE_CHECKING:
    from smartlint.review.model import Review


def must_be_there() -> None:
    """It needs nothing."""


def write(review: Review, table: str) -> Iterator[bytes]:
    for piece in as_json(review):
        yield piece.encode()
