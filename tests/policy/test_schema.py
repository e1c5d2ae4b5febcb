"""What expressions see of goals is what rules see, of the types that are promised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from smartlint.facts import collect
from smartlint.goal import Document
from smartlint.parser import parse
from smartlint.policy import schema
from smartlint.policy.checker import Scope
from smartlint.policy.expression import Expression, plain
from smartlint.policy.fields import SCHEMA
from smartlint.policy.types import ANY, NULL, Type
from smartlint.policy.values import Record, type_of
from smartlint.project import Project
from smartlint.testing import TODAY

TEXT = """\
team: Salg
period: 2026-Q3
language: no

strategisk mål S1: Bli størst i Bergen
  eier: Kari Nordmann <kari@example.com>

mål G1: Øke salget fra 10 til 12 mill. kr
  eier: Per Hansen
  med: Ola Moe, Web-teamet
  støtter: S1
  frist: 30. september 2026
  budsjett: 50 000 kr
  prioritet: høy
  confidence: 80 %
  mål: 12 mill. kr
  hvorfor: det lønner seg
  x-kostsenter: 4411
  hvordan:
    - Ringe 20 kunder (eier: Kari Nordmann, frist: 31.07.2026)
      - Lage liste
  milepæler:
    - 2026-07-31: 11 mill. kr

  prestasjonsmål G1.1: Ringe 20 kunder i uken
"""
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.goals"))


def document(text: str = TEXT) -> Document:
    return parse(text, "salg/q3.goals", today=TODAY)


def of_goal(expression: str, number: int = 1) -> Any:
    """The value of an expression about a goal of the document."""
    own = document()
    record = schema.goal_record(own, own.all_goals[number])
    scope = Scope({"goal": schema.GOAL}, schema.RECORDS)
    return plain(Expression(expression, scope).value({"goal": record}))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("goal.id", "G1"),
        ("goal.kind + ' ' + goal.level", "goal operational"),
        ("goal.statement", "Øke salget fra 10 til 12 mill. kr"),
        ("goal.owner.map(o, o.name)", ["Per Hansen"]),
        ("goal.with.map(o, o.kind)", ["person", "group"]),
        ("goal.team", "Salg"),
        ("goal.deadline.end", "2026-09-30T00:00:00Z"),
        ("goal.period.start", "2026-07-01T00:00:00Z"),
        ("[goal.baseline.value, goal.target.value, goal.budget.value]", [10_000_000.0, 12_000_000.0, 50_000.0]),
        ("goal.target.unit", "NOK"),
        ("goal.priority == 1", True),
        ("goal.confidence", 0.8),
        ("goal.why", "det lønner seg"),
        ("goal.metric", ""),
        ("has(goal.metric) || has(goal.review)", False),
        ("has(goal.why) && has(goal.deadline) && has(goal.owner)", True),
        ("goal.fields['x-kostsenter']", "4411"),
        ("has(goal.fields.`x-kostsenter`)", True),
        ("goal.supports", ["S1"]),
        ("goal.actions[0].owner[0].name + ': ' + goal.actions[0].actions[0].text", "Kari Nordmann: Lage liste"),
        ("goal.milestones.map(m, m.quantity.value)", [11_000_000.0]),
        ("goal.children.map(c, c.id + c.parent.id)", ["G1.1G1"]),
        ("goal.children[0].parent == goal", True),
        ("goal.children[0] == goal", False),
        ("'period' in goal.inherited", True),
        ("goal.reading.measurable", "quantified"),
        ("goal.file + ':' + string(goal.line)", "salg/q3.goals:8"),
        ("goal.open && goal.status == 'committed'", True),
    ],
)
def test_what_a_goal_says(expression: str, expected: Any) -> None:
    assert of_goal(expression) == expected


def test_an_owner_has_an_address() -> None:
    assert of_goal("goal.owner[0].email", 0) == "kari@example.com"


def fits(value: Any, kind: Type) -> bool:
    """Whether a value is of the type that the schema promises, items and all."""
    if kind == ANY:
        return True
    if kind.name == "or null":
        return value is None or fits(value, kind.of[0])
    if kind.name == "list":
        return isinstance(value, list) and all(fits(one, kind.of[0]) for one in value)
    if kind.name == "map":
        return isinstance(value, dict) and all(fits(one, kind.of[0]) and fits(two, kind.of[1]) for one, two in value.values())
    return type_of(value) == kind and type_of(value) != NULL


def check_fields(record: Record, seen: set[str], depth: int = 4) -> None:
    """Every field of a record, and of the records in it, is of its type."""
    fields = schema.RECORDS.fields(Type(record.type_name))
    assert fields is not None
    assert set(fields) == set(record.names())
    seen.add(record.type_name)
    for name, kind in fields.items():
        value = record.field(name)
        assert fits(value, kind), f"{record.type_name}.{name} is {value!r} and no {kind}"
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Record) and depth:
                check_fields(one, seen, depth - 1)


def test_every_field_is_of_its_type() -> None:
    seen: set[str] = set()
    for text in (TEXT, *(path.read_text("utf-8") for path in EXAMPLES[:6])):
        own = document(text)
        check_fields(schema.document_record(own), seen, 2)
        for goal in own.all_goals:
            check_fields(schema.goal_record(own, goal), seen)
        project = Project([collect(own)])
        check_fields(schema.project_record(project), seen, 2)
        group = schema.Group(project, "Kari", "", project.goals)
        check_fields(schema.group_record(schema.OWNER, group), seen, 2)
        check_fields(schema.group_record(schema.TEAM, group), seen, 1)
    assert seen == set(SCHEMA)


def test_facts_are_called_as_goals_call_them() -> None:
    """What other files know of a goal has the same names and types as the goal itself, where both have them."""
    goal, fact = (schema.RECORDS.fields(Type(name)) or {} for name in ("Goal", "GoalFact"))
    different = {name for name in goal.keys() & fact.keys() if goal[name] != fact[name]}
    assert different == {"parent", "children"}  # each of its own kind
    assert len(goal.keys() & fact.keys()) > 20
