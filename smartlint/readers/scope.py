"""What holds at a place in a document: whose goals stand there, and what an item without a label is."""

from __future__ import annotations

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft
from smartlint.record import dataclass
from smartlint.source import Span

NOWHERE = Span(0, 0)
#: What a goal has together with its results, of which there are several.
_SHARED, _SEVERAL = frozenset(("owner", "deadline", "period", "start")), 2


@dataclass(frozen=True)
class Scope:
    """What holds below a heading, lead-in or item.

    ``group`` is where goals go, unless they stand under ``goal``; ``holder`` is the goal that takes fields. ``kind`` is
    that of items without a label, None where only labels make goals, and ``because`` is what says so. ``okr``: objectives
    and key results. ``field`` names the field of ``holder`` that items are. ``closed``: no goal stands here at all, as
    ``shown`` says since what stands here shows how goals are written.
    ``personal``: the goals are those of single people. ``below``: what stands below the items here are their results, None
    where nobody has looked, and ``topics`` that what stands above others names a topic only.
    ``timed``: nothing but a time over them makes goals of what stands here; headings are names.
    ``areas``: a heading above calls what stands here areas of work. ``stated``: the configuration says what goals these are.
    """

    group: GoalDraft
    goal: GoalDraft | None = None
    holder: GoalDraft | None = None
    kind: GoalWord | None = None
    because: Span = NOWHERE
    okr: bool = False
    field: str = ""
    word: Span = NOWHERE
    single: bool = False
    closed: bool = False
    shown: bool = False
    personal: bool = False
    below: bool | None = None
    topics: bool = True
    timed: bool = False
    areas: bool = False
    stated: bool = False

    @property
    def above(self) -> GoalDraft:
        """What a goal here stands under."""
        return self.goal or self.group

    def holder_of(self, field: str) -> GoalDraft | None:
        """What a field is of: below the last of several results it is that of their goal, if none of them has one."""
        goal, last = self.goal, self.holder
        if field not in _SHARED or goal is None or goal.children[-1:] != [last] or len(goal.children) < _SEVERAL:
            return last
        return last if any(field in one.fields for one in (goal, *goal.children)) else goal
