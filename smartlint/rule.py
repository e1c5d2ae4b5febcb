"""The contract that rules are written against: this module is the whole public interface of a rule.

A rule is a class with metadata, a docstring that is its page, and a generator ``check``. It yields reports (something
is wrong, here) and witnesses (this is why it is right); the engine gives them level, path and language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Literal

from smartlint.facts import GoalFact, LinkFact, fold, measure, supporters, under
from smartlint.goal import Action, Document, Field, Goal, Link, Milestone, Origin, Problem
from smartlint.language.people import read_people
from smartlint.likeness import NameIndex, stems
from smartlint.pattern import compile_late
from smartlint.project import Project
from smartlint.reading import Hit, Person, Quantity, Reading, Text, TimeRef
from smartlint.record import dataclass, field, replace
from smartlint.source import Span
from smartlint.translation import translate

__all__ = [
    "NEW_LINE",
    "Action",
    "Context",
    "Document",
    "DocumentRule",
    "Edit",
    "Field",
    "Fix",
    "Goal",
    "GoalFact",
    "GoalRule",
    "Hit",
    "Level",
    "Link",
    "LinkFact",
    "Milestone",
    "NameIndex",
    "Notice",
    "Option",
    "Origin",
    "Person",
    "Problem",
    "ProblemRule",
    "Project",
    "ProjectRule",
    "Quantity",
    "Reading",
    "Related",
    "Report",
    "Rule",
    "Span",
    "Tally",
    "Text",
    "TimeRef",
    "Witness",
    "compile_late",
    "dataclass",
    "date",
    "fold",
    "leave_out",
    "measure",
    "new_line",
    "read_people",
    "replace",
    "stems",
    "supporters",
    "timedelta",
    "under",
]

Level = Literal["error", "warning", "info"]
Status = Literal["stable", "preview", "deprecated"]
Applicability = Literal["safe", "unsafe", "display"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
#: The version of this interface. A plugin states the one that it was written for in its package, as ``SMARTLINT_API``.
API = 1
#: The place of a new line: below the sentence of the goal that is reported, or at the top of the file if none is.
NEW_LINE = Span(-1, -1)


@dataclass(frozen=True)
class Option:
    """A setting of a rule: its default, the JSON Schema that its values must meet, and the defaults of profiles.

    ``follows`` is the key of the configuration (``calendar.holidays``) whose value it has where it is not set itself.
    """

    name: str
    default: Any
    schema: Mapping[str, Any]
    help: str
    profiles: Mapping[str, Any] = field(default_factory=dict)
    follows: str = ""


@dataclass(frozen=True)
class Related:
    """Another place that matters, with the id of its note in ``messages``. ``file``: where it is not the same file."""

    span: Span
    note: str
    file: str = ""


@dataclass(frozen=True)
class Edit:
    """A piece of the file and what to write instead.

    With ``params``, ``text`` is the id of one of the rule's ``patterns``, which is written in the language of the file and
    filled in; without, it stands as it is. ``pattern`` is for the engine, which keeps there what it has filled in.
    """

    span: Span
    text: str
    params: Mapping[str, Any] | None = None
    pattern: str = ""


@dataclass(frozen=True)
class Fix:
    """Edits that mend a finding.

    ``safe`` ones change no meaning, ``unsafe`` ones may; what has a hole to fill in (``⟨date⟩``) is for ``display``.
    """

    edits: tuple[Edit, ...]
    applicability: Applicability


def new_line(pattern: str, **params: Any) -> Fix:
    """A fix that adds a line of its own, or several: a field of the goal that is reported, else of the file.

    The engine gives it its place and its indentation. The pattern has a hole, or it is no fix for display.
    """
    return Fix((Edit(NEW_LINE, pattern, params),), "display")


def leave_out(text: Text, span: Span) -> Fix | None:
    """A fix that deletes words of a text, with the blank and the commas around them.

    What stood behind them gets their capital. None where nothing would be left, or a bracket would be empty.
    """
    start, end = span.start - text.span.start, span.end - text.span.start
    before, after = text.text[:start].rstrip(), text.text[end:]
    rest = after.lstrip(" \u00a0,")
    if before.endswith(("(", "[")) or not (before or rest.strip(" .!\n")):
        return None
    if not before:
        skipped = end + len(after) - len(rest)
        capital = rest[0].upper() if text.text[start].isupper() else rest[0]
        return Fix((Edit(Span(span.start, text.span.start + skipped + 1), capital),), "unsafe")
    if before.endswith(",") and (after.startswith(",") or not rest.strip(" .!\n")):
        before, end = before[:-1], end + after.startswith(",")
    return Fix((Edit(Span(text.span.start + len(before), text.span.start + end), ""),), "unsafe")


@dataclass(frozen=True)
class Report:
    """Something is wrong: the id of the message, the exact place, and what the message names."""

    message_id: str
    span: Span
    params: Mapping[str, Any]
    related: tuple[Related, ...] = ()
    level: Level | None = None
    goal: int | None = None
    file: str = ""
    fix: Fix | None = None


@dataclass(frozen=True)
class Witness:
    """Why a goal passes: the place that settles it."""

    span: Span
    goal: int | None = None


@dataclass(frozen=True)
class Notice:
    """What a rule could not judge, and why (a message of the rule)."""

    message_id: str
    params: Mapping[str, Any]


@dataclass(frozen=True)
class Context:
    """What a rule may ask beside the goal: the day of the run, the document, and the rule's own options.

    ``witnesses`` says whether anybody wants to know why goals pass: one that goes through very many may leave it.
    """

    document: Document
    today: date
    options: Mapping[str, Any]
    witnesses: bool = True

    def parent(self, goal: Goal) -> Goal | None:
        return self.document.parent(goal)


class Rule:
    """What every rule states of itself.

    ``title`` is one line; ``passes_as`` says in a few words what a goal with a witness is: ``measurable``. ``messages`` and
    ``helps`` are English texts by message id, with ``{parameters}``; a help says what to write instead. ``patterns`` are
    the texts of fixes by id, with ``{parameters}`` and ``⟨holes⟩``. ``yields_to`` names rules whose finding on the same
    goal has the same cause: then this one keeps quiet. A rule sees closed goals (done, cancelled) or visions only if it
    says so; one that is ``always`` on cannot be switched off. A ``preview`` rule has not been measured on real goals yet,
    and is in no profile. ``languages`` are those of the texts it can judge; none: any. ``edition`` is the first in which it
    is on by default (empty: the first there is); ``formerly`` is its level in editions before, by the last that had it.
    One object is asked about many goals and files, in an editor again and again: it keeps nothing of them.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    title: ClassVar[str]
    passes_as: ClassVar[str] = ""
    level: ClassVar[Level]
    profiles: ClassVar[tuple[str, ...]] = ("smart",)
    messages: ClassVar[Mapping[str, str]]
    helps: ClassVar[Mapping[str, str]] = {}
    patterns: ClassVar[Mapping[str, str]] = {}
    options: ClassVar[tuple[Option, ...]] = ()
    yields_to: ClassVar[tuple[str, ...]] = ()
    closed: ClassVar[bool] = False
    visions: ClassVar[bool] = False
    always: ClassVar[bool] = False
    status: ClassVar[Status] = "stable"
    languages: ClassVar[tuple[str, ...]] = ()
    edition: ClassVar[str] = ""
    formerly: ClassVar[Mapping[str, Level]] = {}
    scope: ClassVar[Literal["goal", "document", "project"]]

    @classmethod
    def in_language(cls, text: str, language: str) -> str:
        """One of its texts in a language, its parameters left open: from the catalogue of its package."""
        return translate(text, language, cls.__module__.partition(".")[0])

    @staticmethod
    def report(
        message_id: str,
        span: Span,
        *,
        related: tuple[Related, ...] = (),
        level: Level | None = None,
        goal: int | None = None,
        file: str = "",
        fix: Fix | None = None,
        **params: Any,
    ) -> Report:
        """A report; every other keyword is a parameter of the message."""
        return Report(message_id, span, params, related, level, goal, file, fix)


