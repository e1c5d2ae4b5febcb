"""The alignment of goals as a picture: SVG that needs no script, no font and no other file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from smartlint.record import NamedTuple
from smartlint.reporters.visible import clip, visible
from smartlint.reporters.xml import text
from smartlint.review.graphs import Graph, named
from smartlint.review.layout import Layout, Spot, layout
from smartlint.review.model import Goal
from smartlint.translation import fill, translate

#: A goal's box, the room between two of them, and around all.
_WIDTH, _HEIGHT = 330, 58
_BESIDE, _BELOW, _AROUND = 64, 12, 16
#: How many columns of a terminal the two lines of a box have room for.
_ABOUT, _SENTENCE = 38, 46
#: Fill, edge and text of boxes, by the look of a goal: dark enough on white for everybody.
_LOOKS = {
    "strategic": ("#e3ebfa", "#1f4e9c", "#10284f"),
    "operational": ("#ffffff", "#5b6470", "#1b1f24"),
    "closed": ("#f3f4f6", "#9aa1ab", "#565d66"),
}
_LINE = "#5b6470"


class Cut(NamedTuple):
    """A part of a graph that is not too large to be looked at; ``hidden`` counts goals left out below each, ``left`` all."""

    graph: Graph
    hidden: dict[int, int]
    left: int


def picture(
    shown: Graph,
    language: str,
    *,
    most: int = 0,
    prefix: str = "goals",
    address: Callable[[Goal], str] | None = None,
) -> str:
    """The picture as one ``<svg>`` element, without what stands before it in a file of its own.

    The goal above is on the left, and what serves it on the right: a line for a part, dashes for a goal that supports another
    one by name. With ``most``, no more goals than that are shown, from the left; where some are left out it is said. ``prefix``
    makes the IDs in it different from those of other pictures on a page. ``address`` gives the address that a goal links to
    (``#goal-12``). For style sheets, boxes are ``goal`` and ``strategic``, ``operational`` or ``closed``; lines ``link`` and
    ``part`` or ``supports``.
    """
    cut = _cut(shown, most)
    return "".join(_drawn(cut, _placed(cut.graph), language, prefix, address))


def _placed(shown: Graph) -> Layout:
    """Where the goals stand: from above, the strategy, what else has links, and the rest."""
    linked = {number for link in shown.links for number in (link.above, link.below)}
    ordered = sorted(shown.goals, key=lambda goal: (goal.number not in linked, goal.level != "strategic", goal.number))
    return layout([goal.number for goal in ordered], [(link.above, link.below) for link in shown.links])


def _cut(shown: Graph, most: int) -> Cut:
    """The goals that are furthest to the left, as many as there may be."""
    if not most or len(shown.goals) <= most:
        return Cut(shown, {}, 0)
    spots = _placed(shown).spots
    linked = {number for link in shown.links for number in (link.above, link.below)}
    first = sorted(shown.goals, key=lambda goal: (goal.number not in linked, spots[goal.number].column, goal.number))[:most]
    kept = {goal.number for goal in first}
    hidden: dict[int, int] = {}
    for link in shown.links:
        if link.above in kept and link.below not in kept:
            hidden[link.above] = hidden.get(link.above, 0) + 1
    links = [link for link in shown.links if link.above in kept and link.below in kept]
    goals = [goal for goal in shown.goals if goal.number in kept]
    return Cut(shown._replace(goals=goals, links=links), hidden, len(shown.goals) - len(goals))


def _drawn(cut: Cut, placed: Layout, language: str, prefix: str, address: Callable[[Goal], str] | None) -> Iterator[str]:
    def say(english: str, **params: object) -> str:
        return text(fill(translate(english, language), params, language))

    width = 2 * _AROUND + max(1, placed.columns) * (_WIDTH + _BESIDE) - _BESIDE
    height = 2 * _AROUND + max(1, placed.rows) * (_HEIGHT + _BELOW) - _BELOW
    mark = f"{prefix}-arrow"
    role = "group" if address else "img"  # what stands in an image cannot be reached
    yield f'<svg xmlns="http://www.w3.org/2000/svg" role="{role}" aria-labelledby="{prefix}-title {prefix}-desc"'
    yield f' width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">\n'
    yield f'<title id="{prefix}-title">{say("What serves what: goals from the strategy down")}</title>\n'
    counts = {"goals": len(cut.graph.goals), "links": len(cut.graph.links)}
    yield f'<desc id="{prefix}-desc">{say("Goals: {goals}; links: {links}.", **counts)}'
    yield f" {say('Goals that are not shown: {count}.', count=cut.left)}</desc>\n" if cut.left else "</desc>\n"
    yield f'<defs><marker id="{mark}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    yield f'<path d="M0 0L8 4L0 8z" fill="{_LINE}"/></marker></defs>\n'
    for link in cut.graph.links:
        yield _line(placed.spots[link.below], placed.spots[link.above], link.kind, mark)
    for goal in cut.graph.goals:
        below = cut.hidden.get(goal.number, 0)
        more = say("+ {count} below", count=below) if below else ""
        box = "".join(_box(goal, placed.spots[goal.number], cut.graph.teams, more))
        yield f'<a href="{text(address(goal))}">{box}</a>\n' if address else f"{box}\n"
    yield "</svg>\n"


def _place(spot: Spot) -> tuple[int, int]:
    """The upper left corner of a box."""
    return _AROUND + spot.column * (_WIDTH + _BESIDE), _AROUND + round(spot.row * (_HEIGHT + _BELOW))


def _line(below: Spot, above: Spot, kind: str, mark: str) -> str:
    """From the left of a goal to the right of the one that it serves; one that closes a circle goes round below."""
    (x, y), (end_x, end_y) = _place(below), _place(above)
    middle = _HEIGHT // 2
    if above.column < below.column:
        start, end = (x, y + middle), (end_x + _WIDTH, end_y + middle)
        bend = _BESIDE // 2
    else:
        start, end = (x + _WIDTH, y + middle), (end_x, end_y + middle)
        bend = -_BESIDE
    curve = f"M{start[0]} {start[1]}C{start[0] - bend} {start[1]} {end[0] + bend} {end[1]} {end[0]} {end[1]}"
    dashes = ' stroke-dasharray="5 4"' if kind == "supports" else ""
    look = f'fill="none" stroke="{_LINE}" stroke-width="1.5"{dashes} marker-end="url(#{mark})"'
    return f'<path class="link {kind}" d="{curve}" {look}/>\n'


def _box(goal: Goal, spot: Spot, teams: Sequence[str], more: str) -> Iterator[str]:
    x, y = _place(spot)
    look = goal.level if goal.is_open and goal.level in _LOOKS else "closed"
    fill_color, edge, ink = _LOOKS[look]
    heavy = 2 if goal.level == "strategic" else 1
    yield f'<g class="goal {look}"><title>{text(named(goal))}</title>'
    yield f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="6"'
    yield f' fill="{fill_color}" stroke="{edge}" stroke-width="{heavy}"/>'
    about = " · ".join(part for part in (goal.id or "", teams[goal.team], goal.deadline) if part)
    yield _row(x, y + 22, clip(visible(about), _ABOUT), f'font-weight="bold" fill="{ink}"')
    yield _row(x, y + 42, clip(visible(goal.statement or goal.name), _SENTENCE), f'fill="{ink}"')
    if more:
        yield f'<text x="{x + _WIDTH}" y="{y + _HEIGHT + 10}" font-size="11" text-anchor="end" fill="{_LINE}">{more}</text>'
    yield "</g>"


def _row(x: int, y: int, line: str, look: str) -> str:
    return f'<text x="{x + 10}" y="{y}" {look}>{text(line)}</text>'
