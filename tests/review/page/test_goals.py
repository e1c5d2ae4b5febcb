"""The list of goals: what the filters ask for stands with each goal."""

import pytest

from smartlint.review.page import goals
from smartlint.review.page.view import View
from tests.review.organisation import TEXTS, reviewed
from tests.review.page.parsed import Element, parsed
from tests.review.page.samples import compared

REVIEW = compared(reviewed())
SECTION = parsed(goals.section(View(REVIEW)).drawn())


def items(section: Element = SECTION) -> list[Element]:
    return section.by_id("goal-list").children


def options(name: str) -> list[str]:
    return [one.attributes["value"] for one in SECTION.by_id(f"filter-{name}").all("option")]


def test_those_with_most_to_mend_come_first() -> None:
    assert [one.attributes["id"] for one in items()][:2] == ["g2", "g4"]


def test_all_that_a_goal_says_of_itself_can_be_chosen_in_the_filters() -> None:
    for one in items():
        given = one.attributes
        assert given["data-team"] in options("team")
        assert given.get("data-kind", "") in options("kind")
        assert set(given["data-show"].split()) <= set(options("show"))
        assert set(given["data-owner"].split()) <= set(options("owner"))
        assert not (found := set(given["data-due"].split()) - set(options("due"))) or found == {given["data-due"].split()[-1]}


def test_all_that_a_finding_says_of_itself_can_be_chosen_in_the_filters() -> None:
    told = [one for one in SECTION.all("li") if "data-rule" in one.attributes]
    assert len(told) == len(REVIEW.findings)
    for one in told:
        for name in ("level", "rule", "quality", "news"):
            assert one.attributes.get(f"data-{name}", "") in options(name)


def test_what_concerns_a_file_comes_last_without_a_goal() -> None:
    empty = parsed(goals.section(View(reviewed({**TEXTS, "empty.goals": ""}))).drawn())
    last = items(empty)[-1]
    assert "id" not in last.attributes
    assert "empty.goals" in last.text


def test_those_not_shown_at_once_stand_for_whoever_has_no_script_and_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(goals, "_SHOWN", 1)
    section = parsed(goals.section(View(REVIEW)).drawn())
    first, others = section.by_id("goal-list"), section.by_id("other-goals")
    (rest,) = others.children
    assert others.tag == "noscript"
    assert [one.attributes["id"] for one in (*first.children, *rest.children)] == [one.attributes["id"] for one in items()]
    assert len(first.children) == 1
    told = [one for one in rest.all("li") if "data-rule" in one.attributes]
    assert others.attributes["data-goals"] == str(len(rest.children))
    assert others.attributes["data-findings"] == str(len(told)) != "0"


def test_the_state_of_each_letter_is_read_out() -> None:
    better = next(one for one in items() if one.attributes["id"] == "g2")
    (spoken,) = (one.text for one in better.all("span") if one.attributes.get("class") == "unseen")
    assert "Measurable: error" in spoken
    assert "Specific: passes" in spoken