class GoalRule(Rule):
    """Looks at one goal at a time."""

    scope = "goal"

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        raise NotImplementedError("it has no check")


class DocumentRule(Rule):
    """Looks at a whole file.

    One that goes ``by_goal`` looks at each heading and at each goal, with those around it, by itself: what it says of one
    hangs on no other, so that an editor may show it a part of the file at a time.
    """

    scope = "document"
    by_goal: ClassVar[bool] = False

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        raise NotImplementedError("it has no check")


class ProblemRule(DocumentRule):
    """Gives code, level, message and page to what the parser could not read: to the problems of one ``kind``.

    It is asked only about files that have any.
    """

    kind: ClassVar[str]

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for problem in document.problems:
            if problem.kind == self.kind:
                related = tuple(Related(span, "first") for span in problem.related)
                fix = None
                if problem.mended is not None:
                    fix = Fix((Edit(problem.span, problem.mended),), "safe" if problem.sure else "unsafe")
                yield self.report(problem.variant, problem.span, related=related, goal=problem.goal, fix=fix, **problem.data)


@dataclass(frozen=True)
class Tally:
    """How many goals a team or an owner has that a rule counts, and how many there should be: what overviews show.

    ``most`` is the limit, ``warn`` a lower one from which it is said. ``day``: the first of the days on which they are so many.
    """

    of: Literal["team", "owner"]
    goals: tuple[GoalFact, ...]
    most: int | None = None
    warn: int | None = None
    owner: Person | None = None
    day: date | None = None


class ProjectRule(Rule):
    """Looks at the facts of all files. One that holds a number of goals against a limit gives its ``tallies`` too."""

    scope = "project"

    def tallies(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Tally]:
        yield from ()

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        raise NotImplementedError("it has no check")
