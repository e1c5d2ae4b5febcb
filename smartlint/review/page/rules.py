"""What was found, rule by rule."""

from __future__ import annotations

from smartlint.review.model import Rule
from smartlint.review.page.markup import Content, element, markup
from smartlint.review.page.section import Section, filtered
from smartlint.review.page.tables import Cell, Column, table
from smartlint.review.page.view import View


def section(view: View) -> Section:
    rules = view.review.rules
    lead = (
        view.told(view.say("Most findings first. `smartlint rule {code}` explains a rule with examples.", code=rules[0].code))
        if rules
        else None
    )
    columns = [
        Column(view.say("Rule")),
        Column(view.say("Quality")),
        Column(view.say("Errors"), is_number=True),
        Column(view.say("Warnings"), is_number=True),
        Column(view.say("Notes"), is_number=True),
        Column(view.say("Excused"), is_number=True),
        Column(view.say("Goals"), is_number=True),
        Column(view.say("Teams"), is_number=True),
    ]
    titles = {quality.id: quality.title for quality in view.review.qualities}
    rows = [_rule(view, rule, titles.get(rule.quality, "–")) for rule in rules]
    empty = element("p", view.say("Nothing was found."), class_="empty")
    shown = table(view, "rules-table", view.say("Findings by rule"), columns, rows) if rows else empty
    return Section("rules", view.say("Findings by rule"), lead, shown)


def _rule(view: View, rule: Rule, quality: str) -> list[Cell | Content]:
    counts = rule.counts
    figures = (counts.errors, counts.warnings, counts.infos, rule.excused, rule.goals, rule.teams)
    title = markup([element("code", rule.code), " ", view.name(rule.title)])
    return [Cell(filtered(title, rule=rule.code), rule.code), quality, *(Cell(view.number(one), one) for one in figures)]
