"""What serves what: the goals from the strategy down as a picture, and as a table for those who cannot see it."""

from __future__ import annotations

from collections import defaultdict

from smartlint.review.graphs import graph_of
from smartlint.review.model import Goal
from smartlint.review.page.markup import Content, Markup, element
from smartlint.review.page.section import Section, filtered
from smartlint.review.page.tables import Cell, Column, table
from smartlint.review.page.view import View, listed
from smartlint.review.picture import picture

#: More boxes than that are no picture any more: those nearest to the strategy are shown, and all stand in the table.
_MOST = 60
#: So many of the goals that serve one are named beside it; the others name it in their own row.
_NAMED = 10


def section(view: View) -> Section:
    title = view.say("From strategy to performance")
    shown = graph_of(view.review).linked()
    if not shown.goals:
        text = view.say("No goal is part of another one or says which one it supports: a line `supports:` in a goal does.")
        return Section("alignment", title, None, element("p", view.told(text), class_="empty"))
    lead = view.say(
        "Goals on the left are served by those on the right: a line is a part, dashes are a goal that supports another by name."
    )
    drawn = Markup(picture(shown, view.review.language, most=_MOST, prefix="picture", address=_address))
    region = element("div", drawn, class_="scroll picture", role="group", aria_label=title)
    return Section("alignment", title, lead, [_left_out(view, len(shown.goals)), region, _unaligned(view), _table(view)])


def _address(goal: Goal) -> str:
    return f"#g{goal.number}"


def _left_out(view: View, count: int) -> Content:
    if count <= _MOST:
        return None
    return element(
        "p", view.say("The picture has {shown} of {count} goals; the table below has all.", shown=_MOST, count=count)
    )


def _unaligned(view: View) -> Content:
    count = view.review.summary.unaligned
    if not count:
        return None
    text = view.many("1 goal is not linked to the strategy.", "{count} goals are not linked to the strategy.", count)
    return element("p", filtered(text, show="unaligned"))


def _table(view: View) -> Markup:
    above: dict[int, list[int]] = defaultdict(list)
    below: dict[int, list[int]] = defaultdict(list)
    for link in view.review.links:
        above[link.below].append(link.above)
        below[link.above].append(link.below)
    columns = [
        Column(view.say("Goal")),
        Column(view.say("Team")),
        Column(view.say("Level")),
        Column(view.say("Serves"), class_="prose"),
        Column(view.say("Is served by"), class_="prose"),
    ]
    rows: list[list[Cell | Content]] = [
        [
            view.goal(number),
            view.team(view.review.goals[number].team),
            view.kind(view.review.goals[number].level),
            Cell(_goals(view, above[number]), len(above[number])),
            Cell(_goals(view, below[number]), len(below[number])),
        ]
        for number in sorted({*above, *below})
    ]
    whole = table(view, "links", view.say("Goals and what they serve"), columns, rows)
    return element("details", element("summary", view.say("The same as a table")), whole)


def _goals(view: View, numbers: list[int]) -> Content:
    return listed(view, numbers, _NAMED) if numbers else "–"
