"""``smartlint check``: lints files, folders and standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smartlint.cli.configured import configuration, configurations, must_be_right
from smartlint.cli.options import day, language, message_language, plugins, words
from smartlint.cli.output import columns, in_color, write
from smartlint.cli.progress import Progress
from smartlint.files import STDIN, Unreadable, find, is_folder, read
from smartlint.reporters import FORMATS, Look, reporter
from smartlint.rule import LEVELS

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.files import File
    from smartlint.linter import Result


@dataclass(frozen=True)
class _Options:
    """What was asked for; the fields are named after the options."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None
    extend_select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    profile: str | None
    config: tuple[str, ...]
    isolated: bool
    plugins: tuple[str, ...]
    today: date
    language: str
    message_language: str
    output_format: str
    fail_level: str
    exit_zero: bool
    statistics: bool
    stdin_filename: str | None
    force_exclude: bool
    color: str
    quiet: bool
    verbose: bool


@click.command(
    name="check",
    epilog="""\b
Examples:
  smartlint check
  smartlint check goals/ plan.txt --fail-level warning
  smartlint check goals/ --select TIM,missing-owner --output-format concise
  smartlint check goals/ --config lint.levels.TIM=error
  smartlint check - --stdin-filename sales.goals < draft.txt""",
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--select", callback=words, multiple=True, metavar="RULES", help="Apply these instead of the profile's.")
@click.option("--extend-select", callback=words, multiple=True, metavar="RULES", help="Apply these as well.")
@click.option("--ignore", callback=words, multiple=True, metavar="RULES", help="Leave these out.")
@click.option(
    "--profile",
    metavar="NAME",
    help="What rules apply: those for goals of any kind (smart), or those for sales, marketing, okr or effect; or all.",
)
@configuration
@plugins
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day to judge by, if it is not today.")
@click.option("--language", callback=language, metavar="LANGUAGE", help="The goals' language, if it is not to be guessed.")
@message_language("that of each file")
@click.option("--output-format", type=click.Choice(FORMATS), default="full", show_default=True)
@click.option(
    "--fail-level",
    type=click.Choice(LEVELS),
    default="error",
    show_default=True,
    help="The lowest level with which the exit status is 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever the findings.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("--stdin-filename", metavar="NAME", help="The file that standard input stands for.")
@click.option("--force-exclude", is_flag=True, help="Pass by what the configuration excludes even if it is named.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but findings.")
@click.option("--verbose", "-v", is_flag=True, help="Show notes too.")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Check goal files.

    PATHS are files, folders in which `.goals` files are looked for, or `-` for standard input; by default the current
    folder. RULES are codes, starts of codes or names, separated by commas. Languages are en, nb, nn, sv and da.

    The exit status is 0 if nothing was found at or above the fail level, 1 if something was, and 2 if a file that was
    named could not be read, a rule failed, or the command was not understood.
    """
    options = _Options(**given)
    configurations = _configurations(options)
    files = _files(options, configurations)
    _check_options(configurations, files, options)
    result, complete = _lint(files, configurations, options)
    look = Look(
        today=options.today,
        language=options.message_language or configurations.common(file.path for file in files).message_language,
        color=in_color(options.color, sys.stdout),
        width=columns(sys.stdout),
        verbose=options.verbose,
        quiet=options.quiet,
    )
    is_text = options.output_format != "json"
    name = "statistics" if options.statistics and is_text else options.output_format
    write(reporter(name)(result, look), encoding="" if is_text else "utf-8")
    ctx.exit(_status(result, complete, options))


def _configurations(options: _Options) -> Configurations:
    """What the files are judged by: each its own configuration, and beside that what the command line says."""
    lint = {"select": options.select, "extend-select": options.extend_select, "ignore": options.ignore}
    stated: dict[str, Any] = {"profile": options.profile, "language": options.language or None}
    stated["lint"] = {name: list(value) for name, value in lint.items() if value is not None} or None
    return configurations(
        options.config,
        isolated=options.isolated,
        plugins=options.plugins,
        stated={name: value for name, value in stated.items() if value is not None},
        language=options.message_language,
        color=options.color,
    )


def _files(options: _Options, configurations: Configurations) -> list[File]:
    if options.stdin_filename is not None and STDIN not in options.paths:
        raise click.UsageError("--stdin-filename speaks of standard input: name `-` too.")
    if "" in options.paths:
        raise click.UsageError("A path is empty.")
    found = find(options.paths or (".",), options.stdin_filename or "<stdin>", configurations.takes)
    if options.force_exclude:
        return [file for file in found if not configurations.excludes(file.path)]
    return found


def _check_options(configurations: Configurations, files: list[File], options: _Options) -> None:
    """Ends the run where any configuration of a file, or an option, is wrong."""
    configurations.common(file.path for file in files)
    for file in files:
        configurations.of(file.path)
    chosen = {"--select": options.select, "--extend-select": options.extend_select, "--ignore": options.ignore}
    must_be_right(
        configurations,
        options.plugins,
        {option: selectors for option, selectors in chosen.items() if selectors is not None},
        options.profile or "",
        language=options.message_language,
        color=options.color,
    )


def _lint(files: list[File], configurations: Configurations, options: _Options) -> tuple[Result, bool]:
    """The result, and whether every file that was named could be read."""
    from smartlint.linter import Linter

    linter = Linter(lambda path: configurations.settings(path, options.today))
    complete = True
    with Progress(len(files), enabled=not options.quiet) as progress:
        for file in files:
            text = read(file)
            if isinstance(text, Unreadable):
                linter.check_unreadable(file.path, text.variant, text.data)
                complete = complete and not file.named
            else:
                linter.check_text(text, file.path)
            progress.advance()
        partial = bool(options.paths) and not any(is_folder(Path(path)) for path in options.paths)
        return linter.finish(partial=partial), complete


def _status(result: Result, complete: bool, options: _Options) -> int:
    if result.crashed or not complete:
        return 2
    failing = LEVELS[: LEVELS.index(options.fail_level) + 1]
    return int(not options.exit_zero and any(finding.level in failing for finding in result.findings))
