"""``smartlint review``: the review of a whole organisation's goals, as a page, a workbook, a document or data."""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import lru_cache
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from smartlint.cli.configured import configuration, configurations, policies
from smartlint.cli.file_output import must_be_writable, must_spare, put
from smartlint.cli.frame import locale_language, say
from smartlint.cli.linted import Linted, linted
from smartlint.cli.options import day, message_language, not_empty, plugins
from smartlint.cli.output import inert, write
from smartlint.cli.refusing import CannotWrite
from smartlint.cli.spread_options import SpreadOptions, spreads
from smartlint.extracting import is_table
from smartlint.files import File, Unreadable, read, repository
from smartlint.readers import is_data
from smartlint.record import replace
from smartlint.reporters.visible import brief, visible
from smartlint.review.basis import Basis, spoken_most
from smartlint.review.outputs import ENDINGS, Missing, output
from smartlint.review.overview import overview
from smartlint.review.tables import NAMES
from smartlint.review.trend import must_be_since
from smartlint.rule import LEVELS, ProblemRule
from smartlint.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from smartlint.facts import GoalFact
    from smartlint.review.model import Review

_OPTION = "--output"
#: What ends a text or a map, and what has begun it if that is another sign.
_CLOSING = re.compile(r"""\s*(\"""|\'\'\'|["'\]}])""")
#: The same in running text: emphasis, brackets and quotes.
_OPENS = '*_~([«“"'
_CLOSES = re.compile(r"[*_~)\]»”\".]*(?=\s|$)")
_OPENING = {"}": "{", "]": "["}


class Written(NamedTuple):
    """A file to write, and what it is written as."""

    file: str
    ending: str


