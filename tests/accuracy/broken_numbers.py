"""Ways to break a good goal: its numbers."""

from __future__ import annotations

import re

from smartlint.source import Span
from tests.accuracy.broken import breaks
from tests.accuracy.spot import MEASURES, Edit, Spot, other_number

_FIGURE = re.compile(r"\d[\d.,\u00a0]*(?: \d{3})*(?<=\d)")


@breaks("MEA001")
def wish(spot: Spot) -> str | None:
    if spot.goal.children or not spot.goal_numbers:
        return None
    return spot.edited(spot.said(spot.word("wish")), *spot.dropped(*MEASURES))


@breaks("MEA002")
def target_dropped(spot: Spot) -> str | None:
    if not {"metric", "target"} <= spot.goal.fields.keys() or spot.goal.reading.quantities or spot.goal.children:
        return None
    return spot.edited(*spot.dropped("target", "done_when", "milestones"))


@breaks("MEA003")
def baseline_dropped(spot: Spot) -> str | None:
    if not spot.starts_with("increase", "decrease") or spot.goal.reading.quantity("baseline"):
        return None
    return spot.edited(*spot.dropped("baseline", "progress", "evidence"))


def _numbers(spot: Spot) -> tuple[Edit, Edit] | None:
    """Where the figures of baseline and target stand, and what they are, if they differ and have one unit."""
    baseline, target = spot.goal.baseline, spot.goal.target
    if baseline is None or target is None or baseline.value == target.value or baseline.per != target.per:
        return None
    if baseline.unit != target.unit or baseline.is_range or target.is_range or spot.goal.change:
        return None
    one, other = _FIGURE.search(baseline.text), _FIGURE.search(target.text)
    if one is None or other is None:
        return None
    first = Span(baseline.span.start + one.start(), baseline.span.start + one.end())
    second = Span(target.span.start + other.start(), target.span.start + other.end())
    return (first, one[0]), (second, other[0])


@breaks("MEA007")
def direction_swapped(spot: Spot) -> str | None:
    numbers = _numbers(spot)
    if numbers is None or spot.goal.fields.keys() & {"milestones", "progress"}:
        return None
    if not spot.starts_with("increase", "decrease"):
        return None
    (first, one), (second, other) = numbers
    return spot.edited((first, other), (second, one))


@breaks("MEA008")
def target_as_baseline(spot: Spot) -> str | None:
    numbers = _numbers(spot)
    bounded = spot.goal.target is not None and spot.goal.target.role != "target"
    if numbers is None or bounded or spot.goal.fields.keys() & {"milestones", "progress"}:
        return None
    (_, one), (second, _) = numbers
    return spot.edited((second, one))


@breaks("MEA009")
def number_in_two_versions(spot: Spot) -> str | None:
    targets = [one for one in spot.goal_numbers if one.role == "target" and re.match(r"\d", one.text) and not one.per]
    if len(targets) != 1 or "target" in spot.goal.fields or targets[0].is_range:
        return None
    return spot.edited(spot.field("target", other_number(targets[0].text)))


@breaks("MEA013")
def share_over_the_whole(spot: Spot) -> str | None:
    baseline, target = spot.goal.baseline, spot.goal.target
    if baseline is None or target is None or target.unit != "percent" or baseline.unit != "percent" or target.per:
        return None
    number = re.search(r"\d+(?:[.,]\d+)?", target.text)
    return spot.edited((target.span, target.text.replace(number[0], "140"))) if number else None


@breaks("MEA014")
def number_about(spot: Spot) -> str | None:
    targets = [one for one in spot.goal_numbers if one.role == "target" and re.match(r"\d", one.text)]
    if len(targets) != 1 or not spot.statement.contains(targets[0].span) or "target" in spot.goal.fields:
        return None
    return spot.edited((Span(targets[0].span.start, targets[0].span.start), spot.word("about") + " "))


@breaks("SPC012")
def number_to_be_filled_in(spot: Spot) -> str | None:
    number = re.match(r"\d+(?:[.,]\d+)?(?=\s?%)", spot.goal_numbers[0].text) if len(spot.goal_numbers) == 1 else None
    if number is None:
        return None
    start = spot.goal_numbers[0].span.start
    return spot.edited((Span(start, start + number.end()), "XX"))


@breaks("ARI001")
def percentage_wrong(spot: Spot) -> str | None:
    baseline, target = spot.goal.baseline, spot.goal.target
    if baseline is None or target is None or _numbers(spot) is None or baseline.unit == "percent" or not baseline.value:
        return None
    if not spot.starts_with("increase", "decrease") or not target.value:
        return None
    change = round(abs(target.value / baseline.value - 1) * 100)
    wrong = change + 37 if target.value > baseline.value or change < 50 else change - 37
    return spot.edited(spot.after(f"{spot.word('rise' if target.value > baseline.value else 'fall')} {wrong} %"))


@breaks("ACH004")
def confidence_of_140(spot: Spot) -> str | None:
    return spot.edited(spot.field("confidence", "140 %"))


@breaks("BAL006")
def guardrail_without_bound(spot: Spot) -> str | None:
    return spot.edited(spot.field("guardrail", spot.word("suffer")))


@breaks("MEA010")
def source_dropped(spot: Spot) -> str | None:
    return spot.edited(*spot.dropped("source")) if spot.root and not spot.header("source") else None
