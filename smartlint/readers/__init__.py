"""Readers: each makes of a file's text the document that ``parse`` makes of a goal file, with the places of that file."""

from __future__ import annotations

from datetime import date

from smartlint.goal import Document
from smartlint.parser import parse

__all__ = ["is_document", "read_document"]

_MARKDOWN = (".md", ".markdown")


def is_document(path: str) -> bool:
    """Whether a file is a document that has goals among other things, by its ending."""
    return path.lower().endswith(_MARKDOWN)


def read_document(
    text: str, path: str = "", *, language: str = "", today: date | None = None, fiscal_year_starts: int = 1
) -> Document:
    """The document that a text is, by the ending of its file; what has no ending of its own is a goal file."""
    if is_document(path):
        from smartlint.readers.markdown import read_markdown

        return read_markdown(text, path, language=language, today=today, fiscal_year_starts=fiscal_year_starts)
    return parse(text, path, language=language, today=today, fiscal_year_starts=fiscal_year_starts)
