"""The review as a page for a browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.review.page import page

if TYPE_CHECKING:
    from smartlint.review.model import Review


def must_be_there() -> None:
    """It needs nothing."""


def write(review: Review, table: str) -> Iterator[bytes]:
    for piece in page(review):
        yield piece.encode()
