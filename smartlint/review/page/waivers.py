"""What is excused, by whom, and until when."""

from __future__ import annotations

from smartlint.review.model import Waiver
from smartlint.review.page.markup import Content, element
from smartlint.review.page.section import Section, filtered
from smartlint.review.page.tables import Cell, Column, table
from smartlint.review.page.view import View


def section(view: View) -> Section:
    shown = view.review.waivers
    columns = [
        Column(view.say("Waiver")),
        Column(view.say("State")),
        Column(view.say("Reason"), class_="prose"),
        Column(view.say("Owner")),
        Column(view.say("Approved by")),
        Column(view.say("Findings"), is_number=True),
    ]
    rows = [_waiver(view, one) for one in shown]
    caption = view.say("Waivers, those first that lapse soon")
    empty = element("p", view.say("There are no waivers."), class_="empty")
    whole = table(view, "waivers-table", caption, columns, rows) if shown else empty
    return Section("waivers", view.say("Waivers"), None, [whole, _others(view)])


def _waiver(view: View, waiver: Waiver) -> list[Cell | Content]:
    until = [view.say("until"), " ", view.day(waiver.expires)] if waiver.expires else view.say("without an end")
    return [
        Cell([element("code", waiver.rule), element("p", view.place(waiver.where, 0))], waiver.rule),
        Cell([_state(view, waiver), element("p", until, class_="meta")], waiver.expires or "9999"),
        Cell([view.said(waiver.reason), element("p", view.place(waiver.file, waiver.line))], waiver.reason),
        view.name(waiver.owner),
        view.name(waiver.approver) if waiver.approver else "–",
        Cell(view.number(waiver.excused), waiver.excused),
    ]


def _state(view: View, waiver: Waiver) -> Content:
    if waiver.lapses_soon and waiver.state == "active":
        left = waiver.days_left or 0
        text = view.many("lapses in 1 day", "lapses in {count} days", left) if left else view.say("lapses after today")
        return element("b", "! ", text, class_="level warning")
    return view.say(waiver.state)


def _others(view: View) -> Content:
    """What is quiet for another reason than a waiver."""
    summary = view.review.summary
    said: list[Content] = []
    if count := summary.suppressed:
        said.append(view.many("1 finding is excused by a comment.", "{count} findings are excused by comments.", count))
    if count := summary.baselined:
        said.append(view.many("1 finding is excused by a baseline.", "{count} findings are excused by a baseline.", count))
    return element("p", [[text, " "] for text in said], filtered(view.say("Show them"), level="excused")) if said else None
