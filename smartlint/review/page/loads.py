"""How much there is at a time: goals of owners, and goals of teams beside their limits."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.facts import fold
from smartlint.review.model import Limit, Owner
from smartlint.review.page.charts import against
from smartlint.review.page.markup import Content, Markup, element
from smartlint.review.page.section import Section, filtered
from smartlint.review.page.tables import Cell, Column, table
from smartlint.review.page.view import SIGNS, View, joined

#: So many teams of an owner are named.
_TEAMS = 3


def owners(view: View) -> Section:
    shown = view.review.owners
    title = view.say("Owners")
    if not shown:
        return Section("owners", title, None, element("p", view.say("No open goal has an owner."), class_="empty"))
    lead = view.say(
        "The most that each owner answers for at a time, from today on: facts for planning, and no verdict on anybody."
    )
    has_limits = any(one.most is not None for one in shown)
    columns = [
        Column(view.say("Owner")),
        Column(view.say("Open goals"), is_number=True),
        Column(view.say("At a time"), is_number=True),
        Column(element("span", view.say("as a bar"), class_="unseen"), class_="chart"),
        *([Column(view.say("Limit"))] if has_limits else []),
        Column(view.say("From")),
        Column(view.say("Next deadline")),
        Column(view.say("Teams")),
    ]
    largest = max(max(one.busiest, one.most or 0) for one in shown)
    rows = [_owner(view, one, largest, has_limits=has_limits) for one in shown]
    whole = table(view, "owners-table", view.say("Owners and their open goals"), columns, rows)
    return Section("owners", title, lead, whole)


def _owner(view: View, owner: Owner, largest: int, *, has_limits: bool) -> list[Cell | Content]:
    at = view.people.get(fold(owner.name))
    name = filtered(view.name(owner.name), owner=at[0]) if at else view.name(owner.name)
    return [
        Cell(name, owner.name.casefold()),
        Cell(view.number(len(owner.goals)), len(owner.goals)),
        Cell(view.number(owner.busiest), owner.busiest),
        against(owner.busiest, owner.most, None, largest, "warning" if _is_over(owner) else "load"),
        *([_allowed(view, owner)] if has_limits else []),
        Cell(view.say("now") if owner.day == view.review.today else view.day(owner.day) or "–", owner.day),
        Cell(view.day(owner.next_deadline) or "–", owner.next_deadline),
        _teams(view, owner.teams),
    ]


def _teams(view: View, teams: Sequence[int]) -> Markup:
    left = len(teams) - _TEAMS
    more = view.say("and {count} more", count=left) if left > 0 else None
    return joined([*(view.team(number) for number in teams[:_TEAMS]), more])


def _is_over(owner: Owner) -> bool:
    return owner.most is not None and owner.busiest > owner.most


def _allowed(view: View, owner: Owner) -> Cell:
    if owner.most is None:
        return Cell("–", -1)
    said = view.say("at most {count}", count=owner.most)
    over = [element("b", "! ", view.say("above"), class_="level warning"), " "] if _is_over(owner) else None
    return Cell([over, said], owner.most)


def limits(view: View) -> Section:
    shown = view.review.limits
    title = view.say("Goals per team")
    if not shown:
        return Section("limits", title, None, element("p", view.say("No open goal has a team and a period."), class_="empty"))
    lead = view.say(
        "Open goals of each team by level and period, beside the limits that hold for it, those above theirs first."
    )
    columns = [
        Column(view.say("Team")),
        Column(view.say("Level")),
        Column(view.say("Period")),
        Column(view.say("Goals"), is_number=True),
        Column(element("span", view.say("as a bar"), class_="unseen"), class_="chart"),
        Column(view.say("Limit")),
    ]
    largest = max(max(len(one.goals), one.most or 0) for one in shown)
    rows = [_limit(view, one, largest) for one in shown]
    whole = table(view, "limits-table", view.say("Goals beside their limits"), columns, rows)
    return Section("limits", title, lead, whole)


def _limit(view: View, limit: Limit, largest: int) -> list[Cell | Content]:
    bar = against(len(limit.goals), limit.most, limit.warn, largest, "load" if limit.state == "within" else limit.state)
    return [
        Cell(filtered(view.team(limit.team), team=limit.team), view.review.teams[limit.team].name.casefold()),
        view.kind(limit.level),
        Cell(_period(view, *limit.period), "".join(limit.period)),
        Cell(view.number(len(limit.goals)), len(limit.goals)),
        Cell(bar, len(limit.goals)),
        _said(view, limit),
    ]


def _period(view: View, begin: str, end: str) -> Content:
    if begin[5:] == "01-01" and end == f"{begin[:4]}-12-31":
        return begin[:4]
    return joined((view.day(begin), view.day(end)), " – ") or "–"


def _said(view: View, limit: Limit) -> Content:
    known = [
        view.say("at most {count}", count=limit.most) if limit.most is not None else "",
        view.say("warned above {count}", count=limit.warn) if limit.warn is not None else "",
    ]
    said = joined(known) or view.say("no limit set")
    if limit.state == "within":
        return said
    return [element("b", SIGNS[limit.state], " ", view.state(limit.state), class_=f"level {limit.state}"), " ", said]
