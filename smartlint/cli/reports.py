"""What a run's result is written as, and where to: chosen and tried before anything is linted, written at its end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smartlint.cli import file_output
from smartlint.cli.frame import say
from smartlint.cli.options import did_you_mean
from smartlint.cli.output import PIPED, encoded, inert, on_github, write
from smartlint.cli.refusing import CannotWrite
from smartlint.record import NamedTuple, replace
from smartlint.reporters import FORMATS, Look, reporter
from smartlint.system_errors import cause

if TYPE_CHECKING:
    from smartlint.files import File
    from smartlint.finding import Result
    from smartlint.reporters import Reporter

_Command = TypeVar("_Command", bound=Callable[..., Any])

STDOUT = "-"
DEFAULT = "full"
#: What GitHub takes of a summary, and how little of it may be left for the last line.
SUMMARY_LIMIT = 1024 * 1024
_LAST_LINE = 1024


class Report(NamedTuple):
    """What is to be written in which ``format``, and the file that is to hold it: ``-`` is standard output."""

    format: str
    file: str = STDOUT


def outputs(command: _Command) -> _Command:
    """The options ``--output-format``, ``--report`` and ``--statistics``."""
    printed = "What is printed."
    files = (
        "Write this too, into a file; or, with - for FILE and without --output-format, print it. May be given more than once."
    )
    counts = "Count the findings of each rule instead of showing them."
    command = click.option("--statistics", is_flag=True, help=counts)(command)
    command = click.option("--report", callback=_reports, multiple=True, metavar="FORMAT=FILE", help=files)(command)
    return click.option("--output-format", type=click.Choice(FORMATS), show_default=DEFAULT, help=printed)(command)


def _reports(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[Report, ...]:
    """The values of ``--report``, each ``FORMAT=FILE``."""
    return tuple(map(_report, value))


def _report(text: str) -> Report:
    name, equals, file = text.partition("=")
    if not equals or not file:
        raise click.BadParameter(say("{value} is not FORMAT=FILE, such as sarif=goals.sarif.", value=repr(text)))
    if name not in FORMATS:
        from difflib import get_close_matches  # here: mistakes are rare

        near = did_you_mean(get_close_matches(name.lower(), FORMATS, 1))
        known = ", ".join(FORMATS)
        raise click.BadParameter(say("{value} is none of {known}.", value=repr(name), known=known) + near)
    return Report(name, STDOUT if file == "/dev/stdout" else file)


def planned(output_format: str | None, asked: Sequence[Report], *, statistics: bool) -> tuple[Report, ...]:
    """All that is to be written, what is printed last; what cannot be is a usage error."""
    printed = [report for report in asked if report.file == STDOUT]
    if len(printed) + bool(output_format) > 1:
        raise click.UsageError(
            say("Only one format can be printed: leave --output-format out, or give each --report a file: FORMAT=FILE.")
        )
    onto = printed[0] if printed else Report(output_format or DEFAULT)
    if statistics and onto.format != "json" and reporter(onto.format).ENCODING:
        raise click.UsageError(say("--statistics can be printed for people or as json, not as {format}.", format=onto.format))
    files = [report for report in asked if report.file != STDOUT]
    places = [os.path.realpath(report.file) for report in files]
    for report, place in zip(files, places, strict=True):
        from smartlint.writing import is_stream  # here: most runs write no files

        if places.count(place) > 1 and not is_stream(Path(report.file)):
            raise click.UsageError(say("Two reports cannot be written to {file}.", file=report.file))
        file_output.must_be_writable(report.file, "--report")
    return (*files, onto)


def must_spare(plan: Sequence[Report], log: Path | None, files: Iterable[File]) -> None:
    """Ends the run where a report, or the log, would be written into a file that is to be checked."""
    written = [("--report", report.file) for report in plan if report.file != STDOUT]
    written += [("--decision-log", str(log))] if log else []
    if written:
        file_output.must_spare(written, files)


def put(plan: Sequence[Report], result: Result, shown: Look, *, statistics: bool) -> None:
    """Writes everything. What cannot be written is said at the end, so that the rest is not lost."""
    *files, printed = plan
    in_file = replace(shown, color=False, width=PIPED)
    faults = _written(files, result, in_file)
    one = reporter(printed.format)
    pieces = _counts(one, result, shown) if statistics else one.report(result, shown)
    try:
        write(pieces if one.ENCODING else inert(pieces), encoding=one.ENCODING)
        if on_github() and not one.ENCODING and "github" not in {report.format for report in plan}:
            write(reporter("github").report(result, in_file), encoding="utf-8")
    except CannotWrite as error:
        faults.append(error.message)
    _summarize(result, in_file)
    if faults:
        raise CannotWrite("\n".join(faults))


def _written(files: Sequence[Report], result: Result, shown: Look) -> list[str]:
    """Writes the files; says which could not be written, and why."""
    if not files:
        return []
    ones = [(report.file, reporter(report.format)) for report in files]
    told = [file_output.put(file, encoded("".join(one.report(result, shown)), one.ENCODING)) for file, one in ones]
    return [fault for fault in told if fault]


def _counts(one: Reporter, result: Result, shown: Look) -> Iterator[str]:
    from smartlint.reporters import statistics

    return statistics.as_json(result, shown) if one.ENCODING else statistics.report(result, shown)


def _summarize(result: Result, shown: Look) -> None:
    """Adds to the summary of the job on GitHub, which refuses one that is too long as a whole."""
    place = os.environ.get("GITHUB_STEP_SUMMARY") if on_github() else ""
    if not place:
        return
    try:
        with Path(place).open("ab") as file:
            room = SUMMARY_LIMIT - _LAST_LINE - file.tell()
            for piece in reporter("markdown").report(result, shown):
                data = encoded(piece, "utf-8")
                room -= len(data)
                if room < 0:
                    file.write(encoded(f"\n{say('The rest is in the log: GitHub shows no more here.')}\n", "utf-8"))
                    break
                file.write(data)
            file.write(b"\n")
    except OSError as error:  # nobody asked for it: the run is none the worse
        reason = cause(error)
        click.echo(say("{file} cannot be written: {reason}.", file="GITHUB_STEP_SUMMARY", reason=reason), err=True)
