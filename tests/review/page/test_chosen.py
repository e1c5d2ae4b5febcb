"""Goals with their text, and findings with what to do."""

from typing import Any

from smartlint.record import replace
from smartlint.review.model import Excuse, Finding, Place
from smartlint.review.page.chosen import by_level, exemplary, mended_first, told_of
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import Element, parsed

REVIEW = reviewed()
VIEW = View(REVIEW)


def told(**changes: Any) -> Element:
    found: Finding = replace(REVIEW.findings[0], **changes)
    return next(parsed(told_of(VIEW, found)).all("li"))


def test_a_goal_to_mend_stands_there_as_it_is_written_with_what_to_do() -> None:
    card = next(parsed(mended_first(VIEW).drawn()).all("ol")).children[0]
    assert next(card.all("h3")).text == "G2 Better breakfast"
    assert "goal G2: Better breakfast" in card.text
    levels = [one.attributes["data-level"] for one in card.all("li") if "data-level" in one.attributes]
    assert levels == sorted(levels, key=("error", "warning", "info").index)
    assert "add a line owner: ⟨name⟩" in card.text


def test_lines_keep_their_indentation() -> None:
    shown = replace(REVIEW.mended_first[0], text="goal: x\n\towner: y\n\n  how: z")
    section = parsed(mended_first(View(replace(REVIEW, mended_first=(shown,)))).drawn())
    text = next(one for one in section.all("div") if one.attributes.get("class") == "text")
    assert [line.text for line in text.children] == ["goal: x", "    owner: y", " ", "  how: z"]


def test_goals_to_learn_from_have_no_findings() -> None:
    section = parsed(exemplary(VIEW).drawn())
    assert len(next(section.all("ol")).children) == len(REVIEW.exemplary)
    assert not [one for one in section.all() if "data-level" in one.attributes]


def test_what_is_excused_says_by_what_and_until_when_and_comes_last() -> None:
    excuse = Excuse("waiver", "a new head comes", "2026-06-30", approver="The Board")
    one = told(excuse=excuse)
    assert one.attributes["data-level"] == "excused"
    assert "by a waiver · until 30 June 2026 · The Board · a new head comes" in one.text
    first, second = REVIEW.findings[:2]
    assert by_level([replace(first, excuse=excuse, level="error"), replace(second, level="info")])[0].level == "info"


def test_another_place_is_named_only_where_it_is_another() -> None:
    here = REVIEW.findings[0]
    places = (Place(here.file, here.line, "here too", None), Place("b.goals", 9, "and there", None))
    text = told(related=places).text
    assert "and there b.goals:9" in text
    assert "here too" not in text


def test_a_finding_says_whether_it_is_new_and_which_policy_asks_for_it() -> None:
    assert "new" in told(news="new", first_seen="2026-02-01").text.split(" · ")[-1]
    assert "first seen 5 January 2026" in told(news="known", first_seen="2026-01-05").text
    assert "first seen" not in told(news="", first_seen="2026-02-01").text
    assert "asked for by the policy somebody-answers" in told(policy="somebody-answers").text
