"""Each finding with its place in the text, in the style of modern compilers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look, word
from smartlint.reporters.closing import closing
from smartlint.reporters.paint import Paint
from smartlint.reporters.ruled import in_words
from smartlint.reporters.snippet import Mark, snippet
from smartlint.reporters.visible import brief, goal_path, visible, wrapped
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.finding import Finding, Place, Result

ENCODING = ""
#: Lines are never wider, whatever the terminal.
WIDEST = 200
NARROWEST = 40


def report(result: Result, look: Look) -> Iterator[str]:
    paint = Paint(look.color)
    width = max(NARROWEST, min(look.width, WIDEST))
    for finding in result.findings:
        if look.shows(finding):
            yield "\n".join([*_finding(finding, result, look, width, paint), "\n"])
    yield from closing(result, look)


def _finding(finding: Finding, result: Result, look: Look, width: int, paint: Paint) -> Iterator[str]:
    language = look.of(finding)
    places = (finding.place, *finding.related)
    gutter = len(str(max([place.start.line for place in places])))
    head = f"{word(finding.level, language)}[{finding.rule.code}]"
    first, *rest = wrapped(f"{head}: {brief(finding.message(language))}", 2, width)
    yield paint(head, finding.level) + paint(first[len(head) :], "strong")
    for line in rest:
        yield paint(line, "strong")
    for path in dict.fromkeys([place.path for place in places]):
        here = [place for place in places if place.path == path]
        source = result.sources.get(path)
        is_empty = source is None or not source.text
        yield _arrow(finding, here[0], gutter, is_empty, language, paint)
        if source is not None and not is_empty:
            marks = [
                Mark(place.span, finding.level)
                if place is finding.place
                else Mark(place.span, "frame", brief(finding.note(place, language)))
                for place in here
            ]
            yield from snippet(source, marks, gutter, width, paint)
    told = {"help": brief(finding.help(language))}
    if finding.ruling is not None:
        told["policy"] = brief(in_words(finding.ruling, language))
    for name, text in told.items():
        if text:
            label = f"{translate(name, language)}: "
            first, *rest = wrapped(label + text, len(label), width - gutter - 3)
            yield f"{'':{gutter}} {paint('=', 'frame')} {paint(first[: len(label)], 'strong')}{first[len(label) :]}"
            for line in rest:
                yield f"{'':{gutter}}   {line}"


def _arrow(finding: Finding, place: Place, gutter: int, is_empty: bool, language: str, paint: Paint) -> str:
    """Where a snippet stands: file, line and column; for the finding's own, its goal from the outermost parent on."""
    path = visible(place.path)
    where = path if is_empty else f"{path}:{visible(place.short)}"
    if place is not finding.place:
        return f"{'':{gutter}}{paint(':::', 'frame')} {where}"
    names = goal_path(finding.goal)
    goal = f" ({fill(translate('goal {name}', language), {'name': names}, language)})" if names else ""
    return f"{'':{gutter}}{paint('-->', 'frame')} {where}{goal}"
