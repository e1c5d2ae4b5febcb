"""The goal model as expressions see it: the fields of each record, with their types, under the names that rules know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from smartlint.facts import SCOPE, GoalFact
from smartlint.goal import Document, Goal
from smartlint.policy.moments import Timestamp
from smartlint.policy.types import ANY, BOOL, DOUBLE, INT, STRING, TIMESTAMP, Records, Type, list_of, map_of, or_null
from smartlint.policy.values import Record, map_from
from smartlint.project import Project
from smartlint.reading import Quantity, TimeRef
from smartlint.source import Span

Fields: TypeAlias = Mapping[str, tuple[Type, Callable[[Any], Any]]]

GOAL, DOCUMENT, OWNER, TEAM, PROJECT = Type("Goal"), Type("Document"), Type("Owner"), Type("Team"), Type("Project")
_PERSON, _QUANTITY, _TIME, _ACTION = Type("Person"), Type("Quantity"), Type("Time"), Type("Action")
_MILESTONE, _READING, _WORD, _FACT = Type("Milestone"), Type("Reading"), Type("Word"), Type("GoalFact")
_TEXTS = list_of(STRING)
_NOWHERE = Span(0, 0)
#: Fields whose value is text; "" where they are not there.
_TEXT_FIELDS = tuple(
    "metric source why done_when guardrail channel audience where resources risks reward agreed tags note".split()
)


def _own(kind: Type, *names: str) -> dict[str, tuple[Type, Callable[[Any], Any]]]:
    """Fields that are attributes of the same name."""

    def maker(name: str) -> Callable[[Any], Any]:
        return lambda of: getattr(of, name)

    return {name: (kind, maker(name)) for name in names}


def _moment(day: date | None) -> Timestamp | None:
    return None if day is None else Timestamp.of_day(day)


def _record(kind: Type, of: Any) -> Record | None:
    return None if of is None else Record(kind.name, of, _MAKERS[kind.name])


def _records(kind: Type, parts: Any) -> list[Record]:
    return [Record(kind.name, part, _MAKERS[kind.name]) for part in parts]


def _part(kind: Type, name: str) -> tuple[Type, Callable[[Any], Any]]:
    """A field that is a record, or null."""
    return or_null(kind), lambda of: _record(kind, getattr(of, name))


def _parts(kind: Type, name: str) -> tuple[Type, Callable[[Any], Any]]:
    """A field that is a list of records."""
    return list_of(kind), lambda of: _records(kind, getattr(of, name))


_PERSON_FIELDS: Fields = {"name": (STRING, lambda of: of.text), **_own(STRING, "kind", "email", "handle")}
_QUANTITY_FIELDS: Fields = {
    **_own(STRING, "text"),
    **_own(DOUBLE, "value", "low", "high"),
    **_own(STRING, "unit", "per", "role"),
    **_own(BOOL, "approximate", "ambiguous"),
}
_TIME_FIELDS: Fields = {
    **_own(STRING, "text", "role"),
    "start": (or_null(TIMESTAMP), lambda of: _moment(of.start)),
    "end": (or_null(TIMESTAMP), lambda of: _moment(of.end)),
    **_own(STRING, "iso"),
    **_own(BOOL, "derived", "relative", "ambiguous", "unfixed"),
    **_own(INT, "repeats"),
}
_ACTION_FIELDS: Fields = {
    "text": (STRING, lambda of: of.text.plain),
    "owner": _parts(_PERSON, "owner"),
    "deadline": _part(_TIME, "deadline"),
    "actions": _parts(_ACTION, "actions"),
}
_MILESTONE_FIELDS: Fields = {
    "text": (STRING, lambda of: of.text.plain),
    "time": (_TIME, lambda of: _record(_TIME, of.time)),
    "quantity": _part(_QUANTITY, "quantity"),
}
_WORD_FIELDS: Fields = _own(STRING, "text", "kind", "lemma")
_READING_FIELDS: Fields = {
    **_own(STRING, "form", "measurable"),
    **_own(BOOL, "compound", "hedge"),
    **_own(INT, "words"),
    "quantities": _parts(_QUANTITY, "quantities"),
    "times": _parts(_TIME, "times"),
    "hits": _parts(_WORD, "hits"),
    "vague": _parts(_WORD, "vague"),
}


# --- goals ----------------------------------------------------------------------------------------------------------


class _Placed:
    """A goal in its document."""

    __slots__ = ("document", "goal")

    def __init__(self, document: Document, goal: Goal) -> None:
        self.document = document
        self.goal = goal

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Placed) and other.goal is self.goal

    __hash__ = None  # type: ignore[assignment]


def _of_goal(fields: Fields) -> Fields:
    """Fields of goals as those of goals in their documents."""

    def placed(make: Callable[[Any], Any]) -> Callable[[_Placed], Any]:
        return lambda of: make(of.goal)

    return {name: (kind, placed(make)) for name, (kind, make) in fields.items()}


def _field_value(goal: Goal, name: str, kind: type | tuple[type, ...]) -> Any:
    """The typed value of a field, None where it is of another type."""
    found = goal.fields.get(name)
    return found.value if found is not None and isinstance(found.value, kind) else None


def _text_field(name: str) -> Callable[[Goal], str]:
    def text(goal: Goal) -> str:
        found = goal.text_of(name)
        return found.plain if found else ""

    return text


def _series(kind: Type, name: str) -> tuple[Type, Callable[[Goal], Any]]:
    return list_of(kind), lambda goal: _records(kind, _field_value(goal, name, tuple) or ())


def _confidence(goal: Goal) -> float | None:
    found = _field_value(goal, "confidence", (int, float))
    return None if found is None else float(found)


def _goals(of: _Placed, goals: tuple[Goal, ...]) -> list[Record]:
    return [goal_record(of.document, goal) for goal in goals]


def _parent(of: _Placed) -> Record | None:
    parent = of.document.parent(of.goal)
    return None if parent is None else goal_record(of.document, parent)


_GOAL_FIELDS: Fields = {
    **_of_goal(
        {
            "id": (STRING, lambda goal: goal.id.text),
            **_own(STRING, "name", "label", "kind", "level"),
            **_own(BOOL, "level_stated", "sub"),
            "statement": (STRING, lambda goal: goal.statement.plain),
            "path": (_TEXTS, lambda goal: list(goal.path)),
            **_own(STRING, "language", "team", "status"),
            "open": (BOOL, lambda goal: goal.is_open),
            "owner": _parts(_PERSON, "owner"),
            "with": _series(_PERSON, "with"),
            **{name: _part(_TIME, name) for name in ("period", "deadline", "start", "review")},
            **{name: _part(_QUANTITY, name) for name in ("baseline", "target", "change")},
            "budget": (or_null(_QUANTITY), lambda goal: _record(_QUANTITY, _field_value(goal, "budget", Quantity))),
            "actions": _parts(_ACTION, "actions"),
            **{name: _series(_MILESTONE, name) for name in ("milestones", "progress", "evidence")},
            "supports": (_TEXTS, lambda goal: [link.text for link in goal.supports]),
            "priority": (or_null(INT), lambda goal: _field_value(goal, "priority", int)),
            "confidence": (or_null(DOUBLE), _confidence),
            **{name: (STRING, _text_field(name)) for name in _TEXT_FIELDS},
            "fields": (map_of(STRING, STRING), lambda goal: map_from((name, _text_field(name)(goal)) for name in goal.fields)),
            "inherited": (_TEXTS, lambda goal: list(goal.inherited)),
            "reading": (_READING, lambda goal: _record(_READING, goal.reading)),
        }
    ),
    "file": (STRING, lambda of: of.document.source.path),
    "line": (INT, lambda of: of.document.source.position(of.goal.head.start).line),
    "parent": (or_null(GOAL), _parent),
    "children": (list_of(GOAL), lambda of: _goals(of, of.goal.children)),
    "key_results": (list_of(GOAL), lambda of: _goals(of, of.goal.key_results)),
}
_DOCUMENT_FIELDS: Fields = {
    "file": (STRING, lambda of: of.source.path),
    **_own(STRING, "language"),
    "goals": (list_of(GOAL), lambda of: [goal_record(of, goal) for goal in of.all_goals]),
    "fields": (map_of(STRING, STRING), lambda of: map_from(_heading(of).items())),
}


def _heading(document: Document) -> dict[str, str]:
    """The fields of the first heading by their names."""
    section = document.sections[0].fields if document.sections else {}
    return {name: found.text.plain for name, found in section.items()}


def goal_record(document: Document, goal: Goal) -> Record:
    """A goal as expressions see it."""
    return Record(GOAL.name, _Placed(document, goal), _MAKERS[GOAL.name])


def document_record(document: Document) -> Record:
    """A file as expressions see it."""
    return Record(DOCUMENT.name, document, _MAKERS[DOCUMENT.name])


# --- across files ---------------------------------------------------------------------------------------------------


class _Known:
    """The facts of a goal in their project."""

    __slots__ = ("fact", "project")

    def __init__(self, project: Project, fact: GoalFact) -> None:
        self.project = project
        self.fact = fact

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.fact is self.fact

    __hash__ = None  # type: ignore[assignment]


def _of_fact(fields: Fields) -> Fields:
    def known(make: Callable[[Any], Any]) -> Callable[[_Known], Any]:
        return lambda of: make(of.fact)

    return {name: (kind, known(make)) for name, (kind, make) in fields.items()}


def _time(role: str, start: str, end: str) -> Record | None:
    """A time that the facts hold as ISO dates."""
    if not start and not end:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    return _record(_TIME, TimeRef(_NOWHERE, f"{start}/{end}" if start and end else start or end, role, first, last))


def _facts(project: Project, facts: Any) -> list[Record]:
    return [fact_record(project, fact) for fact in facts]


def _fact_parent(of: _Known) -> Record | None:
    parent = of.project.parent(of.fact)
    return None if parent is None else fact_record(of.project, parent)


_FACT_FIELDS: Fields = {
    **_of_fact(
        {
            **_own(STRING, "file", "id", "name", "kind", "level"),
            **_own(BOOL, "level_stated", "sub", "open"),
            **_own(STRING, "team", "status", "statement", "metric"),
            "path": (_TEXTS, lambda fact: list(fact.path)),
            "owner": _parts(_PERSON, "owners"),
            **_own(BOOL, "owner_inherited"),
            "period": (or_null(_TIME), lambda fact: _time("period", *fact.period)),
            "deadline": (or_null(_TIME), lambda fact: _time("deadline", "", fact.deadline)),
            "start": (or_null(_TIME), lambda fact: _time("deadline", "", fact.start)),
            "supports": (_TEXTS, lambda fact: [link.text for link in fact.supports]),
            "baseline": _part(_QUANTITY, "baseline"),
            "target": _part(_QUANTITY, "target"),
            **_own(INT, "direction"),
        }
    ),
    "parent": (or_null(_FACT), _fact_parent),
    "children": (list_of(_FACT), lambda of: _facts(of.project, of.project.children(of.fact))),
    "above": (list_of(_FACT), lambda of: _facts(of.project, of.project.above(of.fact))),
    "below": (list_of(_FACT), lambda of: _facts(of.project, of.project.below(of.fact))),
}


def _scope_field(at: int) -> Callable[[_Known], str]:
    return lambda of: of.fact.scope[at]


_FACT_FIELDS = {**_FACT_FIELDS, **{name: (STRING, _scope_field(at)) for at, name in enumerate(SCOPE)}}


class Group:
    """Goals that have an owner, or a team, in common."""

    def __init__(self, project: Project, name: str, email: str, facts: tuple[GoalFact, ...]) -> None:
        self.project = project
        self.name = name
        self.email = email
        self.facts = facts


_GOALS: tuple[Type, Callable[[Any], Any]] = (list_of(_FACT), lambda of: _facts(of.project, of.facts))
_OWNER_FIELDS: Fields = {**_own(STRING, "name", "email"), "goals": _GOALS}
_TEAM_FIELDS: Fields = {**_own(STRING, "name"), "goals": _GOALS}
_PROJECT_FIELDS: Fields = {
    "goals": (list_of(_FACT), lambda of: _facts(of, of.goals)),
    "teams": (_TEXTS, lambda of: sorted({fact.team for fact in of.goals if fact.team})),
    "files": (_TEXTS, lambda of: sorted({fact.file for fact in of.goals})),
    **_own(BOOL, "partial"),
}


def fact_record(project: Project, fact: GoalFact) -> Record:
    """What other files know of a goal, as expressions see it."""
    return Record(_FACT.name, _Known(project, fact), _MAKERS[_FACT.name])


def group_record(kind: Type, group: Group) -> Record:
    """An owner or a team."""
    return Record(kind.name, group, _MAKERS[kind.name])


def project_record(project: Project) -> Record:
    """All files of a run."""
    return Record(PROJECT.name, project, _MAKERS[PROJECT.name])


# --- the table ------------------------------------------------------------------------------------------------------

_SCHEMA: dict[str, Fields] = {
    GOAL.name: _GOAL_FIELDS,
    DOCUMENT.name: _DOCUMENT_FIELDS,
    OWNER.name: _OWNER_FIELDS,
    TEAM.name: _TEAM_FIELDS,
    PROJECT.name: _PROJECT_FIELDS,
    _PERSON.name: _PERSON_FIELDS,
    _QUANTITY.name: _QUANTITY_FIELDS,
    _TIME.name: _TIME_FIELDS,
    _ACTION.name: _ACTION_FIELDS,
    _MILESTONE.name: _MILESTONE_FIELDS,
    _READING.name: _READING_FIELDS,
    _WORD.name: _WORD_FIELDS,
    _FACT.name: _FACT_FIELDS,
}
_MAKERS = {name: {field: make for field, (_, make) in fields.items()} for name, fields in _SCHEMA.items()}
_TYPES = {name: {field: kind for field, (kind, _) in fields.items()} for name, fields in _SCHEMA.items()}
#: The records of the goal model.
RECORDS = Records(_TYPES)


def with_tables(names: Iterable[str]) -> Records:
    """The same with a record of the tables that a configuration names."""
    return Records({**_TYPES, "Data": dict.fromkeys(names, ANY)})
