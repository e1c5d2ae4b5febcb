"""``smartlint check``: lints files, folders and standard input."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smartlint.cli.baselines import BaselineOptions, baselines, before
from smartlint.cli.configured import configuration, configurations, must_be_right, policies
from smartlint.cli.fix_options import FixOptions, fixes
from smartlint.cli.frame import locale_language, say
from smartlint.cli.logged import decision_log, logged
from smartlint.cli.looks import look, run
from smartlint.cli.options import day, language, message_language, not_empty, plugins, selection, words
from smartlint.cli.output import write
from smartlint.cli.reports import Report, must_spare, outputs, planned, put
from smartlint.cli.spread_options import SpreadOptions, spreads
from smartlint.cli.verdict import failing, verdict
from smartlint.files import STDIN, Unreadable, find
from smartlint.record import dataclass, replace
from smartlint.reporters.visible import visible
from smartlint.rule import LEVELS, Level

if TYPE_CHECKING:
    from smartlint.cli.fix import Mended
    from smartlint.configuration.configurations import Configurations
    from smartlint.files import File
    from smartlint.fixing import Sparing
    from smartlint.linter import Reader, Result


@dataclass(frozen=True)
class _Options(FixOptions, BaselineOptions, SpreadOptions):
    """What was asked for; the fields are named after the options."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None
    extend_select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    profile: str | None
    config: tuple[str, ...]
    isolated: bool
    policies: tuple[str, ...]
    plugins: tuple[str, ...]
    today: date
    language: str
    message_language: str
    output_format: str | None
    report: tuple[Report, ...]
    fail_level: Level
    max_warnings: int | None
    statistics: bool
    show_files: bool
    show_evidence: bool
    decision_log: Path | None
    stdin_filename: str | None
    force_exclude: bool
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
@click.argument("paths", nargs=-1, callback=not_empty, metavar="[PATHS]...")
@click.option("--select", callback=selection, multiple=True, metavar="RULES", help="Apply these instead of the profile's.")
@click.option("--extend-select", callback=words, multiple=True, metavar="RULES", help="Apply these as well.")
@click.option("--ignore", callback=words, multiple=True, metavar="RULES", help="Leave these out.")
@click.option(
    "--profile",
    metavar="NAME",
    help="What rules apply: those for goals of any kind (smart), or those for sales, marketing, okr or effect; or all.",
)
@configuration
@policies
@plugins
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day to judge by, if it is not today.")
@click.option("--language", callback=language, metavar="LANGUAGE", help="The goals' language, if it is not to be guessed.")
@message_language("that of each file")
@fixes
@baselines
@outputs
@click.option(
    "--fail-level",
    type=click.Choice(LEVELS),
    default="error",
    show_default=True,
    help="The lowest level with which the exit status is 1.",
)
@click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="Exit with 1 if there are more warnings.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever the findings.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked, and check none.")
@click.option("--show-evidence", is_flag=True, help="Show of each goal what makes it pass.")
@decision_log
@click.option("--stdin-filename", metavar="NAME", help="The file that standard input stands for.")
@spreads
@click.option("--force-exclude", is_flag=True, help="Pass by what the configuration excludes even if it is named.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but findings.")
@click.option("--verbose", "-v", is_flag=True, help="Show notes too.")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Check goal files.

    PATHS are files, folders in which `.goals` files are looked for, or `-` for standard input; by default the current
    folder. RULES are codes, starts of codes or names, separated by commas. Languages are en, nb, nn, sv and da.

    A project is all that lies below its configuration or, without one, its repository. Where PATHS are a part of it, what
    the other files decide is told as a note, or not at all.

    The exit status is 0 if nothing was found at or above the fail level, 1 if something was, and 2 if a file that was
    named could not be read, a rule failed, or the command was not understood.

    What a waivable or mandatory policy asks for makes it 1 whatever the level, unless a waiver excuses it.
    """
    options = _Options(**given)
    if options.idle:
        raise click.UsageError(say("{option} does nothing alone: add --fix, --fix-only or --diff.", option=options.idle))
    plan = planned(options.output_format, options.report, statistics=options.statistics)
    configurations = _configurations(options)
    files = _files(options, configurations)
    _check_options(configurations, files, options)
    if options.show_files:
        write(f"{visible(file.path)}\n" for file in files)
        return
    must_spare(plan, options.decision_log, files)
    earlier = before(options, options.paths, writes=not options.diff)
    language = options.message_language or configurations.common(file.path for file in files).message_language
    then = functools.partial(_linted_then, configurations, options)
    done = None
    if options.mends:
        known = (lambda result: earlier.known(result, files, configurations, then)) if earlier else None
        done = _mended(files, configurations, options, language, known)
    result, complete = (done.fixed.result, done.complete) if done else _lint(files, configurations, options, {})
    refusals: list[click.ClickException | None] = []
    if earlier is not None:
        refusals.append(earlier.compare(result, files, configurations, configurations.judging(files, options.today), then))
    status = verdict(result, complete, options.fail_level, max_warnings=options.max_warnings, exit_zero=options.exit_zero)
    if done is not None and done.status is not None:
        status = done.status
    shown = look(
        options.today,
        language,
        color=options.color,
        verbose=options.verbose,
        quiet=options.quiet,
        run=run(lambda: configurations.known, failing(options.fail_level), status),
        evidence=options.show_evidence,
    )
    judged = {"fail_level": options.fail_level, "exit_zero": options.exit_zero, **options.compared}
    log = options.decision_log
    refusals.append(logged(log, result, configurations, files, shown, **judged) if log else None)
    told = done.told if done is not None else result
    if options.reports or told.findings:
        with redirect_stdout(sys.stderr if done is not None and done.holds_stdout else sys.stdout):
            put(plan, told, shown, statistics=options.statistics)
    if done is not None:
        done.say()
    refused = [refusal for refusal in refusals if refusal is not None]
    for refusal in refused[1:]:
        click.echo(refusal.format_message(), err=True)
    if refused:
        raise refused[0]
    ctx.exit(status)


def _configurations(options: _Options) -> Configurations:
    """What the files are judged by: each its own configuration, and beside that what the command line says."""
    lint = {"select": options.select, "extend-select": options.extend_select, "ignore": options.ignore}
    stated: dict[str, Any] = {"profile": options.profile, "language": options.language or None}
    stated["lint"] = {name: list(value) for name, value in lint.items() if value is not None} or None
    return configurations(
        options.config,
        isolated=options.isolated,
        policies=options.policies,
        plugins=options.plugins,
        stated={name: value for name, value in stated.items() if value is not None},
        language=options.message_language,
        color=options.color,
    )


def _files(options: _Options, configurations: Configurations) -> list[File]:
    if options.stdin_filename is not None and STDIN not in options.paths:
        raise click.UsageError(say("--stdin-filename speaks of standard input: name `-` too."))
    found = find(options.paths or (".",), options.stdin_filename or "<stdin>", configurations.walk)
    if options.baseline is not None:  # it tells of goals, and has none itself
        baseline = os.path.realpath(options.baseline)
        found = [file for file in found if file.named or file.place is None or os.path.realpath(file.place) != baseline]
    excluded = {file.path for file in found if options.force_exclude and configurations.excludes(file.path)}
    kept = [file for file in found if file.path not in excluded or configurations.governs(Path(file.path))]
    return [replace(file, passed_by=True) if file.path in excluded else file for file in kept]


def _check_options(configurations: Configurations, files: list[File], options: _Options) -> None:
    """Ends the run where any configuration of a file, or an option, is wrong."""
    configurations.common(file.path for file in files)
    for file in files:
        configurations.of(file.path)
    chosen = {"--select": options.select, "--extend-select": options.extend_select, "--ignore": options.ignore}
    must_be_right(
        configurations,
        {option: selectors for option, selectors in chosen.items() if selectors is not None},
        options.profile or "",
        language=options.message_language,
        color=options.color,
    )


def _linted_then(
    configurations: Configurations, options: _Options, files: Sequence[File], texts: Mapping[str, str | Unreadable]
) -> Result:
    """What was found in files as they were before."""
    return _lint(files, configurations, options, texts)[0]


def _mended(
    files: list[File], configurations: Configurations, options: _Options, language: str, known: Sparing | None
) -> Mended:
    from smartlint.cli.fix import mended

    lint = functools.partial(_lint, files, configurations, options)
    settings = configurations.judging(files, options.today)
    return mended(files, options.paths or (".",), lint, settings, options, language or locale_language(), known)


def _lint(
    files: Sequence[File],
    configurations: Configurations,
    options: _Options,
    texts: Mapping[str, str | Unreadable],
    reader: Reader | None = None,
) -> tuple[Result, bool]:
    """The result, and whether every file that was named could be read; ``texts`` are those of files that have another."""
    from smartlint.cli.judging import judged

    return judged(
        files,
        configurations,
        options.today,
        options.paths,
        stdin_filename=options.stdin_filename or "",
        texts=texts,
        reader=reader,
        evidence=options.show_evidence or options.decision_log is not None,
        cache=options.cache,
        where=options.where,
        is_watched=not options.quiet,
    )
