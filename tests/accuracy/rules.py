"""``python -m tests.accuracy --rules``: prints the precision ledger, draws what is to be read, takes in verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from smartlint.translation import LANGUAGES
from tests.accuracy.broken import BREAKS
from tests.accuracy.ledger import BAR, ROOT, Ledger, Row, figures, ledger
from tests.accuracy.reading import forget, judge, write_draw
from tests.accuracy.score import interval

MEASURED = ROOT / "rules/smartlint_rules/measured.toml"
_HEADINGS = ("code", "name", "level", "labelled P", "R", "read P", "hits", "planted R", "verdict")


def run(corpus: Path | None, form: str, write: bool, misses: bool) -> int:
    """Prints the ledger; 1 where a measured rule is under its level's bar."""
    if write and corpus is not None:
        click.echo(f"forgot {forget(corpus)} verdicts on findings that are no more", err=True)
    found = ledger(corpus)
    click.echo("".join(f"{line}\n" for line in _FORMS[form](found)), nl=False)
    for line in _missed(found) if misses else ():
        click.echo(line)
    if write:
        MEASURED.write_text(figures(found), "utf-8")
    for row in found.of("below"):
        click.echo(f"below its bar ({row.level} {BAR[row.level]:.2f}): {row.code} {row.name}", err=True)
    return 1 if found.of("below") else 0


def draw(path: Path, corpus: Path | None) -> None:
    """Writes what is still to be judged, a line for each finding."""
    click.echo(f"{write_draw(path, corpus)} findings to be judged in {path}")


def take(path: Path) -> None:
    """Takes in judged lines."""
    try:
        judged, left = judge(path)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{judged} judged, {left} left")


def _cells(row: Row) -> tuple[str, ...]:
    shares = (row.labelled, row.label_recall, row.read)
    verdict = row.verdict + (" (too high a level)" if row.too_high else "")
    return (row.code, row.name, row.level, *map(str, shares), str(row.hits), str(row.planted), verdict)


def _text(found: Ledger) -> Iterator[str]:
    widths = (7, 28, 8, 12, 12, 12, 6, 12, 0)
    for line in (_HEADINGS, *map(_cells, found.rows)):
        yield "".join(f"{cell:{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()
    yield ""
    yield _counted(found)
    yield "\nlabelled, by language: precision, and recall of all rules with the same label"
    for row in found.rows:
        if row.by_language:
            cells = (_of_language(row, language) for language in LANGUAGES)
            yield f"{row.code:7}" + "".join(f"{cell:27}" for cell in cells).rstrip()
    yield f"\nplanted: {len(BREAKS)} kinds × {len(LANGUAGES)} languages, found of planted"
    yield f"{'':7}{'':28}" + "".join(f"{language or 'all':>8}" for language in ("", *LANGUAGES))
    for kind, tallies in found.recall.kinds.items():
        counts = (tallies[language] for language in ("", *LANGUAGES))
        yield f"{BREAKS[kind][0]:7}{kind:28}" + "".join(f"{f'{one.hit}/{one.positives}':>8}" for one in counts)


def _of_language(row: Row, language: str) -> str:
    figures = row.by_language[language]
    right, hits = figures["labelled"].values()
    hit, there = figures["label_recall"].values()
    return f"{language} {right}/{hits} {hit}/{there}"


def _counted(found: Ledger) -> str:
    counts = {verdict: len(found.of(verdict)) for verdict in ("meets", "below", "unmeasured", "logic")}
    high = [row.code for row in found.rows if row.too_high]
    shown = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
    return f"{len(found.rows)} rules: {shown}; unmeasured errors: {', '.join(high) or 'none'}"


def _markdown(found: Ledger) -> Iterator[str]:
    for cells in (_HEADINGS, ("---",) * len(_HEADINGS), *map(_cells, found.rows)):
        yield f"| {' | '.join(cells)} |"
    yield f"\n{_counted(found)}"


def _json(found: Ledger) -> Iterator[str]:
    kinds = {
        kind: {language or "all": [one.hit, one.positives] for language, one in tallies.items()}
        for kind, tallies in found.recall.kinds.items()
    }
    rows = []
    for row in found.rows:
        low, high = interval(row.read.value or 0, row.read.whole)
        rows.append({**row.as_data(), "read_interval": [round(low, 3), round(high, 3)]})
    yield json.dumps({"version": 1, "rules": rows, "planted": kinds}, ensure_ascii=False, indent=2)


def _missed(found: Ledger) -> Iterator[str]:
    yield from found.misses
    for one in found.recall.missed:
        yield f"{one.code} {one.kind} not found ({one.language}):\n{one.text}"


_FORMS = {"text": _text, "json": _json, "markdown": _markdown}
