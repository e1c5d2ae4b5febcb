"""Goals that say the same, or things that do not go together."""

from __future__ import annotations

from smartlint.review.model import Overlap
from smartlint.review.page.markup import Content, Markup, element
from smartlint.review.page.section import Section
from smartlint.review.page.view import View, joined

#: So many are shown at once, and so many goals of each.
_SHOWN, _GOALS = 10, 8


def section(view: View) -> Section:
    shown = view.review.overlaps
    title = view.say("Overlaps")
    if not shown:
        text = view.say("No goals of different teams say the same or the opposite.")
        return Section("overlaps", title, None, element("p", text, class_="empty"))
    lead = view.say(
        "Goals side by side, those of different teams first. Where no rule has found it, it may well be meant: talk about it."
    )
    first, rest = shown[:_SHOWN], shown[_SHOWN:]
    content: list[Content] = [_list(view, first)]
    if rest:
        text = view.many("1 more overlap", "{count} more overlaps", len(rest))
        content.append(element("details", element("summary", text), _list(view, rest)))
    return Section("overlaps", title, lead, content)


def _list(view: View, shown: tuple[Overlap, ...]) -> Markup:
    return element("ol", [_overlap(view, one) for one in shown], class_="cards")


def _overlap(view: View, one: Overlap) -> Markup:
    kinds = {
        "finding": view.told(one.message),
        "same": view.say("The same goal in several teams"),
        "opposite": view.say("More in one team, less in another"),
    }
    shown = one.goals[:_GOALS]
    goals = [element("li", view.goal(number), element("p", _meta(view, number), class_="meta")) for number in shown]
    left = len(one.goals) - len(shown)
    more = element("li", view.say("and {count} more", count=left)) if left else None
    return element("li", element("h3", kinds[one.kind]), element("ul", goals, more, class_="plain"), class_="card")


def _meta(view: View, number: int) -> Content:
    goal = view.review.goals[number]
    return joined([view.team(goal.team), view.names(goal.owners), view.day(goal.deadline)], " · ")
