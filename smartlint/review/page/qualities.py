"""The SMART profile: how goals stand with each quality, over all of them and team by team."""

from __future__ import annotations

from smartlint.review.model import STATES, Quality, Share, Team
from smartlint.review.page.charts import stacked
from smartlint.review.page.markup import Content, Markup, element, markup
from smartlint.review.page.section import Section, filtered
from smartlint.review.page.tables import Cell, Column, table
from smartlint.review.page.view import SIGNS, View

#: A share has the tint of the first of these that it does not exceed.
_TINTS = ((0, "none"), (49, "few"), (79, "some"), (99, "most"))


def section(view: View) -> Section:
    lead = view.say(
        "A goal passes a quality when no rule of it finds an error or a warning. The fewer rules judge, the less a pass says."
    )
    content = markup([_legend(view), _whole(view), _teams(view)])
    return Section("profile", view.say("SMART profile"), lead, content)


def _legend(view: View) -> Markup:
    items = [element("li", _sign(view, at), view.state(state)) for at, state in enumerate(STATES)]
    return element("ul", items, class_="legend", aria_label=view.say("Signs and colours"))


def _sign(view: View, at: int) -> Markup:
    return element("span", SIGNS[STATES[at]], class_=f"sign {STATES[at]}", aria_hidden="true")


def _whole(view: View) -> Markup:
    columns = [
        Column(view.say("Quality")),
        Column(view.say("Passing"), is_number=True),
        Column(view.say("All goals"), class_="chart"),
        Column(view.say("Rules"), is_number=True),
    ]
    rows = [_quality(view, quality) for quality in view.review.qualities]
    return table(view, "qualities", view.say("All goals by quality"), columns, rows)


def _quality(view: View, quality: Quality) -> list[Cell | Content]:
    letter = element("b", quality.letter, class_="letter", aria_hidden="true") if quality.letter else None
    parts = [(state, count, view.state(state)) for state, count in zip(STATES, quality.states, strict=True)]
    return [
        markup([letter, filtered(quality.title, quality=quality.id)]),
        _share(view, quality.share),
        stacked(parts),
        Cell(view.number(len(quality.rules)), len(quality.rules)),
    ]


def _share(view: View, share: Share) -> Cell:
    percent = share.percent
    if percent is None:
        return Cell("–", -1, "empty")
    tint = next((name for most, name in _TINTS if percent <= most), "all")
    part = element("small", f"{view.number(share.passing)}/{view.number(share.judged)}")
    return Cell([view.percent(share), " ", part], percent, f"share {tint}")


def _sound(view: View, team: Team) -> Cell:
    """With what it was, where that has changed since the run that is compared with."""
    cell = _share(view, team.sound)
    if team.before is None or None in (team.before.percent, team.sound.percent) or team.before.percent == team.sound.percent:
        return cell
    sign = "▲" if team.sound.passing * team.before.judged > team.before.passing * team.sound.judged else "▼"
    was = view.say("was {share}", share=view.percent(team.before))
    return Cell([cell.content, element("small", f" {sign} {was}")], cell.key, cell.class_)


def _teams(view: View) -> Markup:
    names = [
        Column([element("b", quality.letter) if quality.letter else None, " ", quality.title], is_number=True, class_="tall")
        for quality in view.review.qualities
    ]
    columns = [
        Column(view.say("Team")),
        Column(view.say("Open goals"), is_number=True),
        Column(view.say("Sound goals"), is_number=True),
        *names,
        Column(view.say("Errors"), is_number=True, class_="tall"),
        Column(view.say("Warnings"), is_number=True, class_="tall"),
    ]
    rows = [_team(view, team) for team in view.review.teams]
    return table(view, "teams", view.say("Teams and their share of goals that pass"), columns, rows)


def _team(view: View, team: Team) -> list[Cell | Content]:
    return [
        Cell(filtered(view.name(team.name), team=team.number), team.name.casefold()),
        Cell(view.number(team.open), team.open),
        _sound(view, team),
        *(_share(view, share) for share in team.profile),
        Cell(view.number(team.counts.errors), team.counts.errors),
        Cell(view.number(team.counts.warnings), team.counts.warnings),
    ]
