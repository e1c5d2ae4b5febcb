"""What is known of the columns of a table, once their names and what stands in them have been read."""

from __future__ import annotations

from smartlint.language.vocabulary import GoalWord
from smartlint.record import dataclass, field

AMOUNTS = frozenset(("baseline", "target"))
#: What each goal has of its own, though it stands beside others in its row.
_EACH = AMOUNTS | {"id"}


@dataclass
class Columns:
    """What stands in which column.

    ``goals`` are the columns of goals by kind, from left to right, ``ranks`` says how deep each is, and ``fields`` are those of
    their fields. ``unit`` is the column of the unit of their numbers, ``kind`` that of what each row is, ``time`` one whose
    name may say until when. ``timed`` says that each column of goals is called after their time, ``sure`` that rows are goals.
    """

    goals: list[tuple[int, GoalWord]] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    fields: dict[int, str] = field(default_factory=dict)
    unit: int | None = None
    kind: int | None = None
    time: int | None = None
    timed: bool = False
    sure: bool = False

    def tells_of(self, column: int, level: int) -> bool:
        """Whether a field is that of a goal beside which others stand: ``KR 1 | KR 2 | Owner`` is of both."""
        beside = [one for (one, _), rank in zip(self.goals, self.ranks, strict=True) if rank == self.ranks[level]]
        name = self.fields[column]
        once = [*self.fields.values()].count(name) == 1 and not beside[0] < column < beside[-1]
        if len(beside) == 1 or (once and name not in _EACH):
            return True
        nearest = max((one for one in beside if one < column), default=beside[0])
        return nearest == self.goals[level][0]
