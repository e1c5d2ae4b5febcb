"""Readers: each makes of a file's text the document that ``parse`` makes of a goal file, with the places of that file.

``read_document`` hands a ``Request`` to the reader of the format: ``markdown``, ``structured`` (YAML, JSON, TOML), ``sheets``
(CSV, workbooks) or ``word``. Text, sheets and Word go the same way: markup becomes blanks (``masking``), the rest blocks in an
outline (``blocks``; of a sheet, ``regions``). ``interpreting`` walks from heading to heading with the ``scope`` that holds
below each (``openings``, ``headlines``, ``titles``, ``planned``), and gives what stands there to ``lines`` (labels, lead-ins;
``paragraphs`` for running text), ``items`` (``saying`` judges them, ``filling`` adds fields) and ``tables`` (``columns``,
``rows``; ``carrying`` for cells that say nothing of their own). ``peeling`` takes off a sentence
what is none of it (``signs``, ``whose``), ``naming`` and ``moments`` know labels and times, ``clauses`` and ``closing`` what
names other parts, ``due`` which time in a sentence counts, ``words`` what all words mean (``word_lists``). In data,
``structure`` walks over maps and lists by their ``keys``. ``drawing`` notes drafts, ``finishing`` resolves them.
"""

from __future__ import annotations

from datetime import date, datetime

from smartlint.extracting import TABLES, WORD, WORKBOOKS, is_packed, is_table
from smartlint.goal import Document
from smartlint.parser import parse
from smartlint.readers.mapping import NOTHING, DocumentMapping

__all__ = ["ENDINGS", "can_hold", "has_lines", "in_data", "is_data", "is_document", "read_document"]

_MARKDOWN = (".md", ".markdown")
_DATA = (".yaml", ".yml", ".json", ".toml")
#: What may part the cells or rows of a table, or be taken for what holds a cell together.
_PARTS = frozenset('\t\r\n;,|"')
#: What the names of documents end in.
ENDINGS = (*_MARKDOWN, *_DATA, *TABLES, *WORKBOOKS, *WORD)


def is_document(path: str) -> bool:
    """Whether a file is a document that has goals among other things, by its ending."""
    return path.lower().endswith(ENDINGS)


def is_data(path: str) -> bool:
    """Whether a file is one of maps and lists, by its ending: YAML, JSON or TOML."""
    return path.lower().endswith(_DATA)


def in_data(path: str, text: str, offset: int) -> bool:
    """Whether a place in a file is one of maps and lists: in a file of data, or in a block of data in a Markdown document."""
    if is_data(path) or not path.lower().endswith(_MARKDOWN):
        return is_data(path)
    from smartlint.readers.masking import data_blocks

    return any(span.start <= offset <= span.end for span in data_blocks(text))


def has_lines(path: str) -> bool:
    """Whether what is added to a file is a line of its own; in a table, a workbook and a Word document it is not."""
    return not (is_table(path) or is_packed(path))


def can_hold(path: str, text: str) -> bool:
    """Whether a text can stand instead of another one in a file: in the cell of a table nothing that would part it."""
    return not path.lower().endswith(TABLES) or _PARTS.isdisjoint(text)


def read_document(
    text: str,
    path: str = "",
    *,
    language: str = "",
    today: date | None = None,
    fiscal_year_starts: int = 1,
    mapping: DocumentMapping = NOTHING,
) -> Document:
    """The document that a text is, by the ending of its file; what has no ending of its own is a goal file.

    ``mapping`` is what the configuration says of the names in documents.
    """
    ending = path.lower()
    if not ending.endswith(ENDINGS):
        return parse(text, path, language=language, today=today, fiscal_year_starts=fiscal_year_starts)
    from smartlint.readers.request import Request

    today = today or datetime.now().astimezone().date()
    request = Request(text, path, today, language, fiscal_year_starts, mapping)
    if ending.endswith(_MARKDOWN):
        from smartlint.readers.markdown import read_markdown

        return read_markdown(request)
    if ending.endswith(_DATA):
        from smartlint.readers.structured import read_structured

        return read_structured(request)
    if is_table(path):
        from smartlint.readers.sheets import read_table

        return read_table(request)
    from smartlint.readers.word import read_word

    return read_word(request)
