"""A graph of goals as Graphviz DOT, Mermaid, SVG or JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smartlint.json_text import json_text
from smartlint.reporters.visible import clip, visible
from smartlint.reporters.xml import HEAD
from smartlint.review.graphs import Graph, named
from smartlint.review.picture import picture
from smartlint.review.written import plain

VERSION = 1
#: How much of a sentence a node shows, in columns of a terminal.
_ROOM = 60
#: What is told of a goal that nothing was judged of.
_TOLD = ("number", "name", "id", "file", "line", "team", "statement", "kind", "level", "status", "owners", "deadline", "period")
_DOT = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;"})
#: What Mermaid or the HTML that it makes takes for more than text: all but letters, numbers and a few signs between them.
_SIGNS = re.compile(r"[^\w \-.,:/()]")


def as_written(shown: Graph, shape: str, language: str) -> Iterator[str]:
    """A graph as one of these."""
    if shape == "svg":
        yield HEAD + picture(shown, language)
    else:
        yield from {"mermaid": as_mermaid, "dot": as_dot, "json": as_json}[shape](shown)


# --- DOT --------------------------------------------------------------------------------------------------------------


def as_dot(shown: Graph) -> Iterator[str]:
    """Graphviz: a box for each goal, those of a team together; arrows lead to what is served."""
    yield "digraph goals {\n"
    yield '  rankdir=RL;\n  node [shape=box, style=rounded, fontname="sans-serif"];\n'
    for number, team in enumerate(shown.teams):
        theirs = [goal for goal in shown.goals if goal.team == number]
        if not theirs:
            continue
        yield f"  subgraph cluster_{number} {{\n    label={_quoted(visible(team))};\n"
        for goal in theirs:
            strong = ", penwidth=2" if goal.level == "strategic" else ""
            faint = "" if goal.is_open else ', color="gray", fontcolor="gray40"'
            label, whole = _quoted(clip(named(goal), _ROOM)), _quoted(named(goal))
            yield f"    g{goal.number} [label={label}, tooltip={whole}{strong}{faint}];\n"
        yield "  }\n"
    for link in shown.links:
        look = " [style=dashed]" if link.kind == "supports" else ""
        yield f"  g{link.below} -> g{link.above}{look};\n"
    yield "}\n"


def _quoted(text: str) -> str:
    return f'"{text.translate(_DOT)}"'


# --- Mermaid ----------------------------------------------------------------------------------------------------------


def as_mermaid(shown: Graph) -> Iterator[str]:
    """Mermaid, for a fenced block ``mermaid`` in Markdown: a box for each goal, those of a team together."""
    yield "flowchart RL\n"
    for number, team in enumerate(shown.teams):
        theirs = [goal for goal in shown.goals if goal.team == number]
        if not theirs:
            continue
        yield f'  subgraph t{number}["{_entities(visible(team))}"]\n'
        for goal in theirs:
            opening, closing = ("[[", "]]") if goal.level == "strategic" else ("(", ")")
            yield f'    g{goal.number}{opening}"{_entities(clip(named(goal), _ROOM))}"{closing}\n'
        yield "  end\n"
    for link in shown.links:
        yield f"  g{link.below} {'-.->' if link.kind == 'supports' else '-->'} g{link.above}\n"


def _entities(text: str) -> str:
    """A text in which every sign that could be read as more than text stands by its number."""
    return _SIGNS.sub(lambda sign: f"#{ord(sign[0])};", text)


# --- JSON -------------------------------------------------------------------------------------------------------------


def as_json(shown: Graph) -> Iterator[str]:
    """Goals and links as in the JSON of a review, but for what was found, each on a line of its own."""
    yield f'{{"version": {VERSION},\n"teams": {_line(list(shown.teams))},\n"goals": ['
    yield ",".join(f"\n{_line({name: plain(getattr(goal, name)) for name in _TOLD})}" for goal in shown.goals)
    yield '],\n"links": ['
    yield ",".join(f"\n{_line(plain(link))}" for link in shown.links)
    yield "]}\n"


def _line(value: object) -> str:
    return json_text(value).encode("utf-8", "backslashreplace").decode()
