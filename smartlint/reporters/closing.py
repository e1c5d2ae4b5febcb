"""What text formats say after the findings: what could not be judged, and a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look, word
from smartlint.reporters.paint import Paint
from smartlint.reporters.visible import brief
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.finding import Result

_COUNTS = {
    "error": ("1 error", "{count} errors"),
    "warning": ("1 warning", "{count} warnings"),
    "info": ("1 note", "{count} notes"),
    "file": ("1 file", "{count} files"),
    "goal": ("1 goal", "{count} goals"),
}


def closing(result: Result, look: Look) -> Iterator[str]:
    """The notices and the summary, nothing if the look is quiet."""
    if look.quiet:
        return
    label = Paint(look.color)(word("info", look.frame), "info")
    for notice in result.notices:
        yield f"{label}: {brief(notice.message(look.frame))}\n"
    yield summary(result, look) + "\n"


def summary(result: Result, look: Look) -> str:
    """One line: how much was found, in how much; what is not shown is counted too."""
    language = look.frame

    def say(english: str, **params: object) -> str:
        return fill(translate(english, language), params, language)

    def count(what: str, number: int) -> str:
        one, many = _COUNTS[what]
        return say(one if number == 1 else many, count=number)

    if not result.files:
        return say("No goal files found.")
    levels = Counter(finding.level for finding in result.findings)
    shown = [count(level, levels[level]) for level in ("error", "warning") if levels[level]]
    notes = count("info", levels["info"]) if levels["info"] else ""
    hidden = "" if look.verbose else notes
    if notes and not hidden:
        shown.append(notes)
    size = {"files": count("file", result.files), "goals": count("goal", result.goals)}
    part = len({finding.place.path for finding in result.findings if look.shows(finding)})
    if shown and part >= result.files:  # what is said of a configuration stands in no goal file
        text = say("{found} in {files} ({goals})", found=", ".join(shown), **size)
    elif shown:
        text = say("{found} in {part} of {files} ({goals})", found=", ".join(shown), part=part, **size)
    elif hidden:
        text = say("No errors or warnings in {files} ({goals})", **size)
    else:
        text = say("All fine: no findings in {files} ({goals})", **size)
    if hidden:
        text += say(" and {notes} (`--verbose`)", notes=hidden)
    if result.suppressed:
        text += say("; suppressed by comments: {count}", count=len(result.suppressed))
    if result.waived:
        text += say("; {count} waived", count=len(result.waived))
    return text