def _outputs(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[Written, ...]:
    """The values of ``--output``; what cannot be written is told before anything is done."""
    written = tuple(Written(file, os.path.splitext(file)[1].lstrip(".").lower()) for file in value)  # noqa: PTH122
    places = Counter(os.path.realpath(one.file) for one in written)
    for one in written:
        known = ", ".join(f".{ending}" for ending in ENDINGS)
        if one.ending not in ENDINGS:
            raise click.BadParameter(say("{value} ends with none of {known}.", value=repr(one.file), known=known))
        if places[os.path.realpath(one.file)] > 1:
            raise click.BadParameter(say("Two reports cannot be written to {file}.", file=one.file))
        try:
            output(one.ending).must_be_there()
        except Missing as error:
            needs = "{file} needs the Python package {package}: pip install smartlint[{extra}]"
            raise click.BadParameter(say(needs, file=one.file, package=error.package, extra=error.extra)) from None
        must_be_writable(one.file, _OPTION)
    return written


def _since(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    try:
        return must_be_since(value) if value is not None else ""
    except ValueError:
        raise click.BadParameter(
            say("{value} is neither a day like 2026-09-30 nor the number of a run.", value=repr(value))
        ) from None


@click.command(
    name="review",
    epilog="""\b
Examples:
  smartlint review goals/ --output review.html
  smartlint review sales/ marketing/ --output review.html --output review.xlsx --output review.json""",
)
@click.argument("paths", nargs=-1, callback=not_empty, metavar="[PATHS]...")
@click.option("--output", "outputs", callback=_outputs, multiple=True, metavar="FILE", help="Write the review there.")
@click.option("--title", default="", metavar="TEXT", help="What stands on top of it.")
@click.option("--profile", metavar="NAME", help="What the goals are judged as.")
@configuration
@policies
@plugins
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day to judge by, if it is not today.")
@message_language("that of most of the goals")
@click.option("--table", type=click.Choice(NAMES), help="What a .csv file holds: goals by default.")
@click.option("--since", callback=_since, metavar="DAY|RUN", help="What to compare with, if not the last run before today.")
@click.option("--no-history", is_flag=True, help="Keep nothing of this run, and compare it with none.")
@click.option("--fail-level", type=click.Choice(LEVELS), help="Exit with 1 if there are findings of this level or above.")
@spreads
@click.option("--quiet", "-q", is_flag=True, help="Print nothing.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], outputs: tuple[Written, ...], **given: Any) -> None:
    """Review the goals of an organisation.

    PATHS are goal files, and folders in which they are looked for; by default the current folder. They are checked as
    `smartlint check` does, and what comes of it is told by team, goal, rule and owner: how many goals are specific,
    measurable, achievable, relevant and time-bound, what to mend first, what to learn from, what serves the strategy, what
    lapses and what has changed.

    The ending of FILE says what is written: .html is a page for everybody, .xlsx a workbook, .md a document, .csv a table
    and .json data. Without --output, the figures are printed.

    What is found is kept in `.smartlint/history.db`, at the top of the repository or in the current folder, so that the next
    review of the same PATHS can say what is new and what has been mended.

    The exit status is 0; 1 if findings are at or above --fail-level; and 2 if a file that was named could not be read, a
    rule failed, or the command was not understood.
    """
    paths = paths or (".",)
    stated = {"profile": given["profile"]} if given["profile"] else {}
    known = configurations(
        given["config"],
        isolated=given["isolated"],
        policies=given["policies"],
        plugins=given["plugins"],
        stated=stated,
        language=given["message_language"],
    )
    run = linted(
        paths,
        known,
        given["today"],
        language=given["message_language"],
        profile=given["profile"] or "",
        is_watched=not given["quiet"],
        spread=SpreadOptions(*(given[name] for name in ("jobs", "engine", "no_cache", "cache_dir"))),
    )
    must_spare([(_OPTION, one.file) for one in outputs], run.files)
    language = given["message_language"] or known.common(file.path for file in run.files).message_language
    review = _review(run, paths, given, language or spoken_most(run.result.facts) or locale_language())
    if not given["no_history"]:
        review = _with_history(review, run, given["since"], given["profile"])
    _write(review, outputs, given["table"] or "")
    if not outputs and not given["quiet"]:
        write(inert(overview(review)))
    if not review.is_complete:
        _tell_what_is_missing(run, review.language)
    ctx.exit(_status(run, given["fail_level"]))


def _review(run: Linted, paths: Sequence[str], given: Mapping[str, Any], language: str) -> Review:
    from smartlint.review.making import review

    basis = Basis(
        run.result,
        run.settings_of,
        _texts(run.files),
        given["today"],
        language,
        tuple(paths),
        given["title"],
        run.is_part,
        run.is_complete,
    )
    return review(basis)


def _texts(files: Sequence[File]) -> Callable[[GoalFact], str]:
    """Reads the lines of goals from their files again: those of a few are shown, and none is kept."""
    by_path = {file.path: file for file in files}

    @lru_cache(maxsize=1)
    def text(path: str) -> str | Unreadable:
        file = by_path[path]
        if is_table(path):
            return Unreadable("row")  # a row says nothing without its headings
        return read(file) if file.place is not None else Unreadable("missing")

    def lines(fact: GoalFact) -> str:
        whole = text(fact.file)
        shown = "" if isinstance(whole, Unreadable) else _outdented(whole, _whole(whole, fact))
        # a file may hold its goals in another way than they are read
        return shown if shown and all(word in shown for word in fact.statement.split()[:1]) else fact.statement

    return lines


def _whole(text: str, fact: GoalFact) -> Span:
    return _closed(text, fact) if is_data(fact.file) else _marked(text, Span(*fact.body))


def _closed(text: str, fact: GoalFact) -> Span:
    """The lines of a goal in a file of data, with what closes what they have opened."""
    start, end = fact.body
    while (found := _CLOSING.match(text, end)) is not None:
        sign, inside = found[1], text[start:end]
        opening = _OPENING.get(sign)
        if inside.count(opening) <= inside.count(sign) if opening else inside.count(sign) % 2 == 0:
            break
        end = found.end()
    return Span(start, end)


def _marked(text: str, body: Span) -> Span:
    """The lines of a goal with the emphasis and the brackets that they begin and end in."""
    line = text.rfind("\n", 0, body.start) + 1
    begin = body.start - (len(text[line : body.start]) - len(text[line : body.start].rstrip(_OPENS)))
    closing = _CLOSES.match(text, body.end)
    return Span(begin, closing.end() if closing is not None else body.end)


def _outdented(text: str, body: Span) -> str:
    """The lines of a goal, as if it stood at the left edge."""
    column = body.start - (text.rfind("\n", 0, body.start) + 1)
    first, *others = text[slice(*body)].split("\n")
    return "\n".join([first, *(line[column:] if not line[:column].strip() else line for line in others)])


def _with_history(review: Review, run: Linted, since: str, profile: str | None) -> Review:
    """The review beside earlier ones; where these cannot be read, it says why."""
    from smartlint.review.history import NoHistory, where
    from smartlint.review.trend import Kept, NoRun, with_trend

    here = Path.cwd()
    home = repository(here) or here
    scope = dumps([sorted(os.path.relpath(path, home) for path in review.paths), profile])
    try:
        return with_trend(review, run.result, Kept(where(home), home, scope, since))
    except NoRun:
        raise click.BadParameter(say("There is no run {run} of these paths.", run=since), param_hint="--since") from None
    except NoHistory as error:
        click.echo(visible(say("No history: {why}.", why=error.why)), err=True)
        return replace(review, history=error.why.spoken(review.language))


def _write(review: Review, outputs: Sequence[Written], table: str) -> None:
    """Writes all files; those that cannot be written are told at the end, so that the others are not lost."""
    told = [put(one.file, b"".join(output(one.ending).write(review, table))) for one in outputs]
    faults = [fault for fault in told if fault]
    if faults:
        raise CannotWrite("\n".join(faults))


def _tell_what_is_missing(run: Linted, language: str) -> None:
    """Says which files could not be read, and which rules have failed: a review may be sent round without its findings."""
    for found in run.result.findings:
        if issubclass(found.rule, ProblemRule) and found.rule.kind in ("unreadable-file", "rule-crashed"):
            click.echo(f"{visible(found.place.path)}: {brief(found.message(language))}", err=True)


def _status(run: Linted, fail_level: str | None) -> int:
    if run.result.crashed or not run.is_complete:
        return 2
    failing = LEVELS[: LEVELS.index(fail_level) + 1] if fail_level in LEVELS else ()
    return int(bool(failing) and run.result.fails(failing))
