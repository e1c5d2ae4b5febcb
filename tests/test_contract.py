"""A rule that does not keep to the contract is told what is wrong with it, and takes no run down."""

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from smartlint.contract import faults, made_plain
from smartlint.registry import load
from smartlint.rows import dumped, loaded
from smartlint.rule import (
    Context,
    Edit,
    Fix,
    Goal,
    GoalRule,
    Notice,
    Option,
    Project,
    ProjectRule,
    Related,
    Report,
    Rule,
    Span,
    Witness,
    date,
)
from smartlint.testing import lint
from smartlint.translation import Term, fill
from tests.sample_rules import RULE_CRASHED, BadWord, codes, crashes


class Level(IntEnum):
    HIGH = 3


class Said(GoalRule):
    """Yields whatever it is told to."""

    code, name, title, level = "TST001", "said", "Said", "warning"
    messages = {"seen": "seen {what}"}
    patterns = {"line": "line"}
    said: Any = None

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        yield self.said


def test_all_rules_of_the_catalogue_keep_to_it() -> None:
    assert [(rule.code, list(faults(rule))) for rule in load() if list(faults(rule))] == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("code", "tst001", "has the code 'tst001', which must be three capital letters and three digits"),
        ("code", 1, "has the code 1, which must be three capital letters and three digits"),
        ("name", "Some Rule", "has the name 'Some Rule', which must be words of small letters with hyphens between them"),
        ("title", " ", "has the title ' ', which must be a text"),
        ("level", "fatal", "has the level 'fatal', which must be one of error, warning, info"),
        ("level", ["error"], "has the level ['error'], which must be one of error, warning, info"),
        ("edition", "1999", "has the edition '1999', which must be one of 2026"),
        ("messages", {}, "has the messages {}, which must be texts by name"),
        ("messages", "seen", "has the messages 'seen', which must be texts by name"),
        ("helps", {"seen": 1}, "has the helps {'seen': 1}, which must be texts by name"),
        ("formerly", ["info"], "has the formerly ['info'], which must be levels by edition"),
        ("profiles", "smart", "has the profiles 'smart', which must be a tuple of texts"),
        ("yields_to", None, "has the yields_to None, which must be a tuple of texts"),
        ("passes_as", None, "has the passes_as None, which must be a text"),
    ],
)
def test_what_is_stated_wrongly(name: str, value: Any, said: str) -> None:
    assert list(faults(type("Wrong", (Said,), {name: value}))) == [said]


@pytest.mark.parametrize(
    "options",
    [
        ("max",),
        [Option("max", 1, {}, "how many")],
        (Option("Max", 1, {}, "how many"),),
        (Option("max", 1, {"type": "whole"}, "how many"),),
        (Option("max", 1, {"type": ["string", "whole"]}, "how many"),),
        (Option("max", "", {"type": "string", "pattern": "("}, "how many"),),
        (Option("max", {}, {"type": "object", "properties": {"a": {"type": "whole"}}}, "how many"),),
        (Option("max", [], {"type": "array", "items": {"anyOf": [{"type": "whole"}]}}, "how many"),),
        (Option("max", 1, "integer", "how many"),),  # type: ignore[arg-type]
    ],
)
def test_options_that_are_none(options: Any) -> None:
    (said,) = faults(type("Wrong", (Said,), {"options": options}))
    assert said.endswith("which must be a tuple of options, each with a name in small letters and a right JSON Schema")


def test_what_is_stated_rightly() -> None:
    options = (Option("max", 1, {"type": "integer"}, "how many"),)
    assert list(faults(type("Right", (Said,), {"options": options, "edition": "2026", "formerly": {"2026": "info"}}))) == []


def test_what_is_lacking() -> None:
    class Empty(GoalRule):
        code = "TST001"

    assert list(faults(Empty)) == ["has no name, title, level, messages"]
    checkless = type(
        "Checkless", (GoalRule,), {name: getattr(Said, name) for name in ("code", "name", "title", "level", "messages")}
    )
    assert list(faults(checkless)) == ["has no check"]


def report(**keys: Any) -> Report:
    return Report(**{"message_id": "seen", "span": Span(0, 4), "params": {}, **keys})


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("seen", "it yields 'seen', which is no report"),
        (None, "it yields None, which is no report"),
        (report(message_id="sen"), "it has no message 'sen'"),
        (report(span=(0, 4)), "it gives (0, 4) for a place"),
        (report(goal=7), "there is no goal 7"),
        (report(goal="G1"), "there is no goal 'G1'"),
        (report(level="fatal"), "it gives the level 'fatal'"),
        (report(related=(Related(Span(0, 4), "sen"),)), "it has no message 'sen'"),
        (report(related=((0, 4),)), "it relates to what is no place"),
        (report(related=(Related(None, "seen"),)), "it relates to what is no place"),  # type: ignore[arg-type]
        (report(fix=Fix((Edit(Span(0, 4), "lin", {}),), "safe")), "its fix is none"),
        (report(fix=Fix(("x",), "safe")), "its fix is none"),  # type: ignore[arg-type]
        (report(fix=Edit(Span(0, 4), "x")), "its fix is none"),
        (Witness(None), "it gives None for a place"),  # type: ignore[arg-type]
        (Witness(Span(0, 4), 7), "there is no goal 7"),
    ],
)
def test_what_is_said_wrongly_is_a_crash_of_the_rule(said: Any, error: str) -> None:
    result = lint("goal A: bad\n", type("Wrong", (Said,), {"said": said}), BadWord, RULE_CRASHED)
    (crash,) = crashes(result)
    assert crash.params["error"] == f"TypeError: {error}"
    assert crash.params["rule"] == "TST001"
    assert codes(result).count("WRD001") == 1


