"""What has changed since earlier runs."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.review.model import Fixed, Run, Trend
from smartlint.review.page.charts import drawing
from smartlint.review.page.markup import Content, Markup, element
from smartlint.review.page.section import Section, figures, filtered
from smartlint.review.page.tables import Cell, Column, table
from smartlint.review.page.view import SIGNS, View, total

_WIDTH, _HEIGHT, _AROUND = 460, 150, 28
#: A line has a date below each of so many points; with more, only the first and the last.
_DATED = 5


def section(view: View) -> Section | None:
    """None where there is nothing to compare with."""
    trend = view.review.trend
    if trend is None or trend.since is None:
        return None
    title = view.say("Since earlier reviews")
    before = next((run for run in trend.runs if run.id == trend.since), None)
    lead = view.say("Compared with the review of {day}.", day=view.spoken_day(before.today)) if before else None
    return Section(
        "history", title, lead, [_counts(view, trend), _charts(view, trend.runs), _runs(view, trend.runs), _fixed(view, trend)]
    )


def _counts(view: View, trend: Trend) -> Markup:
    shown: list[tuple[str, str, Content]] = [
        ("error", view.say("New findings"), filtered(view.number(trend.new), news="new")),
        ("passes", view.say("Fixed"), view.number(len(trend.fixed))),
        ("warning", view.say("Still there"), filtered(view.number(trend.known), news="known")),
        ("plain", view.say("New goals"), filtered(view.number(len(trend.new_goals)), show="new")),
        ("plain", view.say("Goals that are gone"), view.number(trend.gone_goals)),
    ]
    return figures(shown)


def _charts(view: View, runs: Sequence[Run]) -> Content:
    judged = [(run.today, run.sound.percent) for run in runs if run.sound.percent is not None]
    wrong = [(run.today, total(run.counts)) for run in runs]
    return element(
        "div",
        _line(view, view.say("Sound goals, in percent"), judged, 100, "passes"),
        _line(view, view.say("Errors and warnings"), wrong, 0, "error"),
        class_="charts",
    )


def _line(view: View, title: str, points: Sequence[tuple[str, int]], most: int, name: str) -> Content:
    """A line through the values of days; one point is none."""
    if len(points) < 2:
        return None
    last, ground = len(points) - 1, _HEIGHT - _AROUND
    top = max(most, 1, *(value for _, value in points))
    drawn, corners = [], []
    for at, (day, value) in enumerate(points):
        x = str(round(_AROUND + (_WIDTH - 2 * _AROUND) * at / last, 1))
        y = round(ground - (_HEIGHT - 2 * _AROUND) * value / top, 1)
        corners.append(f"{x},{y}")
        drawn.append(element("circle", cx=x, cy=str(y), r=4, class_=f"dot {name}"))
        if last < _DATED or at in (0, last):
            anchor = "start" if at == 0 else "end" if at == last else "middle"
            drawn.append(element("text", view.number(value), x=x, y=str(y - 9), text_anchor="middle"))
            drawn.append(element("text", day, x=x, y=_HEIGHT - 8, text_anchor=anchor, class_="tick"))
    axis = element("line", x1=_AROUND, x2=_WIDTH - _AROUND, y1=ground, y2=ground, class_="axis")
    line = element("polyline", points=" ".join(corners), class_=f"trend {name}")
    label = f"{title}: {', '.join(view.number(value) for _, value in points)}"
    picture = drawing(_WIDTH, _HEIGHT, axis, line, *drawn, label=label, class_="line")
    return element("figure", element("figcaption", title), picture)


def _runs(view: View, runs: Sequence[Run]) -> Markup:
    columns = [
        Column(view.say("Day")),
        Column(view.say("Goals"), is_number=True),
        Column(view.say("Sound goals"), is_number=True),
        Column(view.say("Errors"), is_number=True),
        Column(view.say("Warnings"), is_number=True),
        Column(view.say("Notes"), is_number=True),
        Column(view.say("Excused"), is_number=True),
    ]
    rows = [
        [
            Cell(view.day(run.today), run.today),
            Cell(view.number(run.goals), run.goals),
            Cell(view.percent(run.sound), -1 if run.sound.percent is None else run.sound.percent),
            *(Cell(view.number(one), one) for one in (run.counts.errors, run.counts.warnings, run.counts.infos, run.excused)),
        ]
        for run in reversed(runs)
    ]
    whole = table(view, "runs", view.say("Reviews, the last one first"), columns, rows)
    return element("details", element("summary", view.say("All reviews as a table")), whole)


def _fixed(view: View, trend: Trend) -> Content:
    if not trend.fixed:
        return None
    columns = [
        Column(view.say("Goal")),
        Column(view.say("Rule")),
        Column(view.say("Level")),
        Column(view.say("First seen")),
        Column(view.say("File")),
    ]
    rows = [_row(view, one) for one in trend.fixed]
    text = view.many("1 finding that is fixed", "{count} findings that are fixed", len(trend.fixed))
    return element("details", element("summary", text), table(view, "fixed", text, columns, rows))


def _row(view: View, one: Fixed) -> list[Cell | Content]:
    gone = [" ", element("small", view.say("this goal is gone"))] if one.is_goal_gone else None
    return [
        [view.said(one.statement or one.goal), gone],
        element("code", one.code),
        element("b", SIGNS[one.level], " ", view.level(one.level), class_=f"level {one.level}"),
        Cell(view.day(one.first_seen) or "–", one.first_seen),
        view.place(one.file, 0),
    ]
