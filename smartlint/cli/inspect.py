"""``smartlint inspect``: what was understood of a text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from smartlint.cli.frame import say
from smartlint.cli.options import day, language
from smartlint.cli.output import write
from smartlint.reporters.visible import cells, visible


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
        from smartlint.parser import parse

        document = parse(text, file, language=code, today=today)
        seen = [inspect(goal.statement.plain, goal.language, today) for goal in document.all_goals if goal.statement]
        tied = document.tied
    for one in seen if tied else ():
        one["languages"] = tied
    if output_format == "json":
        write([json.dumps(seen, ensure_ascii=False, indent=2), "\n"], encoding="utf-8")
    else:
        write(piece for one in seen for piece in _shown(one))
        write([_tie(tied)] if tied else [])


def _text(file: str) -> str:
    """The text of a file or of standard input; what cannot be read is a usage error."""
    from smartlint.source import Unreadable, decode

    try:
        return decode(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())
    except Unreadable as error:
        raise click.UsageError(say("{file} is no UTF-8 text ({reason}).", file=str(file), reason=error.reason)) from None
    except OSError as error:
        raise click.UsageError(
            say("{file} cannot be read: {reason}.", file=str(file), reason=error.strerror or str(error))
        ) from None


def _tie(languages: tuple[str, ...]) -> str:
    """That the language of the text is not clear."""
    from smartlint.language.detect import NAMES

    names = " and ".join(NAMES[code] for code in languages)
    return f"As much speaks for {names}: each goal was read in each, and is shown in the one that made most sense of it.\n"


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
    words = [seen["language"], seen["form"], f"measurable: {seen['measurable']}"]
    return ", ".join(words + [name for name in ("compound", "hedge", "means", "placeholder") if seen[name]])


def _parts(seen: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Each thing that was found: its place, and what it is in words."""
    for one in seen["quantities"]:
        value = one["value"]
        amount = "–".join(f"{part:g}" for part in value) if isinstance(value, list) else f"{value:g}"
        rate = f" per {one['per']}" if one["per"] else ""
        marks = "".join(f", {name}" for name in ("approximate", "ambiguous") if one[name])
        yield *one["span"], f"{one['role'].replace('_', ' ')}, {amount} {one['unit']}{rate}{marks}".rstrip()
    for one in seen["times"]:
        days = " to ".join(day for day in (one["start"], one["end"]) if day)
        yield *one["span"], ", ".join(part for part in (one["role"], days, one["iso"]) if part)
    for one in seen["vague"]:
        yield *one["span"], f"{one['kind']} ({one['lemma']}), left open"
    for one in seen["owners"]:
        yield *one["span"], "owner"
