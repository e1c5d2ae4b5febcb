"""The goals that are shown with their text: those to mend first, and those that others may take as a pattern."""

from __future__ import annotations

from collections.abc import Iterable

from smartlint.review.model import Finding, Shown
from smartlint.review.page.markup import Content, Markup, element
from smartlint.review.page.section import Section
from smartlint.review.page.view import SIGNS, View, joined
from smartlint.rule import LEVELS


def mended_first(view: View) -> Section:
    shown = view.review.mended_first
    lead = view.say("The goals with most to mend, as they are written, and what to do about each.")
    empty = element("p", view.say("Nothing is to be mended."), class_="empty")
    return Section("mend", view.say("Goals to mend first"), lead if shown else None, _cards(view, shown) or empty)


def exemplary(view: View) -> Section:
    shown = view.review.exemplary
    lead = view.say("Goals in which nothing was found, and which say most: take them as a pattern.")
    empty = element("p", view.say("No goal is without findings yet."), class_="empty")
    return Section("examples", view.say("Goals to learn from"), lead if shown else None, _cards(view, shown) or empty)


def _cards(view: View, shown: tuple[Shown, ...]) -> Content:
    return element("ol", [_card(view, one) for one in shown], class_="cards") if shown else None


def _card(view: View, shown: Shown) -> Markup:
    goal = view.review.goals[shown.goal]
    told = [told_of(view, one) for one in by_level(view.review.findings[number] for number in shown.findings)]
    return element(
        "li",
        element("h3", view.goal(goal.number)),
        element(
            "p", joined([view.team(goal.team), view.names(goal.owners), view.place(goal.file, goal.line)], " · "), class_="meta"
        ),
        element("div", _lines(shown.text), class_="text", lang=goal.language or None, dir="auto"),
        element("ul", told, class_="findings") if told else None,
        class_="card",
    )


def _lines(text: str) -> Content:
    """The lines of a text, each indented as it stands there."""
    return [element("span", line.replace("\t", "    ") or " ") for line in text.splitlines()]


def by_level(found: Iterable[Finding]) -> list[Finding]:
    """The gravest first, and last what is excused."""
    return sorted(found, key=lambda one: (one.excuse is not None, LEVELS.index(one.level), one.number))


def told_of(view: View, finding: Finding) -> Markup:
    """A finding: its level, what is wrong, what to write instead, its rule, and what else it speaks of."""
    state = "excused" if finding.excuse else finding.level
    label = element("b", SIGNS[state], " ", view.state(state), class_=f"level {state}")
    rule = element("code", f"{finding.code} {finding.rule}", class_="rule")
    said = element("p", label, " ", view.told(finding.message))
    details: list[Content] = [rule]
    if finding.policy:
        details.append(view.told(view.say("asked for by the policy `{name}`", name=finding.policy)))
    if finding.news == "new":
        details.append(element("em", view.say("new"), class_="new"))
    elif finding.news == "known" and finding.first_seen:
        details.append([view.say("first seen"), " ", view.day(finding.first_seen)])
    return element(
        "li",
        said,
        element("p", view.told(finding.help), class_="help") if finding.help and not finding.excuse else None,
        _related(view, finding),
        _excuse(view, finding),
        element("p", joined(details, " · "), class_="meta"),
        data_level=state,
        data_rule=finding.code,
        data_quality=finding.quality or None,
        data_news=finding.news or None,
    )


def _related(view: View, finding: Finding) -> Content:
    places = [
        element("li", view.told(place.message), " ", view.place(place.file, place.line))
        for place in finding.related
        if place.message and (place.file, place.line) != (finding.file, finding.line)
    ]
    return element("ul", places, class_="related") if places else None


def _excuse(view: View, finding: Finding) -> Content:
    excuse = finding.excuse
    if excuse is None:
        return None
    by = {"comment": view.say("by a comment"), "waiver": view.say("by a waiver"), "baseline": view.say("by a baseline")}
    until = [view.say("until"), " ", view.day(excuse.until)] if excuse.until else None
    parts = [by[excuse.by], until, view.name(excuse.approver), view.said(excuse.reason)]
    return element("p", view.say("Excused"), " ", joined(parts, " · "), class_="help")
