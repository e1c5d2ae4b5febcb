"""Ways to break a good goal, each with the code that must be found: its owner and its times."""

from __future__ import annotations

from collections.abc import Callable

from smartlint.goal import Milestone
from smartlint.source import Span
from tests.accuracy.spot import Spot

#: Breaks a goal; None where it does not fit.
Break = Callable[[Spot], "str | None"]
BREAKS: dict[str, tuple[str, Break]] = {}


def breaks(code: str) -> Callable[[Break], Break]:
    def added(function: Break) -> Break:
        BREAKS[function.__name__.replace("_", "-")] = (code, function)
        return function

    return added


# --- owner ----------------------------------------------------------------------------------------------------------


@breaks("OWN001")
def owner_dropped(spot: Spot) -> str | None:
    if not spot.root or spot.header("owner") or spot.goal.reading.owners:
        return None
    return spot.edited(*spot.dropped("owner"))


@breaks("OWN003")
def owner_everyone(spot: Spot) -> str | None:
    return spot.edited(spot.field("owner", spot.word("everyone"))) if "owner" in spot.goal.fields else None


@breaks("OWN002")
def owner_doubled(spot: Spot) -> str | None:
    if len(spot.goal.owner) != 1 or "owner" not in spot.goal.fields or spot.goal.owner[0].kind != "person":
        return None
    return spot.edited(spot.field("owner", f"{spot.goal.owner[0].text} {spot.word('and')} Astrid Holm"))


@breaks("SPC012")
def owner_to_be_decided(spot: Spot) -> str | None:
    return spot.edited(spot.field("owner", "TBD")) if "owner" in spot.goal.fields else None


@breaks("SYN006")
def owner_emptied(spot: Spot) -> str | None:
    return spot.edited(spot.field("owner", "")) if "owner" in spot.goal.fields else None


@breaks("SYN003")
def owner_repeated(spot: Spot) -> str | None:
    if "owner" not in spot.goal.fields:
        return None
    line = spot.line(spot.goal.fields["owner"].span)
    return spot.edited((Span(line.end, line.end), spot.text[slice(*line)])) if spot.text[slice(*line)].endswith("\n") else None


@breaks("SYN002")
def owner_misspelt(spot: Spot) -> str | None:
    if "owner" not in spot.goal.fields or len(spot.goal.fields["owner"].word.text) < 4:
        return None
    word = spot.goal.fields["owner"].word
    return spot.edited((word.span, word.text[:2] + word.text[1] + word.text[2:]))


# --- time -----------------------------------------------------------------------------------------------------------


@breaks("TIM001")
def deadline_dropped(spot: Spot) -> str | None:
    if not spot.root or not spot.goal.deadline or "period" in spot.goal.fields:
        return None
    times = [(time.span, "") for time in spot.timed]
    return spot.edited(*spot.dropped("deadline"), *spot.undated_header(), *times)


def _dated(spot: Spot) -> bool:
    """The deadline stands in a field and nowhere else."""
    return "deadline" in spot.goal.fields and not spot.timed and not spot.header("period")


@breaks("TIM003")
def deadline_past(spot: Spot) -> str | None:
    return spot.edited(spot.field("deadline", "2025-06-30")) if _dated(spot) else None


@breaks("TIM004")
def deadline_outside_period(spot: Spot) -> str | None:
    if not spot.header("period") or spot.timed or "period" in spot.goal.fields or spot.goal.level == "strategic":
        return None
    return spot.edited(spot.field("deadline", "2029-06-29"))


@breaks("TIM005")
def start_after_deadline(spot: Spot) -> str | None:
    day = spot.days_after_deadline(10)
    return spot.edited(spot.field("start", day)) if day else None


@breaks("TIM002")
def deadline_soon(spot: Spot) -> str | None:
    return spot.edited(spot.field("deadline", spot.word("soon"))) if _dated(spot) and spot.root else None


@breaks("TIM011")
def deadline_ambiguous(spot: Spot) -> str | None:
    return spot.edited(spot.field("deadline", "05/06/26")) if "deadline" in spot.goal.fields else None


@breaks("TIM013")
def deadline_on_a_sunday(spot: Spot) -> str | None:
    return spot.edited(spot.field("deadline", "2026-09-27")) if _dated(spot) else None


@breaks("SYN005")
def deadline_impossible(spot: Spot) -> str | None:
    return spot.edited(spot.field("deadline", "2026-02-30")) if "deadline" in spot.goal.fields else None


@breaks("MEA009")
def deadline_in_two_versions(spot: Spot) -> str | None:
    stated = [time for time in spot.timed if time.role == "deadline" and not time.derived]
    day = spot.days_after_deadline(45)
    return spot.edited(spot.field("deadline", day)) if day and stated else None


@breaks("TIM008")
def review_dropped(spot: Spot) -> str | None:
    return spot.edited(*spot.header_without("review"), *spot.dropped("review"))


@breaks("TIM009")
def review_once_a_year(spot: Spot) -> str | None:
    fields = [section.fields["review"] for section in spot.document.sections if "review" in section.fields]
    return spot.edited(*((field.text.span, spot.word("yearly")) for field in fields))


@breaks("TIM006")
def milestones_swapped(spot: Spot) -> str | None:
    times = [one.time.span for one in _series(spot)]
    return _swapped(spot, times[0], times[-1]) if len(times) > 1 else None


@breaks("ARI005")
def milestone_beyond_target(spot: Spot) -> str | None:
    spans = [one.quantity.span for one in _series(spot) if one.quantity]
    return _swapped(spot, spans[0], spans[-1]) if len(spans) > 1 else None


def _series(spot: Spot) -> list[Milestone]:
    field = spot.goal.fields.get("milestones")
    return [one for one in field.value if isinstance(one, Milestone)] if field and isinstance(field.value, tuple) else []


def _swapped(spot: Spot, one: Span, other: Span) -> str | None:
    return spot.edited((one, spot.text[slice(*other)]), (other, spot.text[slice(*one)]))
