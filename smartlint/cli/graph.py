"""``smartlint graph``: what serves what, as a picture, for Graphviz or Mermaid, or as data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartlint.cli.configured import configuration, configurations, must_be_right
from smartlint.cli.file_output import must_be_writable, must_spare, put
from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import day, did_you_mean, message_language, not_empty
from smartlint.cli.output import write
from smartlint.cli.progress import Progress
from smartlint.cli.refusing import CannotWrite
from smartlint.files import Unreadable, find, read
from smartlint.reporters.visible import visible
from smartlint.review import GRAPHS

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.facts import GoalFact
    from smartlint.files import File
    from smartlint.review.graphs import Graph

_OUTPUT = "--output"


@click.command(
    name="graph",
    epilog="""\b
Examples:
  smartlint graph goals/
  smartlint graph goals/ --output goals.svg
  smartlint graph goals/ --team Sales --team "Customer service" --output-format dot | dot -Tpdf > goals.pdf""",
)
@click.argument("paths", nargs=-1, callback=not_empty, metavar="[PATHS]...")
@click.option("--output-format", type=click.Choice(tuple(GRAPHS)), help="What is printed, or written: mermaid by default.")
@click.option(_OUTPUT, metavar="FILE", help="Write it there. The ending says as what: .mmd, .dot, .svg or .json.")
@click.option("--team", "teams", multiple=True, metavar="NAME", help="The goals of this team alone, and what they serve.")
@click.option("--linked", is_flag=True, help="Leave out goals that serve nothing and that nothing serves.")
@configuration
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day to read dates by, if it is not today.")
@message_language("that of most of the goals")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    output_format: str | None,
    output: str | None,
    teams: tuple[str, ...],
    linked: bool,
    config: tuple[str, ...],
    isolated: bool,
    today: date,
    message_language: str,
) -> None:
    """Show what serves what, from the strategy down.

    PATHS are goal files, and folders in which they are looked for; by default the current folder. Goals are read, and no
    rule judges them. A goal is linked to the one that it stands under, and to those that it supports by name.

    The exit status is 0, and 2 if a file that was named could not be read.
    """
    from smartlint.finding import Result
    from smartlint.review.basis import Basis, spoken_most
    from smartlint.review.graph_formats import as_written
    from smartlint.review.graphs import graph

    shape = _shape(output_format, output)
    if output:
        must_be_writable(output, _OUTPUT)
    known = configurations(config, isolated=isolated, language=message_language)
    files = find(paths or (".",), walk=known.walk)
    for file in files:
        known.of(file.path)
    must_be_right(known, {}, "", language=message_language)
    if output:
        must_spare([(_OUTPUT, output)], files)
    facts, is_complete = _read(files, known, today)
    language = message_language or known.common(file.path for file in files).message_language
    language = language or spoken_most(facts) or locale_language()
    basis = Basis(Result(facts=facts), lambda path: known.settings(path, today), lambda fact: "", today, language)
    shown = graph(basis)
    if teams:
        shown = _of_teams(shown, teams)
    pieces = as_written(shown.linked() if linked else shown, shape, language)
    if output:
        fault = put(output, "".join(pieces).encode())
        if fault:
            raise CannotWrite(fault)
    else:
        write(pieces, encoding="utf-8")
    ctx.exit(0 if is_complete else 2)


def _shape(output_format: str | None, output: str | None) -> str:
    """What is written: as is said, else as the ending of the file says."""
    if output_format:
        return output_format
    if not output:
        return "mermaid"
    ending = Path(output).suffix.lower()
    shapes = {one: shape for shape, one in GRAPHS.items()}
    if ending not in shapes:
        known = ", ".join(GRAPHS.values())
        text = say("{value} ends with none of {known}.", value=repr(output), known=known)
        raise click.BadParameter(text, param_hint=_OUTPUT)
    return shapes[ending]


def _read(files: Sequence[File], known: Configurations, today: date) -> tuple[list[tuple[GoalFact, ...]], bool]:
    """The goals of files, and whether all files that were named could be read; those that could not are told."""
    from smartlint.facts import collect
    from smartlint.readers import read_document

    facts, is_complete = [], True
    with Progress(len(files), enabled=True) as progress:
        for file in files:
            text = read(file)
            if isinstance(text, Unreadable):
                is_complete = is_complete and not file.named
                click.echo(say("{file} cannot be read.", file=visible(file.path)), err=True)
            else:
                facts.append(collect(read_document(text, file.path, **known.settings(file.path, today).reading)))
            progress.advance()
    return facts, is_complete


def _of_teams(shown: Graph, names: Sequence[str]) -> Graph:
    """The goals of these teams; a team that is not there is a usage error."""
    from smartlint.facts import fold
    from smartlint.review.graphs import of_teams

    known = {fold(name): name for name in shown.teams}
    for name in names:
        if fold(name) not in known:
            near = get_close_matches(fold(name), known, 1)
            text = say("No goal is of the team {name}.", name=repr(name)) + did_you_mean(known[one] for one in near)
            raise click.BadParameter(text, param_hint="--team")
    return of_teams(shown, names)
