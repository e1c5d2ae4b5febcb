"""Every goal with what was found in it, and the filters that a reader looks for his own with.

Without a script all goals are shown. The script only hides and orders what stands here: it makes no text of its own. Those
that it would hide at first stand where a browser with scripts passes over them until they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.facts import fold
from smartlint.language.days import month
from smartlint.review.model import Finding, Goal, State
from smartlint.review.page.chosen import by_level, told_of
from smartlint.review.page.markup import Content, Markup, element
from smartlint.review.page.section import Section
from smartlint.review.page.view import SIGNS, View, joined, total

_ANY = ""
#: So many goals are shown at once.
_SHOWN = 50


def section(view: View) -> Section:
    lead = view.say("Each goal with what was found in it, those with most to mend first.")
    goals = sorted(
        view.review.goals, key=lambda goal: (-goal.counts.errors, -total(goal.counts), -goal.counts.total, goal.number)
    )
    items = [*(_goal(view, goal) for goal in goals), *_files(view)]
    first = _SHOWN if len(goals) > _SHOWN else len(items)
    content = [
        _form(view),
        element("ol", items[:first], id="goal-list", class_="goals"),
        _others(view, goals[first:], items[first:]),
        element("p", element("button", view.say("Show more"), type="button", id="more-goals", hidden=True), class_="script"),
    ]
    return Section("goals", view.say("Goals and findings"), lead, content)


def _others(view: View, goals: Sequence[Goal], items: Sequence[Markup]) -> Content:
    """The goals that are not shown at once, and how many there are of them and of their findings, for the script."""
    if not items:
        return None
    left = [goal.number for goal in goals]
    findings = sum(len(view.found.get(number, ())) for number in (*left, None))
    list_ = element("ol", items, class_="goals")
    return element("noscript", list_, id="other-goals", data_goals=len(left), data_findings=findings)


# --- the filters ------------------------------------------------------------------------------------------------------


def _form(view: View) -> Markup:
    review = view.review
    every = view.say("all")
    found = {one.code: one.rule for one in (*review.findings, *review.excused)}
    rules = [(code, f"{code} {found[code]}") for code in sorted(found)]
    people = [(str(at), view.brief(name)) for at, name in view.people.values()]
    months = sorted({goal.deadline[:7] for goal in review.goals if goal.deadline})
    fields = [
        _search(view),
        _select("show", view.say("Goals"), _standings(view), every),
        _select("level", view.say("Findings"), [(one, view.state(one)) for one in _levels()], every),
        _select("rule", view.say("Rule"), rules, every),
        _select("quality", view.say("Quality"), [(quality.id, quality.title) for quality in review.qualities], every),
        _select("team", view.say("Team"), [(str(team.number), view.brief(team.name)) for team in review.teams], every),
        _select("owner", view.say("Owner"), [("none", view.say("nobody")), *people], every),
        _select("kind", view.say("Level"), [(one, view.kind(one)) for one in _kinds(view)], every),
        _select("due", view.say("Deadline"), [*_dues(view), *((one, _month(view, one)) for one in months)], every),
        _select("news", view.say("Since the last run"), _news(view), every)
        if review.trend and review.trend.since is not None
        else None,
        _select("sort", view.say("Order"), _orders(view), view.say("most to mend first")),
    ]
    texts = {
        "data_goals": view.say("{goals} of {all} goals, {findings} findings"),
        "data_none": view.say("No goal is like that. Clear the filters to see all."),
    }
    return element(
        "form",
        fields,
        element("p", element("button", view.say("Clear the filters"), type="reset"), class_="buttons"),
        element("p", id="count", role="status", class_="count", **texts),
        id="filters",
        class_="filters script",
        role="search",
        aria_label=view.say("Filters"),
    )


def _search(view: View) -> Markup:
    field = element("input", type="search", id="filter-words", name="words", autocomplete="off")
    return element("p", element("label", view.say("Words"), for_="filter-words"), field)


def _select(name: str, title: str, options: Sequence[tuple[str, str]], every: str) -> Markup:
    chosen = [element("option", text, value=value) for value, text in ((_ANY, every), *options)]
    field = element("select", chosen, id=f"filter-{name}", name=name)
    return element("p", element("label", title, for_=f"filter-{name}"), field)


def _levels() -> tuple[State, ...]:
    return ("error", "warning", "info", "excused")


def _kinds(view: View) -> list[str]:
    return sorted({goal.level for goal in view.review.goals if goal.level}, reverse=True)


def _standings(view: View) -> list[tuple[str, str]]:
    return [
        ("mend", view.say("to mend")),
        ("sound", view.say("sound")),
        ("unaligned", view.say("not linked to the strategy")),
        ("new", view.say("new")),
        ("closed", view.say("done or cancelled")),
    ]


def _dues(view: View) -> list[tuple[str, str]]:
    return [("none", view.say("no deadline")), ("past", view.say("overdue"))]


def _month(view: View, iso: str) -> str:
    year, number = iso.split("-")
    return f"{month(int(number), view.review.language)} {year}"


def _news(view: View) -> list[tuple[str, str]]:
    return [("new", view.say("new")), ("known", view.say("known before"))]


def _orders(view: View) -> list[tuple[str, str]]:
    return [
        ("team", view.say("by team")),
        ("due", view.say("by deadline")),
        ("owner", view.say("by owner")),
        ("place", view.say("by file")),
    ]


# --- the goals --------------------------------------------------------------------------------------------------------


def _goal(view: View, goal: Goal) -> Markup:
    found = by_level(view.found.get(goal.number, ()))
    return element(
        "li",
        element("h3", view.sentence(goal)),
        _meta(view, goal),
        _profile(view, goal),
        element("ul", [told_of(view, one) for one in found], class_="findings") if found else None,
        id=f"g{goal.number}",
        tabindex=-1,
        data_show=" ".join(_shown_as(view, goal)),
        data_team=goal.team,
        data_owner=" ".join(str(view.people[fold(owner)][0]) for owner in goal.owners) or "none",
        data_kind=goal.level or None,
        data_due=" ".join(_due(view, goal)),
    )


def _shown_as(view: View, goal: Goal) -> list[str]:
    shown = ["closed" if not goal.is_open else "sound" if goal.is_sound else "mend"]
    if goal.number in view.unaligned:
        shown.append("unaligned")
    if goal.number in view.new_goals:
        shown.append("new")
    return shown


def _due(view: View, goal: Goal) -> list[str]:
    """What the filter by deadline asks for; the day itself stands last, and orders the goals."""
    if not goal.deadline:
        return ["none"] if goal.is_open else []
    past = ["past"] if goal.is_open and goal.deadline < view.review.today else []
    return [*past, goal.deadline[:7], goal.deadline]


def _meta(view: View, goal: Goal) -> Markup:
    due = [view.say("due"), " ", view.day(goal.deadline)] if goal.deadline else None
    parts = [
        view.team(goal.team),
        view.names(goal.owners),
        view.kind(goal.level),
        due,
        None if goal.is_open else view.say("done or cancelled"),
        view.place(goal.file, goal.line),
    ]
    return element("p", joined(parts, " · "), class_="meta")


def _profile(view: View, goal: Goal) -> Content:
    """The letters of SMART with their signs, and what else does not pass by its name; read out as one sentence."""
    qualities = list(zip(view.review.qualities, goal.profile, strict=True))
    if all(state == "unjudged" for _, state in qualities):
        return None
    shown = [(quality, state) for quality, state in qualities if quality.letter or state not in ("passes", "unjudged")]
    chips = [
        element("span", quality.letter or quality.title, " ", SIGNS[state], class_=f"chip {state}") for quality, state in shown
    ]
    spoken = ", ".join(f"{quality.title}: {view.state(state)}" for quality, state in shown)
    hidden = element("span", spoken, class_="unseen")
    return element("p", hidden, element("span", chips, aria_hidden="true"), class_="chips")


def _files(view: View) -> list[Markup]:
    """What concerns no goal but a file or a configuration."""
    by_file: dict[str, list[Finding]] = {}
    for one in view.found.get(None, ()):
        by_file.setdefault(one.file, []).append(one)
    return [_file(view, file, found) for file, found in sorted(by_file.items())]


def _file(view: View, file: str, found: Sequence[Finding]) -> Markup:
    told = [told_of(view, one) for one in by_level(found)]
    return element(
        "li",
        element("h3", view.place(file, 0)),
        element("p", view.say("About none of these goals."), class_="meta"),
        element("ul", told, class_="findings"),
        data_show="mend" if any(one.excuse is None and one.level != "info" for one in found) else None,
        data_team=found[0].team,
    )
