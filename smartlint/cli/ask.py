"""``smartlint ask``: asks for what is missing in a goal file, shows the difference, and writes it."""

from __future__ import annotations

import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartlint.cli.configured import configuration, configurations, must_be_right
from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import day, language, plugins
from smartlint.cli.output import write
from smartlint.cli.rewriting import difference, painted, written
from smartlint.extracting import is_packed
from smartlint.files import File, Unreadable, read, shown
from smartlint.record import replace
from smartlint.reporters.visible import brief, visible
from smartlint.rule import LEVELS, Level
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.asking import Question
    from smartlint.finding import Result
    from smartlint.goal import Document
    from smartlint.settings import Settings

#: What stops the questions, and what is yes and no, in any of the languages.
_STOP = frozenset({"q"})
_YES = frozenset({"y", "yes", "j", "ja"})
_NO = frozenset({"n", "no", "nei", "nej"})


@click.command(
    name="ask",
    epilog="""\b
Examples:
  smartlint ask goals/sales.goals
  smartlint ask plan.goals --language nb
  smartlint ask plan.goals --diff > plan.patch""",
)
@click.argument("file")
@click.option("--language", callback=language, metavar="LANGUAGE", help="The goals' language, if it is not to be guessed.")
@click.option("--profile", metavar="NAME", help="What the goals are judged as.")
@configuration
@plugins
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day to judge by, if it is not today.")
@click.option("--diff", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--yes", "-y", is_flag=True, help="Write without asking whether to.")
@click.option("--verbose", "-v", is_flag=True, help="Ask for what is only noted, too.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    language: str,
    profile: str | None,
    config: tuple[str, ...],
    isolated: bool,
    plugins: tuple[str, ...],
    today: date,
    diff: bool,
    yes: bool,
    verbose: bool,
    color: str,
) -> None:
    """Ask for what is missing in a goal file, and write it.

    The questions are in the language of the file, one goal after another. An answer that cannot be read is asked for
    again; with no answer the question is passed over, and `q` ends the questions. Then you see what has changed, and are
    asked whether to write it. Ctrl-C leaves the file as it is.
    """
    place = File(shown(Path(file)), Path(file), named=True)
    stated = {"language": language, "profile": profile}
    known = configurations(
        config,
        isolated=isolated,
        plugins=plugins,
        stated={name: value for name, value in stated.items() if value},
        color=color,
    )
    known.of(place.path)
    must_be_right(known, {}, profile or "", color=color)
    text = _text(place)
    dialog = _Dialog(place.path, text, known.judging([place], today)(place.path), LEVELS if verbose else LEVELS[:2])
    dialog.run()
    if dialog.text == text:
        click.echo(dialog.say("Nothing was filled in." if dialog.asked else "There is nothing to ask."), err=True)
        return
    write(painted(difference(place, text, dialog.text, b""), color), encoding="utf-8")
    if not diff and (yes or dialog.agrees()):
        reason = written(place, text, dialog.text, (), dialog.language)
        click.echo(f"{visible(place.path)}: {reason or dialog.say('written')}", err=True)
        ctx.exit(2 if reason else 0)


def _text(file: File) -> str:
    """The text of a file; what cannot be read, or not be written in its place, is a usage error."""
    assert file.place is not None
    if is_packed(file.path):
        refusal = say("{file} is read, but not written: change it where it was made.", file=visible(file.path))
        raise click.BadParameter(refusal, param_hint="FILE")
    text = read(file)
    if not file.place.is_file() or isinstance(text, Unreadable):
        raise click.BadParameter(say("{file} is no file of text that can be read.", file=visible(file.path)), param_hint="FILE")
    return text


class _Stopped(Exception):
    """Whoever is asked wants no more questions."""


class _Dialog:
    """Questions and answers about a file; ``text`` is what comes of them.

    It speaks on standard error, so that standard output is free for the difference.
    """

    def __init__(self, path: str, text: str, settings: Settings, levels: Collection[Level]) -> None:
        from smartlint.asking import NewLines

        self.text = text
        self.asked = 0
        self._path = path
        self._settings = settings
        self._levels = levels
        self._lines = NewLines()
        self._document = self._read()
        if locale_language() in self._document.tied:  # the reader's own, where the file could be in either
            self._settings = replace(settings, language=locale_language())
            self._document = self._read()
        self.language = self._document.language
        self._result = self._lint(text)

    def _lint(self, text: str) -> Result:
        from smartlint.fixing import lint_alone
        from smartlint.readers import read_document

        return lint_alone(self._path, text, self._settings, read_document)

    def _read(self) -> Document:
        from smartlint.readers import read_document

        return read_document(self.text, self._path, **self._settings.reading)

    def say(self, english: str, **params: object) -> str:
        return fill(translate(english, self.language), params, self.language)

    def _tell(self, text: str) -> None:
        click.echo(brief(text), err=True)

    def run(self) -> None:
        """Asks until nothing is left to ask, or whoever is asked has had enough."""
        from smartlint.asking import questions

        done: set[tuple[object, ...]] = set()
        above: tuple[str, ...] | None = None
        try:
            while True:
                left = (one for one in questions(self._result, self._document, self._levels) if one.key not in done)
                question = next(left, None)
                if question is None:
                    return
                if not self.asked:
                    self._tell(self.say("Enter passes a question over, q ends the questions."))
                if question.finding.goal != above or not self.asked:
                    self._begin(question)
                above = question.finding.goal
                done.add(question.key)
                self.asked += 1
                self._ask(question)
        except _Stopped:
            return

    def _begin(self, question: Question) -> None:
        goal = question.goal
        click.echo(err=True)
        parts = (goal.id.text, goal.statement.plain) if goal is not None else (self.say("The whole file"),)
        self._tell(": ".join(filter(None, parts)))

    def _ask(self, question: Question) -> None:
        """Puts a question until its answer holds; the text is then that with the answer."""
        from smartlint.asking import objection
        from smartlint.fixing import apply

        self._tell(f"  {question.finding.message(self.language)}")
        while True:
            answers = []
            for hole in range(len(question.holes)):
                answer = self._answer(question, hole)
                if not answer:
                    return
                answers.append(answer)
            edits, lines = self._lines.below(question.filled(answers), len(self.text))
            text = apply(edits, self.text)
            result = self._lint(text)
            against = objection(question, self._result, result)
            if against is None:
                self.text, self._result, self._lines = text, result, lines
                self._document = self._read()
                return
            self._tell("  " + self.say("Not quite: {message}", message=against.message(self.language)))

    def _answer(self, question: Question, hole: int) -> str:
        """An answer that is what is asked for; empty if there is none."""
        from smartlint.asking import KINDS, fits
        from smartlint.readers import can_hold

        blank = question.blank(hole)
        asked = self.say(blank.question)
        hint = self.say(KINDS[blank.kind][1]) if blank.kind else ""
        while True:
            answer = _line(f"  {asked} ({hint}) " if hint else f"  {asked} ")
            if answer is None or answer.lower() in _STOP:
                raise _Stopped
            if not answer or (
                answer.isprintable()
                and can_hold(self._path, answer)
                and fits(answer, blank.kind, self.language, self._settings.today)
            ):
                return answer
            self._tell("  " + (self.say("That cannot be read; it is to be {hint}.", hint=hint) if hint else "?"))

    def agrees(self) -> bool:
        """Whether the difference is to be written; nobody there to say so means no."""
        while True:
            answer = _line(self.say("Write this? (y or n) "))
            if answer is None:
                raise click.UsageError(say("Nothing was written: nobody said yes. --yes writes without asking."))
            if answer.lower() in _YES | _NO:
                return answer.lower() in _YES


def _line(prompt: str) -> str | None:
    """A line of standard input without blanks around it, None where there are no more."""
    click.echo(visible(prompt), nl=False, err=True)
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        raise click.UsageError(say("What was typed is no text in the encoding of the terminal.")) from None
    if not line or not sys.stdin.isatty():
        click.echo(err=True)  # where nobody has typed Enter
    return line.strip() if line else None
