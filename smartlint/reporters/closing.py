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
    """What makes goals pass, if that is asked for; the notices and the summary, nothing of these if the look is quiet."""
    if look.evidence:
        from smartlint.reporters.evidence import evidence  # here: it is seldom asked for

        yield from evidence(result, look)
    if look.quiet:
        return
    label = Paint(look.color)(word("info", look.frame), "info")
    for notice in result.notices:
        yield f"{label}: {brief(notice.message(look.frame))}\n"
    yield from (f"{label}: {line}\n" for line in _stale(result, look))
    if any(kind.of_table and look.shows(kind) for kind in result.tally.kinds):
        yield f"{label}: {translate('in a table, a line `owner:` is a column of that name', look.frame)}\n"
    yield summary(result, look) + "\n"


def _stale(result: Result, look: Look) -> Iterator[str]:
    """What a baseline holds that nobody found: how much, and if the look is verbose each of it."""
    for entry in result.stale if look.verbose else ():
        text = translate("no longer found: {code} in {place}", look.frame)
        yield brief(fill(text, {"code": entry.code, "place": " ".join((entry.path, *entry.goal))}, look.frame))
    count = len(result.stale)
    one = "1 finding of the baseline is no longer there: --prune-baseline takes it out"
    many = "{count} findings of the baseline are no longer there: --prune-baseline takes them out"
    if count:
        yield fill(translate(one if count == 1 else many, look.frame), {"count": count}, look.frame)


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
    tally = result.tally
    levels: Counter[str] = Counter()
    for kind, number in tally.kinds.items():
        levels[kind.level] += number
    shown = [count(level, levels[level]) for level in ("error", "warning") if levels[level]]
    unseen = sum(number for kind, number in tally.kinds.items() if not look.shows(kind))
    hidden = count("info", unseen) if unseen else ""
    if levels["info"] > unseen:
        shown.append(count("info", levels["info"] - unseen))
    size = {"files": count("file", result.files), "goals": count("goal", result.goals)}
    part = tally.files(look.shows)
    if shown and part >= result.files:  # what is said of a configuration stands in no goal file
        text = say("{found} in {files} ({goals})", found=", ".join(shown), **size)
    elif shown:
        text = say("{found} in {part} of {files} ({goals})", found=", ".join(shown), part=part, **size)
    elif hidden:
        none = (
            "No new errors or warnings in {files} ({goals})"
            if result.baselined
            else "No errors or warnings in {files} ({goals})"
        )
        text = say(none, **size)
    elif result.baselined:
        text = say("Nothing new in {files} ({goals})", **size)
    else:
        text = say("All fine: no findings in {files} ({goals})", **size)
    if hidden:
        text += say(" and {notes} (`--verbose`)", notes=hidden)
    aside = {
        "; suppressed by comments: {count}": len(result.suppressed),
        "; required by policy: {count}": sum(number for kind, number in tally.kinds.items() if kind.binds),
        "; {count} waived": len(result.waived),
        "; {count} known before": len(result.baselined),
    }
    return text + "".join(say(english, count=number) for english, number in aside.items() if number)
