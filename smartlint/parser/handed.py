"""What parts of a goal file hand to one another: what headings hand down, and what goals support."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from smartlint.goal import Field, Origin
from smartlint.language.times import Anchor
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.values import Reader
from smartlint.reading import TimeRef
from smartlint.record import dataclass
from smartlint.source import Source


@dataclass
class Given:
    """What a heading or goal hands down: fields by name, each with where it stands.

    ``attempted`` are fields that were meant to be handed down and cannot be read; ``language`` is that of the goal above.
    """

    fields: dict[str, tuple[Field, Origin]]
    deadline: tuple[TimeRef, Origin] | None = None
    attempted: frozenset[str] = frozenset()
    language: str = ""

    @property
    def values(self) -> dict[str, Any]:
        return {name: field.value for name, (field, _) in self.fields.items()}


@dataclass(frozen=True, eq=False)
class Above:
    """What a block of a file must know of the blocks above it, and of what the goals of the whole file ``supported``.

    ``first`` is what the heading of the file hands down, ``handed`` what the heading does that the block stands under; a
    block that begins a section has none. So many ``goals`` stand above, ``roots`` of them under no other.
    """

    first: Given | None = None
    handed: Given | None = None
    supported: frozenset[str] = frozenset()
    goals: int = 0
    roots: int = 0


def supported(source: Source, roots: Sequence[GoalDraft], language: str) -> Iterator[str]:
    """What some goals, and those below them, support, as written, in lower case."""
    reader = Reader(source, language, Anchor(date.min))
    drafts = list(roots)
    while drafts:
        draft = drafts.pop()
        drafts += draft.children
        if "supports" in draft.fields:
            yield from (link.text.lower() for link in reader.links(reader.text(draft.fields["supports"])))
