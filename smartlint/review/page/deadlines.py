"""When goals are due, on a line of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from smartlint.language.calendar import add_months
from smartlint.language.days import month
from smartlint.review.model import Deadline
from smartlint.review.page.charts import drawing
from smartlint.review.page.markup import Content, Markup, element
from smartlint.review.page.section import Section, filtered
from smartlint.review.page.tables import Cell, Column, table
from smartlint.review.page.view import View, listed

_WIDTH, _HEIGHT, _BESIDE, _BELOW = 960, 170, 24, 44
#: The line goes no further back and ahead; what is due outside stands at its ends.
_BACK, _AHEAD = timedelta(days=366), timedelta(days=3 * 366)
#: So far from each other stand numbers, and names of months.
_ROOM, _MONTH = 24, 34
#: Months are named in such steps, the first that leaves room.
_STEPS = (1, 3, 6, 12)
#: So many goals of a day are named in the table.
_NAMED = 5


def section(view: View) -> Section:
    days = view.review.deadlines
    title = view.say("Deadlines")
    if not days:
        empty = element("p", view.say("No open goal has a deadline."), class_="empty")
        return Section("deadlines", title, None, [empty, _undated(view)])
    lead = view.say("Open goals by the day on which they are due; the higher, the more goals.")
    region = element("div", _timeline(view, days), class_="scroll picture", role="group", aria_label=title)
    return Section("deadlines", title, lead, [region, _undated(view), _table(view, days)])


def _undated(view: View) -> Content:
    count = len(view.review.undated)
    if not count:
        return None
    text = view.many("1 goal has no deadline.", "{count} goals have no deadline.", count)
    return element("p", filtered(text, due="none"))


# --- the picture ------------------------------------------------------------------------------------------------------


def _timeline(view: View, days: Sequence[Deadline]) -> Markup:
    today = date.fromisoformat(view.review.today)
    begin = min(today, max(date.fromisoformat(days[0].day), _moved(today, -_BACK))).replace(day=1)
    last = max(today, min(date.fromisoformat(days[-1].day), _moved(today, _AHEAD)))
    end = add_months(last.replace(day=1), 1) if last < date(9999, 12, 1) else last
    span = max((end - begin).days, 1)

    def x(day: date) -> float:
        return round(_BESIDE + (_WIDTH - 2 * _BESIDE) * (min(max(day, begin), end) - begin).days / span, 1)

    ground = _HEIGHT - _BELOW
    axis = element("line", x1=_BESIDE, x2=_WIDTH - _BESIDE, y1=ground, y2=ground, class_="axis")
    now = str(x(today))
    mark = element("line", x1=now, x2=now, y1=16, y2=ground + 6, class_="today")
    told = element(
        "text", view.say("today"), x=now, y=12, class_="today", text_anchor="start" if x(today) < _WIDTH / 2 else "end"
    )
    bars = _bars(view, days, [x(date.fromisoformat(one.day)) for one in days], ground)
    label = "; ".join(f"{view.spoken_day(one.day)}: {view.goals(len(one.goals))}" for one in days[:_NAMED])
    more = f"; {view.say('{count} more days', count=len(days) - _NAMED)}" if len(days) > _NAMED else ""
    months = _months(view, begin, end, [x(one) for one in _firsts(begin, end)], ground)
    return drawing(_WIDTH, _HEIGHT, axis, *months, mark, told, *bars, label=label + more, class_="timeline")


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _bars(view: View, days: Sequence[Deadline], places: Sequence[float], ground: int) -> Iterator[Markup]:
    most = max(len(one.goals) for one in days)
    numbered = _numbered(days, places)
    for at, (one, x) in enumerate(zip(days, places, strict=True)):
        top = round(ground - max(6.0, (ground - 40) * len(one.goals) / most), 1)
        name = "past" if one.is_past else "coming"
        yield element("line", x1=str(x), x2=str(x), y1=ground, y2=str(top), class_=f"stem {name}")
        yield element("circle", cx=str(x), cy=str(top), r=4, class_=f"dot {name}")
        if at in numbered:
            yield element("text", view.number(len(one.goals)), x=str(x), y=str(top - 8), text_anchor="middle")


def _numbered(days: Sequence[Deadline], places: Sequence[float]) -> set[int]:
    """The days whose number has room beside those of days with more goals."""
    chosen: set[int] = set()
    for at in sorted(range(len(days)), key=lambda at: (-len(days[at].goals), at)):
        if all(abs(places[at] - places[other]) >= _ROOM for other in chosen):
            chosen.add(at)
    return chosen


def _firsts(begin: date, end: date) -> Iterator[date]:
    """The first day of each month."""
    day = begin
    while day < end:
        yield day
        if day >= date(9999, 12, 1):
            return
        day = add_months(day, 1)


def _months(view: View, begin: date, end: date, places: Sequence[float], ground: int) -> Iterator[Markup]:
    wide = (_WIDTH - 2 * _BESIDE) / len(places)
    step = next((step for step in _STEPS if wide * step >= _MONTH), _STEPS[-1])
    for first, at in zip(_firsts(begin, end), places, strict=True):
        starts_year = first.month == 1
        yield element("line", x1=str(at), x2=str(at), y1=ground, y2=ground + (10 if starts_year else 5), class_="axis")
        if (first.month - 1) % step == 0:
            yield element("text", month(first.month, view.review.language)[:3], x=str(at), y=ground + 22, class_="tick")
        if starts_year or (first == begin and first.month < 12):
            yield element("text", str(first.year), x=str(at), y=ground + 38, class_="tick")


# --- the table --------------------------------------------------------------------------------------------------------


def _table(view: View, days: Sequence[Deadline]) -> Markup:
    columns = [Column(view.say("Day")), Column(view.say("Goals"), is_number=True), Column(view.say("Due"), class_="prose")]
    rows = [
        [
            Cell(view.day(one.day), one.day),
            Cell(filtered(view.number(len(one.goals)), due=one.day), len(one.goals)),
            Cell(_goals(view, one), one.day),
        ]
        for one in days
    ]
    whole = table(view, "days", view.say("Open goals by deadline"), columns, rows)
    return element("details", element("summary", view.say("The same as a table")), whole)


def _goals(view: View, one: Deadline) -> Markup:
    return listed(view, one.goals, _NAMED, lambda text: filtered(text, due=one.day))
