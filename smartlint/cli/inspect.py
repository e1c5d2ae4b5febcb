"""``smartlint inspect``: what was understood of a text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import day, language
from smartlint.cli.output import write
from smartlint.files import named
from smartlint.json_text import json_text
from smartlint.reporters.visible import cells, visible
from smartlint.system_errors import cause
from smartlint.translation import number

#: What the values mean that programs get, for people; what is not here is shown as it is.
_WORDS = {
    "outcome": "an outcome",
    "activity": "an activity",
    "deliverable": "something to deliver",
    "topic": "a topic",
    "quantified": "measurable",
    "verifiable": "can be verified",
    "no": "not measurable",
    "compound": "several goals in one",
    "hedge": "hedged",
    "means": "says by what means",
    "placeholder": "has a blank to fill in",
    "target": "target",
    "baseline": "baseline",
    "change": "change",
    "bound_min": "at least",
    "bound_max": "at most",
    "other": "another number",
    "deadline": "deadline",
    "period": "period",
    "duration": "duration",
    "recurrence": "how often",
    "approximate": "approximate",
    "ambiguous": "ambiguous",
    "vague-verb": "vague verb",
    "vague-qualifier": "vague word",
    "comparative": "comparison",
    "superlative": "superlative",
    "weasel": "weasel word",
    "open-list": "open list",
    "escape": "escape clause",
    "vague-time": "vague time",
    "percent": "percent",
    "times": "times",
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}


@click.command(
    name="inspect",
    epilog="""\b
Examples:
  smartlint inspect goals/q3.goals
  echo "Øke salget med 10 % innen 1. juli" | smartlint inspect - --lines""",
)
@click.argument("file", metavar="[FILE|-]", default="-")
@click.option("--lines", is_flag=True, help="Each line of the input is the sentence of a goal.")
@click.option("--language", "code", callback=language, metavar="LANGUAGE", help="The language of the text, if not found out.")
@click.option("--today", callback=day, metavar="DATE", help="The day that relative times are counted from.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
def command(file: str, lines: bool, code: str, today: date, output_format: str) -> None:
    """Show what was understood of goals: numbers, times, words, and what kind of sentence it is."""
    from smartlint.language.inspection import inspect

    text = _text(file)
    tied: tuple[str, ...] = ()
    if lines:
        seen = [inspect(line, code, today) for line in text.splitlines() if line.strip()]
    else:
        from smartlint.readers import read_document

        document = read_document(text, file, language=code, today=today)
        seen = [inspect(goal.statement.plain, goal.language, today) for goal in document.all_goals if goal.statement]
        tied = document.tied
    for one in seen if tied else ():
        one["languages"] = tied
    if output_format == "json":
        write([json_text(seen, indent=2), "\n"], encoding="utf-8")
    else:
        write(piece for one in seen for piece in _shown(one))
        write([_tie(tied)] if tied else [])


def _text(file: str) -> str:
    """The text of a file or of standard input; what cannot be read is a usage error."""
    from smartlint.extracting import decode
    from smartlint.source import Unreadable

    try:
        return decode(sys.stdin.buffer.read() if file == "-" else named(Path(file)), file)
    except Unreadable as error:
        from smartlint.cli.unreadable import why

        reason = why(error.reason, error.data, locale_language())
        raise click.UsageError(say("{file} cannot be read: {reason}.", file=str(file), reason=reason)) from None
    except OSError as error:
        raise click.UsageError(say("{file} cannot be read: {reason}.", file=str(file), reason=cause(error))) from None


def _tie(languages: tuple[str, ...]) -> str:
    """That the language of the text is not clear."""
    from smartlint.language.detect import NAMES

    text = "As much speaks for {names}: each goal was read in each, and is shown in the one that made most sense of it."
    return f"{say(text, names=', '.join(NAMES[code] for code in languages))}\n"


def _word(value: str) -> str:
    return say(_WORDS[value]) if value in _WORDS else value


def _shown(seen: dict[str, Any]) -> Iterator[str]:
    """A sentence, its parts underlined, and what each of them is."""
    text = visible(seen["text"])
    yield f"{text}\n"
    parts = sorted(_parts(seen), key=lambda part: part[0])
    line = ""
    for start, end, _ in parts:
        gap = cells(visible(seen["text"][:start])) - cells(line)
        if gap >= 0:
            line += " " * gap + "~" * max(1, cells(visible(seen["text"][start:end])))
    yield f"{line}\n" if line else ""
    for start, end, what in parts:
        yield f"  {visible(seen['text'][start:end])}: {what}\n"
    yield f"  = {_whole(seen)}\n\n"


def _whole(seen: dict[str, Any]) -> str:
    """What the sentence is as a whole."""
    words = [seen["language"], _word(seen["form"]), _word(seen["measurable"])]
    return ", ".join(words + [_word(name) for name in ("compound", "hedge", "means", "placeholder") if seen[name]])


def _parts(seen: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Each thing that was found: its place, and what it is in words."""
    for one in seen["quantities"]:
        value = one["value"]
        amount = "–".join(number(part, locale_language()) for part in (value if isinstance(value, list) else [value]))
        rate = f" per {_word(one['per'])}" if one["per"] else ""
        marks = "".join(f", {_word(name)}" for name in ("approximate", "ambiguous") if one[name])
        yield *one["span"], f"{_word(one['role'])}, {amount} {_word(one['unit'])}{rate}{marks}".rstrip()
    for one in seen["times"]:
        days = "–".join(day for day in (one["start"], one["end"]) if day)
        yield *one["span"], ", ".join(part for part in (_word(one["role"]), days, one["iso"]) if part)
    for one in seen["vague"]:
        yield *one["span"], say("{kind} ({word}), left open", kind=_word(one["kind"]), word=visible(one["lemma"]))
    for one in seen["owners"]:
        yield *one["span"], say("owner")
