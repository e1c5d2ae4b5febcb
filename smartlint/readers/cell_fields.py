"""Cells as fields: what a cell says of the goal of its row."""

from __future__ import annotations

import re

from smartlint.language.pack import CODES
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.names import reads_as_time
from smartlint.readers.drawing import Drafts
from smartlint.readers.peeling import Peeler
from smartlint.reading import Text
from smartlint.source import Span

_PRIORITY = re.compile(r"[pP]?[0-3]$")
#: Fields that no cell can hold as the goal language writes them.
_LONG = frozenset("confidence progress milestones evidence language currency fiscal_year".split())


def take_cell(text: str, peeler: Peeler, drafts: Drafts, draft: GoalDraft, name: str, cell: Span) -> None:
    """A cell as a field; what is no status, priority or rhythm in any language is passed by, as columns hold remarks too."""
    written = text[cell.start : cell.end]
    if name == "status":
        status = peeler.status(written)
        if status:
            drafts.field(draft, name, cell, status)
    elif name == "priority":
        if _PRIORITY.match(written) or written.lower() in vocabulary().priorities:
            drafts.field(draft, name, cell)
    elif name == "review":
        if reads_as_time(Text(written, cell), CODES[0]):
            drafts.field(draft, name, cell)
    elif name not in _LONG:
        drafts.field(draft, name, cell)
