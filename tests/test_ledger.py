"""The precision ledger: what is planted, what is drawn, which verdicts count, and when a rule meets its bar."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from smartlint.registry import load
from tests.accuracy import reading
from tests.accuracy.broken import BREAKS
from tests.accuracy.ledger import Row, Share
from tests.accuracy.materials import LANGUAGES
from tests.accuracy.planted import plant
from tests.accuracy.reading import ENOUGH, Drawn, draw, fingerprint, hits
from tests.accuracy.spot import other_number


def row(level: str = "error", code: str = "MEA001", labelled: Share = Share(), read: Share = Share()) -> Row:  # noqa: B008
    return Row(code, "name", level, labelled, Share(), read, 0, Share(), {})


def test_goals_are_broken_in_at_least_25_ways_in_every_language() -> None:
    languages: dict[str, Counter[str]] = defaultdict(Counter)
    for planted in plant():
        languages[planted.kind][planted.language] += 1
    assert set(languages) == set(BREAKS)
    assert sum(set(found) == set(LANGUAGES) for found in languages.values()) >= 25
    assert {code for code, _ in BREAKS.values()} <= {rule.code for rule in load()}


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (row(), "unmeasured"),
        (row(read=Share(29, 29)), "unmeasured"),
        (row(read=Share(29, 30)), "meets"),
        (row(read=Share(28, 30)), "below"),
        (row("warning", read=Share(24, 30)), "meets"),
        (row("warning", read=Share(23, 30)), "below"),
        (row("info", read=Share(18, 30)), "meets"),
        (row(labelled=Share(30, 30)), "meets"),
        (row(labelled=Share(30, 30), read=Share(0, 29)), "meets"),
        (row(labelled=Share(30, 30), read=Share(20, 30)), "below"),
        (row(labelled=Share(99, 99), read=Share(20, 30)), "below"),
        (row(labelled=Share(20, 30), read=Share(30, 30)), "meets"),
        (row(code="ARI001"), "logic"),
        (row(code="ARI001", read=Share(20, 30)), "below"),
    ],
)
def test_a_rule_is_held_against_the_bar_of_its_level(found: Row, verdict: str) -> None:
    assert found.verdict == verdict
    assert found.too_high == (verdict == "unmeasured" and found.level == "error")


def test_the_hash_rests_on_rule_goal_and_place_and_not_on_blanks() -> None:
    assert fingerprint("MEA001", "goal: a\n  b", "a") == fingerprint("MEA001", "goal:  a b", "a")
    assert fingerprint("MEA001", "goal: a", "a") != fingerprint("MEA002", "goal: a", "a")
    assert fingerprint("MEA001", "goal: a", "a") != fingerprint("MEA001", "goal: a", "")


@pytest.fixture(scope="module")
def found() -> list[Drawn]:
    return list(hits(None))


def test_the_same_findings_are_drawn_each_time_and_no_more_than_enough_of_a_rule(found: list[Drawn]) -> None:
    drawn = draw(found)
    assert drawn == draw(list(reversed(found)))
    assert max(Counter(one.code for one in drawn).values()) == ENOUGH
    assert {one.code for one in drawn} == {one.code for one in found}
    judged = {drawn[0].hash}
    assert draw(found, judged) == [one for one in drawn if one.hash not in judged]


def test_what_is_to_be_judged_shows_the_place_and_the_page(found: list[Drawn]) -> None:
    shown = next(one for one in found if one.code == "MEA001").shown()
    assert "⟦" in shown["text"]
    assert "What it finds" not in shown["page"]
    assert shown["page"] and shown["message"] and shown["verdict"] == ""  # noqa: PT018


def test_verdicts_are_taken_in_without_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "VERDICTS", tmp_path / "verdicts.jsonl")
    line = {"hash": "1", "code": "MEA001", "source": "own", "text": "goal: a", "verdict": "right", "note": ""}
    judged = tmp_path / "judged.jsonl"
    judged.write_text(f"{json.dumps(line)}\n{json.dumps({**line, 'hash': '2', 'verdict': ''})}\n", "utf-8")
    assert reading.judge(judged) == (1, 1)
    assert list(reading.verdicts()) == ["1"]
    assert "goal: a" not in reading.VERDICTS.read_text("utf-8")
    judged.write_text(json.dumps({**line, "verdict": "wrong"}) + "\n", "utf-8")
    assert reading.judge(judged) == (1, 0)
    assert reading.verdicts()["1"]["verdict"] == "wrong"
    judged.write_text(json.dumps({**line, "verdict": "perhaps"}) + "\n", "utf-8")
    with pytest.raises(ValueError, match="neither right nor wrong"):
        reading.judge(judged)


@pytest.mark.parametrize(("text", "other"), [("4 %", "5 %"), ("kr 92", "kr 82"), ("three", "three")])
def test_another_number(text: str, other: str) -> None:
    assert other_number(text) == other
