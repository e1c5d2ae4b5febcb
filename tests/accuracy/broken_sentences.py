"""Ways to break a good goal: its sentence, its plan, and what it belongs to."""

from __future__ import annotations

import re

from smartlint.source import Span
from tests.accuracy.broken import breaks
from tests.accuracy.spot import MEASURES, Spot

# --- the sentence ---------------------------------------------------------------------------------------------------


#: The lists whose words say what is done.
_VERBS = ("increase", "decrease", "keep", "deliver", "activity")


def _begins(spot: Spot) -> bool:
    """The sentence begins with what is done, so that another verb can stand before it."""
    return spot.starts_with(*_VERBS) and not spot.goal.reading.owners and spot.goal.reading.form != "topic"


@breaks("SPC010")
def hedged(spot: Spot) -> str | None:
    return spot.edited(spot.before(spot.word("consider"))) if _begins(spot) else None


@breaks("SPC004")
def only_tried(spot: Spot) -> str | None:
    return spot.edited(spot.before(spot.word("try"))) if _begins(spot) else None


@breaks("SPC004")
def if_possible(spot: Spot) -> str | None:
    return spot.edited(spot.after(spot.word("possible")))


@breaks("SPC005")
def list_left_open(spot: Spot) -> str | None:
    if not spot.goal.statement.plain.rstrip(".")[-1].isalpha():
        return None
    return spot.edited(spot.after(spot.word("etc")))


@breaks("SPC006")
def second_outcome(spot: Spot) -> str | None:
    return spot.edited(spot.after(spot.word("other"))) if _begins(spot) and not spot.goal.reading.means else None


@breaks("SPC009")
def claim_of_rank(spot: Spot) -> str | None:
    return spot.edited(spot.said(spot.word("claim")), *spot.dropped(*MEASURES)) if not spot.goal.children else None


@breaks("SPC011")
def question(spot: Spot) -> str | None:
    text = spot.text[slice(*spot.statement)]
    if not _begins(spot):
        return None
    return spot.edited(spot.said(f"{spot.word('can_we')} {text[0].lower()}{text[1:].removesuffix('.')}?"))


@breaks("SPC013")
def topic(spot: Spot) -> str | None:
    measured = [child for child in spot.goal.children if child.reading.measurable == "quantified"]
    return spot.edited(spot.said(spot.word("topic")), *spot.dropped("metric", "target", "done_when")) if measured else None


@breaks("SPC015")
def status_told(spot: Spot) -> str | None:
    return spot.edited(spot.after("✅"))


@breaks("SPC003")
def number_to_many(spot: Spot) -> str | None:
    numbers = [one for one in spot.goal_numbers if one.unit not in ("percent", "percentage_point", "times")]
    alone = len(numbers) == len(spot.goal.reading.quantities) == 1
    found = re.match(r"\d[\d.\u00a0 ]*(?= [a-zæøåäö])", numbers[0].text) if alone else None
    if not found or spot.goal.children or not spot.statement.contains(numbers[0].span):
        return None
    start = numbers[0].span.start
    return spot.edited((Span(start, start + found.end()), spot.word("many")), *spot.dropped(*MEASURES))


# --- the plan -------------------------------------------------------------------------------------------------------


@breaks("PLN001")
def plan_dropped(spot: Spot) -> str | None:
    supported = any(
        link.text.rpartition("/")[2] == spot.goal.id.text for goal in spot.document.all_goals for link in goal.supports
    )
    if not spot.root or spot.goal.children or spot.goal.reading.means or supported:
        return None
    return spot.edited(*spot.dropped("how"))


@breaks("PLN003")
def step_after_deadline(spot: Spot) -> str | None:
    day = spot.days_after_deadline(40)
    dated = [action.deadline.span for action in spot.goal.actions if action.deadline]
    return spot.edited((dated[-1], day)) if day and dated else None


@breaks("PLN004")
def plan_says_the_goal(spot: Spot) -> str | None:
    return spot.edited(spot.field("how", spot.goal.statement.plain)) if "how" in spot.goal.fields else None


@breaks("PLN005")
def plan_of_effort(spot: Spot) -> str | None:
    return spot.edited(spot.field("how", spot.word("harder"))) if "how" in spot.goal.fields else None


@breaks("PLN006")
def plan_as_before(spot: Spot) -> str | None:
    if "how" not in spot.goal.fields or spot.goal.reading.of("keep"):
        return None
    return spot.edited(spot.field("how", spot.word("before")))


# --- what it belongs to ---------------------------------------------------------------------------------------------


@breaks("REL002")
def link_to_nothing(spot: Spot) -> str | None:
    return spot.edited(spot.field("supports", "Z99"))


@breaks("REL003")
def link_to_itself(spot: Spot) -> str | None:
    return spot.edited(spot.field("supports", spot.goal.id.text)) if spot.goal.id and not spot.header("supports") else None


@breaks("REL004")
def why_dropped(spot: Spot) -> str | None:
    return spot.edited(*spot.dropped("why", "supports")) if spot.root and not spot.header("supports") else None


@breaks("OWN008")
def agreement_dropped(spot: Spot) -> str | None:
    return spot.edited(*spot.dropped("agreed"))


def _copy(spot: Spot, name: str) -> str | None:
    """The text with the goal once more at its end, under another ID."""
    if not spot.root or not spot.goal.id or spot.goal.children:
        return None
    start = spot.line(spot.goal.head).start
    text = spot.text[start : spot.goal.span.end]
    at = spot.goal.id.span.start - start
    copy = text[:at] + name + text[at + len(spot.goal.id.text) :]
    return f"{spot.text.rstrip()}\n\n{copy}\n"


@breaks("CON001")
def written_twice(spot: Spot) -> str | None:
    return _copy(spot, "Z9")


@breaks("SYN004")
def id_twice(spot: Spot) -> str | None:
    return _copy(spot, spot.goal.id.text)
