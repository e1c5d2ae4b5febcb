"""Goals and files as expressions see them: the fields of each record, under the names that rules know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from smartlint.goal import Document, Goal
from smartlint.policy.fields import Field, Within, define, of_part, own, part, parts, record, record_or_null, records
from smartlint.policy.moments import Timestamp
from smartlint.policy.types import BOOL, DOUBLE, INT, STRING, TIMESTAMP, Type, list_of, map_of, or_null
from smartlint.policy.values import Record, map_from
from smartlint.reading import Quantity

GOAL, DOCUMENT = Type("Goal"), Type("Document")
PERSON, QUANTITY, TIME = Type("Person"), Type("Quantity"), Type("Time")
_ACTION, _MILESTONE, _READING, _WORD = Type("Action"), Type("Milestone"), Type("Reading"), Type("Word")
TEXTS = list_of(STRING)
#: Fields whose value is text; "" where they are not there.
_TEXT_FIELDS = tuple("metric source why done_when guardrail channel audience where resources risks reward agreed note".split())


def _moment(day: date | None) -> Timestamp | None:
    return None if day is None else Timestamp.of_day(day)


define(PERSON, {"name": (STRING, lambda of: of.text), **own(STRING, "kind", "email", "handle")})
define(
    QUANTITY,
    {
        **own(STRING, "text"),
        **own(DOUBLE, "value", "low", "high"),
        **own(STRING, "unit", "per", "role"),
        **own(BOOL, "approximate", "ambiguous"),
    },
)
define(
    TIME,
    {
        **own(STRING, "text", "role"),
        "start": (or_null(TIMESTAMP), lambda of: _moment(of.start)),
        "end": (or_null(TIMESTAMP), lambda of: _moment(of.end)),
        **own(STRING, "iso"),
        **own(BOOL, "derived", "relative", "ambiguous", "unfixed"),
        **own(INT, "repeats"),
    },
)
define(
    _ACTION,
    {
        "text": (STRING, lambda of: of.text.plain),
        "owner": parts(PERSON, "owner"),
        "deadline": part(TIME, "deadline"),
        "actions": parts(_ACTION, "actions"),
    },
)
define(
    _MILESTONE,
    {
        "text": (STRING, lambda of: of.text.plain),
        "time": (TIME, lambda of: record(TIME, of.time)),
        "quantity": part(QUANTITY, "quantity"),
    },
)
define(_WORD, own(STRING, "text", "kind", "lemma"))
define(
    _READING,
    {
        **own(STRING, "form", "measurable"),
        **own(BOOL, "compound", "hedge"),
        **own(INT, "words"),
        "quantities": parts(QUANTITY, "quantities"),
        "times": parts(TIME, "times"),
        "hits": parts(_WORD, "hits"),
        "vague": parts(_WORD, "vague"),
    },
)


# --- goals ----------------------------------------------------------------------------------------------------------


def _field_value(goal: Goal, name: str, kind: type | tuple[type, ...]) -> Any:
    """The typed value of a field, None where it is of another type."""
    found = goal.fields.get(name)
    return found.value if found is not None and isinstance(found.value, kind) else None


def _text_field(name: str) -> Callable[[Goal], str]:
    def text(goal: Goal) -> str:
        found = goal.text_of(name)
        return found.plain if found else ""

    return text


def _series(kind: Type, name: str) -> Field:
    return list_of(kind), lambda goal: records(kind, _field_value(goal, name, tuple) or ())


def _confidence(goal: Goal) -> float | None:
    found = _field_value(goal, "confidence", (int, float))
    return None if found is None else float(found)


def _goals(of: Within, goals: tuple[Goal, ...]) -> list[Record]:
    return [goal_record(of.whole, goal) for goal in goals]


def _parent(of: Within) -> Record | None:
    parent = of.whole.parent(of.part)
    return None if parent is None else goal_record(of.whole, parent)


define(
    GOAL,
    {
        **of_part(
            {
                "id": (STRING, lambda goal: goal.id.text),
                **own(STRING, "name", "label", "kind", "level"),
                **own(BOOL, "level_stated", "sub"),
                "statement": (STRING, lambda goal: goal.statement.plain),
                "path": (TEXTS, lambda goal: list(goal.path)),
                **own(STRING, "language", "team", "status"),
                "open": (BOOL, lambda goal: goal.is_open),
                "owner": parts(PERSON, "owner"),
                "with": _series(PERSON, "with"),
                **{name: part(TIME, name) for name in ("period", "deadline", "start", "review")},
                **{name: part(QUANTITY, name) for name in ("baseline", "target", "change")},
                "budget": (or_null(QUANTITY), lambda goal: record_or_null(QUANTITY, _field_value(goal, "budget", Quantity))),
                "actions": parts(_ACTION, "actions"),
                **{name: _series(_MILESTONE, name) for name in ("milestones", "progress", "evidence")},
                "supports": (TEXTS, lambda goal: [link.text for link in goal.supports]),
                "tags": (TEXTS, lambda goal: list(goal.tags)),
                "priority": (or_null(INT), lambda goal: _field_value(goal, "priority", int)),
                "confidence": (or_null(DOUBLE), _confidence),
                **{name: (STRING, _text_field(name)) for name in _TEXT_FIELDS},
                "fields": (
                    map_of(STRING, STRING),
                    lambda goal: map_from((name, _text_field(name)(goal)) for name in goal.fields),
                ),
                "inherited": (TEXTS, lambda goal: list(goal.inherited)),
                "reading": (_READING, lambda goal: record(_READING, goal.reading)),
            }
        ),
        "file": (STRING, lambda of: of.whole.source.path),
        "line": (INT, lambda of: of.whole.source.place(of.part.head)[0].line),
        "parent": (or_null(GOAL), _parent),
        "children": (list_of(GOAL), lambda of: _goals(of, of.part.children)),
        "key_results": (list_of(GOAL), lambda of: _goals(of, of.part.key_results)),
    },
)
define(
    DOCUMENT,
    {
        "file": (STRING, lambda of: of.source.path),
        **own(STRING, "language"),
        "goals": (list_of(GOAL), lambda of: [goal_record(of, goal) for goal in of.all_goals]),
        "fields": (map_of(STRING, STRING), lambda of: map_from(_heading(of).items())),
    },
)


def _heading(document: Document) -> dict[str, str]:
    """The fields of the first heading by their names."""
    section = document.sections[0].fields if document.sections else {}
    return {name: found.text.plain for name, found in section.items()}


def goal_record(document: Document, goal: Goal) -> Record:
    """A goal as expressions see it."""
    return record(GOAL, Within(document, goal))


def document_record(document: Document) -> Record:
    """A file as expressions see it."""
    return record(DOCUMENT, document)
