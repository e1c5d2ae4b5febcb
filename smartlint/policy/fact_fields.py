"""What is known of goals in all files of a run, as expressions see it: by owner, by team, and all together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from smartlint.facts import SCOPE, GoalFact
from smartlint.policy.fields import Field, Within, define, of_part, own, part, parts, record
from smartlint.policy.goal_fields import PERSON, QUANTITY, TEXTS, TIME
from smartlint.policy.types import BOOL, INT, STRING, Type, list_of, or_null
from smartlint.policy.values import Record
from smartlint.project import Project
from smartlint.reading import TimeRef
from smartlint.source import Span

OWNER, TEAM, PROJECT = Type("Owner"), Type("Team"), Type("Project")
_FACT = Type("GoalFact")
_NOWHERE = Span(0, 0)


def _time(role: str, start: str, end: str) -> Record | None:
    """A time that the facts hold as ISO dates."""
    if not start and not end:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    return record(TIME, TimeRef(_NOWHERE, f"{start}/{end}" if start and end else start or end, role, first, last))


def _facts(project: Project, facts: Any) -> list[Record]:
    return [fact_record(project, fact) for fact in facts]


def _fact_parent(of: Within) -> Record | None:
    parent = of.whole.parent(of.part)
    return None if parent is None else fact_record(of.whole, parent)


def _scope_field(at: int) -> Callable[[GoalFact], str]:
    return lambda fact: fact.scope[at]


define(
    _FACT,
    {
        **of_part(
            {
                **own(STRING, "file", "id", "name", "kind", "level"),
                **own(BOOL, "level_stated", "sub", "open"),
                **own(STRING, "team", "status", "statement", "metric"),
                "path": (TEXTS, lambda fact: list(fact.path)),
                "owner": parts(PERSON, "owners"),
                **own(BOOL, "owner_inherited"),
                "period": (or_null(TIME), lambda fact: _time("period", *fact.period)),
                "deadline": (or_null(TIME), lambda fact: _time("deadline", "", fact.deadline)),
                "start": (or_null(TIME), lambda fact: _time("deadline", "", fact.start)),
                "supports": (TEXTS, lambda fact: [link.text for link in fact.supports]),
                "baseline": part(QUANTITY, "baseline"),
                "target": part(QUANTITY, "target"),
                **own(INT, "direction"),
                **{name: (STRING, _scope_field(at)) for at, name in enumerate(SCOPE)},
            }
        ),
        "parent": (or_null(_FACT), _fact_parent),
        "children": (list_of(_FACT), lambda of: _facts(of.whole, of.whole.children(of.part))),
        "above": (list_of(_FACT), lambda of: _facts(of.whole, of.whole.above(of.part))),
        "below": (list_of(_FACT), lambda of: _facts(of.whole, of.whole.below(of.part))),
    },
)


class Group:
    """Goals that have an owner, or a team, in common."""

    def __init__(self, project: Project, name: str, email: str, facts: Sequence[GoalFact]) -> None:
        self.project = project
        self.name = name
        self.email = email
        self.facts = facts


_GOALS: Field = (list_of(_FACT), lambda of: _facts(of.project, of.facts))
define(OWNER, {**own(STRING, "name", "email"), "goals": _GOALS})
define(TEAM, {**own(STRING, "name"), "goals": _GOALS})
define(
    PROJECT,
    {
        "goals": (list_of(_FACT), lambda of: _facts(of, of.goals)),
        "teams": (TEXTS, lambda of: sorted({fact.team for fact in of.goals if fact.team})),
        "files": (TEXTS, lambda of: sorted({fact.file for fact in of.goals})),
        **own(BOOL, "partial"),
    },
)


def fact_record(project: Project, fact: GoalFact) -> Record:
    """What other files know of a goal, as expressions see it."""
    return record(_FACT, Within(project, fact))


def group_record(kind: Type, group: Group) -> Record:
    """An owner or a team."""
    return record(kind, group)


def project_record(project: Project) -> Record:
    """All files of a run."""
    return record(PROJECT, project)