def test_what_is_said_rightly() -> None:
    right = report(goal=0, related=(Related(Span(0, 4), "seen"),), fix=Fix((Edit(Span(0, 4), "line", {}),), "safe"))
    assert codes(lint("goal A: x\n", type("Right", (Said,), {"said": right}))) == ["TST001"]
    assert codes(lint("goal A: x\n", type("Right", (Said,), {"said": Witness(Span(0, 4))}))) == []


@pytest.mark.parametrize("said", [{"goal": "G1"}, {"goal": 7}, {"file": "elsewhere.goals"}])
def test_so_it_is_of_a_rule_over_all_files(said: dict[str, Any]) -> None:
    class Wrong(ProjectRule):
        code, name, title, level = "TST002", "wrong", "Wrong", "warning"
        messages = {"seen": "seen {what}"}

        def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
            yield report(**{"file": project.goals[0].file, **said})

    (crash,) = crashes(lint("goal A: x\n", Wrong, RULE_CRASHED))
    assert crash.params["rule"] == "TST002"


def test_a_rule_that_ends_the_program_does_not() -> None:
    class Exit(Said):
        def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
            yield from sys.exit(0)

    class ExitWhenMade(Said):
        def __init__(self) -> None:
            sys.exit(0)

    rules: tuple[type[Rule], ...] = (Exit, ExitWhenMade)
    for rule in rules:
        result = lint("goal A: bad\n", rule, BadWord, RULE_CRASHED)
        assert result.crashed
        assert codes(result).count("WRD001") == 1
        assert [crash.params["error"] for crash in crashes(result)] == ["SystemExit: 0"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (Decimal("2.50"), "2.50"),
        (Path("plan.goals"), "plan.goals"),
        (Level.HIGH, 3),
        (datetime(2026, 2, 1, 12, tzinfo=UTC), "2026-02-01T12:00:00+00:00"),
        ([Decimal(1), ("a", Decimal(2))], ("1", ("a", "2"))),
        ({"a": 1}, {"a": 1}),
        (("a", 1, 2.5, True, None, date(2026, 2, 1), ["b"]), ("a", 1, 2.5, True, None, date(2026, 2, 1), ["b"])),
    ],
)
def test_parameters_of_any_kind_are_taken_for_what_they_show(given: Any, kept: Any) -> None:
    fix = Fix((Edit(Span(0, 4), "line", {"what": given}),), "display")
    result = lint("goal A: x\n", type("Odd", (Said,), {"said": report(params={"what": given}, fix=fix)}))
    (found,) = result.findings
    assert found.params == {"what": kept}
    assert [type(value) for value in found.params.values()] == [type(kept)]
    assert found.message("nb") == fill("seen {what}", {"what": given}, "nb")
    assert loaded(dumped(report(params=found.params))).params == found.params


class Words(str, Enum):  # noqa: UP042 - as plugins may have it
    """Texts that have names, which stand for themselves everywhere."""

    SEEN = "seen"
    LINE = "line"
    HIGH = "error"


class Place(Span):
    """A place with a name of its own."""


class Own(Report):
    """A report with a name of its own."""


def test_whatever_types_a_rule_uses_a_report_can_be_laid_aside() -> None:
    place, seen = Place(0, 4), Words.SEEN
    edit = Edit(place, Words.LINE, MappingProxyType({"what": Words.SEEN}))
    said = Own(seen, place, {"what": {1: Decimal(2)}}, (Related(place, seen),), Words.HIGH, fix=Fix((edit,), "display"))  # type: ignore[arg-type]
    (found,) = lint("goal A: x\n", type("Odd", (Said,), {"said": said})).findings
    assert (found.message_id, found.level, found.params) == ("seen", "error", {"what": {"1": "2"}})
    assert {type(found.message_id), type(found.level)} == {str}
    made: Report = made_plain(said)
    assert loaded(dumped(made)) == made == made_plain(made)
    assert made.fix is not None
    assert [one.params for one in made.fix.edits] == [{"what": "seen"}]
    assert {type(made), type(made.span), type(made.related[0].span)} == {Report, Span}


def test_a_very_large_number_is_written_out() -> None:
    (found,) = lint("goal A: x\n", type("Odd", (Said,), {"said": report(params={"what": 10**400})})).findings
    assert len(found.message("en")) > 400


def test_a_text_to_be_translated_stays_one() -> None:
    given = Term("has no {names}", names=Decimal(1))
    (found,) = lint("goal A: x\n", type("Odd", (Said,), {"said": report(params={"what": given})})).findings
    assert found.message("nb") == f"seen {given.spoken('nb')}" != found.message("en")
    assert loaded(dumped(report(params=found.params))).params == found.params
