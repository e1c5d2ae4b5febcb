"""``smartlint policy waivers``: what is excused, for whom and until when; what lapses soon comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smartlint.cli.configured import configurations, policies
from smartlint.cli.frame import locale_language
from smartlint.cli.linted import linted
from smartlint.cli.options import day, message_language
from smartlint.cli.output import write
from smartlint.files import is_folder
from smartlint.json_text import json_text
from smartlint.reporters import plain
from smartlint.reporters.visible import brief, cells, clip, visible
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.finding import Result
    from smartlint.waiver import Standing

_VERSION = 1
_WIDEST = 40
#: In this order they are listed, after those that lapse soon.
_STATES = ("expired", "refused", "unused", "active", "pending")


@click.command(
    name="waivers",
    epilog="""\b
Examples:
  smartlint policy waivers
  smartlint policy waivers goals/ --within 60 --output-format json""",
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True))
@policies
@click.option("--within", type=click.IntRange(min=0), default=30, show_default=True, metavar="DAYS", help="How soon is soon.")
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day to judge by, if it is not today.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@message_language("that of the environment")
def waivers(
    paths: tuple[str, ...], policies: tuple[str, ...], within: int, today: date, output_format: str, message_language: str
) -> None:
    """List the waivers that hold for PATHS, those first that lapse soon.

    PATHS are goal files and folders, by default the current one. They are checked, so that it can be said which waivers
    excuse nothing, and which no policy accepts.
    """
    language = message_language or locale_language()
    known = configurations((), isolated=False, policies=policies, language=language)
    table = _Table(paths or (".",), known, within, today, language)
    if output_format == "json":
        write([json_text(table.as_json(), indent=2), "\n"], encoding="utf-8")
    else:
        write(table.as_text())


class _Table:
    """The waivers, in order."""

    def __init__(self, paths: Sequence[str], configurations: Configurations, within: int, today: date, language: str) -> None:
        self._within = within
        self._today = today
        self._language = language
        self._result = linted(paths, configurations, today, language=language).result
        found = [*self._result.waivers, *_unasked(paths, configurations, today, self._result)]
        self._standings = sorted(found, key=self._order)

    def _order(self, standing: Standing) -> tuple[bool, int, date, str, int]:
        waiver = standing.waiver
        state = _STATES.index(standing.state)
        soon = self._lapses_soon(standing)
        return not soon, 0 if soon else state, waiver.expires or date.max, waiver.source.path, waiver.line

    def _lapses_soon(self, standing: Standing) -> bool:
        days = standing.waiver.days_left(self._today)
        return days is not None and 0 <= days <= self._within

    def _remarks(self, standing: Standing) -> list[str]:
        """What is found at the place of a waiver."""
        waiver = standing.waiver
        return [
            finding.message(self._language)
            for finding in self._result.findings
            if finding.place.path == waiver.source.path and finding.place.span == waiver.span
        ]

    def as_json(self) -> dict[str, Any]:
        waivers = [
            {
                **plain.standing(standing),
                "lapses_soon": self._lapses_soon(standing),
                "days_left": standing.waiver.days_left(self._today),
                "remarks": self._remarks(standing),
            }
            for standing in self._standings
        ]
        return {"version": _VERSION, "today": self._today.isoformat(), "within": self._within, "waivers": waivers}

    def as_text(self) -> Iterator[str]:
        if not self._standings:
            yield self._say("No waivers.") + "\n"
            return
        heads = [self._say(text) for text in ("Rule", "For", "Owner", "Approved by", "Last day", "State")]
        rows = [self._row(standing) for standing in self._standings]
        widths = [max(map(cells, column)) for column in zip(heads, *rows, strict=True)]
        yield _line(heads, widths)
        for standing, row in zip(self._standings, rows, strict=True):
            yield _line(row, widths)
            if standing.state == "refused":
                yield from (f"  {brief(remark)}\n" for remark in self._remarks(standing))
        soon = sum(map(self._lapses_soon, self._standings))
        counts = {"count": len(rows), "soon": soon, "days": self._within}
        yield "\n" + self._say("Waivers: {count}; lapsing within {days} days: {soon}", **counts) + "\n"

    def _row(self, standing: Standing) -> list[str]:
        waiver = standing.waiver
        expires = waiver.expires.isoformat() if waiver.expires else self._say("never")
        texts = (waiver.rule, waiver.where, waiver.owner, waiver.approver or "-", expires, self._state(standing))
        return [clip(visible(text), _WIDEST) for text in texts]

    def _state(self, standing: Standing) -> str:
        if standing.state == "pending":
            return self._say("from {day} on", day=standing.waiver.begins)
        if standing.state == "active" and self._lapses_soon(standing):
            days = standing.waiver.days_left(self._today)
            return self._say("lapses after today") if not days else self._say("lapses soon, days left: {days}", days=days)
        return translate(standing.state, self._language)

    def _say(self, english: str, **params: Any) -> str:
        return fill(translate(english, self._language), params, self._language)


def _unasked(paths: Sequence[str], configurations: Configurations, today: date, result: Result) -> list[Standing]:
    """What the calendar says of the waivers in folders without goal files."""
    from smartlint.suppression import Selectors
    from smartlint.waiver import Waivers

    asked = {standing.waiver for standing in result.waivers}
    found: list[Standing] = []
    for path in paths:
        settings = configurations.settings(f"{path.rstrip('/')}/" if is_folder(Path(path)) else path, today)
        others = [waiver for waiver in settings.waivers if waiver not in asked]
        asked |= set(others)
        found += Waivers(others, Selectors(settings.rules, settings.known), today).standings
    return found


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    padded = (text + " " * (width - cells(text)) for text, width in zip(texts, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"
