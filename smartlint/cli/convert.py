"""``smartlint convert``: a document of another format as a goal file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartlint.cli.configured import configuration, configurations, must_be_right
from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import day, language
from smartlint.cli.output import write
from smartlint.files import File, Unreadable, read, shown
from smartlint.reporters.visible import visible
from smartlint.system_errors import cause

if TYPE_CHECKING:
    from smartlint.converting import Converted
    from smartlint.goal import Document


class _CannotConvert(click.ClickException):
    """Ends the command with 2, because there is nothing to write or no way to."""

    exit_code = 2


FORMS = ("goals",)
#: So many places that were left out are named.
_NAMED = 12


@click.command(
    name="convert",
    epilog="""\b
Examples:
  smartlint convert okrs.yaml --to goals
  smartlint convert plan.md --output plan.goals
  smartlint convert maal.xlsx --output maal.goals --force""",
)
@click.argument("file")
@click.option(
    "--to", "form", type=click.Choice(FORMS), help="The format to write, where the ending of --output does not say it."
)
@click.option("--output", "-o", metavar="FILE", help="The file to write, instead of standard output.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--language", callback=language, metavar="LANGUAGE", help="The goals' language, if it is not to be guessed.")
@configuration
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day that open dates are read by, if it is not today.")
def command(
    file: str,
    form: str | None,
    output: str | None,
    force: bool,
    language: str,
    config: tuple[str, ...],
    isolated: bool,
    today: date,
) -> None:
    """Write the goals of a document as a goal file.

    FILE is a document that smartlint reads: YAML, JSON, TOML, Markdown, a table, a workbook or a Word document. Goals, fields
    and suppressions are written in the language of the document, in the layout of `smartlint format`. What the document
    says beside its goals is no part of a goal file: which lines that are is told on standard error.
    """
    if not form and not (output or "").lower().endswith(tuple(f".{one}" for one in FORMS)):
        raise click.UsageError(say("Which format? Say --to {forms}, or --output with a name that ends so.", forms=FORMS))
    place = File(shown(Path(file)), Path(file), named=True)
    target = Path(output) if output is not None else None
    if target is not None and _is_same(target, Path(file)):
        raise click.BadParameter(say("{file} cannot be written over itself.", file=visible(file)), param_hint="--output")
    if target is not None and not force and target.exists():
        raise click.BadParameter(
            say("{file} is there already: --force writes over it.", file=visible(str(target))), param_hint="--output"
        )
    known = configurations(config, isolated=isolated, stated={"language": language} if language else {})
    known.of(place.path)
    must_be_right(known, {}, "")
    from smartlint.converting import converted

    document = _document(place, known.settings(place.path, today).reading)
    done = converted(document)
    if target is None:
        write([done.text], encoding="utf-8")
    else:
        _save(target, done.text.encode())
        count = len(document.all_goals)
        text = "{file}: 1 goal written" if count == 1 else "{file}: {count} goals written"
        click.echo(say(text, file=visible(str(target)), count=count), err=True)
    _tell(document, done)


def _document(file: File, how: dict[str, object]) -> Document:
    """What a file says; one that cannot be read, or has no goals, ends the command."""
    from smartlint.cli.unreadable import why
    from smartlint.readers import read_document

    text = read(file)
    if isinstance(text, Unreadable):
        raise _CannotConvert(f"{visible(file.path)}: {why(text.variant, text.data, locale_language())}")
    document = read_document(text, file.path, **how)  # type: ignore[arg-type]
    broken = next((problem for problem in document.problems if problem.kind == "unreadable-file"), None)
    if broken is not None:
        line, column = document.source.position(broken.span.start)
        raise _CannotConvert(f"{visible(file.path)}:{line}:{column}: {why(broken.variant, broken.data, locale_language())}")
    if not document.goals:
        raise _CannotConvert(say("In {file} nothing is a goal.", file=visible(file.path)))
    return document


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _save(target: Path, data: bytes) -> None:
    """Writes a file whole or not at all."""
    from smartlint.writing import write_atomically, write_new

    try:
        if target.exists():
            write_atomically(target, data, was=target.read_bytes() if target.is_file() else None)
        else:
            write_new(target, data)
    except OSError as error:
        reason = cause(error)
        raise _CannotConvert(say("{file} cannot be written: {reason}.", file=visible(str(target)), reason=reason)) from None


def _tell(document: Document, done: Converted) -> None:
    """Which lines, or rows of a workbook, have nothing of a goal in them, and so no place in a goal file."""
    source = document.source
    cells = [_cells(source.label(span.start), source.label(span.end - 1)) for span in done.left_out]
    lines = [(source.position(span.start).line, source.position(span.end).line) for span in done.left_out]
    numbers = [str(first) if first == last else f"{first}–{last}" for first, last in lines]
    named = dict.fromkeys(map(visible, cells) if any(cells) else numbers)
    if not named:
        return
    listed = ", ".join([*named][:_NAMED]) + (" …" if len(named) > _NAMED else "")
    text = "{file}: no part of a goal and left out, by line: {lines}"
    text = "{file}: no part of a goal and left out: {lines}" if any(cells) else text
    click.echo(say(text, file=visible(source.path), lines=listed), err=True)


def _cells(first: str, last: str) -> str:
    """Cells of a workbook from the first to the last, as they are called there; those of several sheets by the first's name."""
    sheet, _, cell = last.rpartition("!")
    return first if last == first or not cell or first.rpartition("!")[0] != sheet else f"{first}:{cell}"
