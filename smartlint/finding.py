"""Findings: what came of a run, language-free, so that each reader gets it in his own language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from typing import Any

from smartlint.goal import Directive, Document, Goal
from smartlint.language.vocabulary import vocabulary
from smartlint.new_line import NoRoom, placed
from smartlint.policy.policy import Ruling
from smartlint.rule import NEW_LINE, Edit, Fix, Level, Report, Rule
from smartlint.source import Position, Source, Span
from smartlint.translation import fill
from smartlint.waiver import Standing, Waiver


@dataclass(frozen=True)
class Place:
    """A span in a file, with its lines and columns (1-based, the end exclusive) and a note's message id."""

    path: str
    span: Span
    start: Position
    end: Position
    note: str = ""

    @classmethod
    def of(cls, source: Source, span: Span, note: str = "") -> Place:
        return cls(source.path, span, source.position(span.start), source.position(span.end), note)


@dataclass(frozen=True)
class Suppression:
    """The comment that has hidden a finding: where it stands, its last day and its reason."""

    place: Place
    until: date | None
    reason: str

    @classmethod
    def of(cls, source: Source, directive: Directive) -> Suppression:
        return cls(Place.of(source, directive.span), directive.until, directive.reason)


@dataclass(frozen=True)
class Finding:
    """What a rule found: language-free, so that each reader gets it in his own. A ``fix`` is in that of the goal.

    ``goal`` is the goal's path of IDs; ``language`` that of the file; ``fingerprint`` rests on code, message, path, goal,
    the flagged text and its ordinal, not on the line. ``suppression`` is what has hidden it, if anything has, ``ruling`` is
    what a policy makes of it. ``statement`` is the sentence of its goal, by which a goal without an ID is known again;
    ``at_head`` says that nothing but a goal's word and ID is flagged.
    """

    rule: type[Rule]
    message_id: str
    params: Mapping[str, Any]
    level: Level
    place: Place
    language: str
    goal: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()
    fingerprint: str = ""
    fix: Fix | None = None
    ruling: Ruling | None = None
    suppression: Suppression | None = None
    statement: str = ""
    at_head: bool = False

    @property
    def binds(self) -> bool:
        """Whether a policy lets nothing pass it: it fails the run, whatever its level."""
        return self.ruling is not None and self.ruling.binds

    def fails(self, levels: Sequence[Level]) -> bool:
        """Whether it fails a run in which findings of these levels do."""
        return self.binds or (self.level in levels and not (self.ruling and self.ruling.alone))

    def text(self, english: str, language: str) -> str:
        """One of the rule's texts in a language, with the parameters filled in."""
        return fill(self.rule.in_language(english, language), self.params, language)

    def message(self, language: str) -> str:
        return self.text(self.rule.messages[self.message_id], language)

    def help(self, language: str) -> str:
        return self.text(self.rule.helps.get(self.message_id, ""), language)

    def note(self, place: Place, language: str) -> str:
        return self.text(self.rule.messages[place.note], language)


@dataclass(frozen=True)
class Said:
    """A notice: what could not be judged, and by which rule."""

    rule: type[Rule]
    message_id: str
    params: Mapping[str, Any]

    def message(self, language: str) -> str:
        return fill(self.rule.in_language(self.rule.messages[self.message_id], language), self.params, language)


@dataclass(frozen=True)
class Waived:
    """A finding that a waiver has excused."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True)
class Yielded:
    """A finding that is not reported since another one on the same goal, of the rule with this code, has the same cause."""

    finding: Finding
    to: str


@dataclass(frozen=True, order=True)
class Known:
    """What makes a finding the same in two versions of a file, wherever it stands: an entry of a baseline.

    ``text`` is what is flagged, whatever its layout, but for a goal's word and ID; a goal without an ID is told by its
    ``statement``.
    """

    path: str
    goal: tuple[str, ...]
    code: str
    message_id: str
    text: str
    statement: str = ""


@dataclass(frozen=True)
class Evidence:
    """Why a goal passes: the place that settled it for a rule.

    ``goal`` is its path of IDs, ``index`` its number in the file, ``language`` its own.
    """

    rule: type[Rule]
    place: Place
    language: str
    goal: tuple[str, ...] = ()
    index: int | None = None


@dataclass
class Result:
    """What came of a run. ``sources`` holds the texts of the files that have findings or evidence, for snippets.

    ``waivers`` is what came of each waiver. Where findings were ``compared`` with those known before, these are ``baselined``,
    and ``stale`` is what a baseline has and nobody found. Only where evidence is asked for there are ``evidence``, what was
    ``yielded``, and the ``documents`` by path.
    """

    findings: list[Finding] = field(default_factory=list)
    suppressed: list[Finding] = field(default_factory=list)
    waived: list[Waived] = field(default_factory=list)
    baselined: list[Finding] = field(default_factory=list)
    stale: list[Known] = field(default_factory=list)
    compared: bool = False
    notices: list[Said] = field(default_factory=list)
    waivers: list[Standing] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    yielded: list[Yielded] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    files: int = 0
    goals: int = 0
    crashed: bool = False

    def fails(self, levels: Sequence[Level]) -> bool:
        """Whether anything was found that fails a run in which findings of these levels do."""
        return any(finding.fails(levels) for finding in self.findings)

    def sort(self) -> None:
        """Findings by path, place and code."""
        self.findings.sort(key=_order)
        self.evidence.sort(key=_order)
        self.suppressed.sort(key=_order)
        self.waived.sort(key=lambda waived: _order(waived.finding))


def _order(found: Finding | Evidence) -> tuple[str, int, str]:
    return found.place.path, found.place.span.start, found.rule.code


class Findings:
    """Makes findings of the reports about one file; ``sources`` are the texts of the others by path."""

    def __init__(self, document: Document, sources: Mapping[str, Source]) -> None:
        self._document = document
        self._sources = sources
        self._ordinals: dict[str, int] = {}
        self._heads = {goal.head for goal in document.all_goals}

    def of(self, rule: type[Rule], report: Report, ruling: Ruling | None = None) -> Finding:
        document = self._document
        source = document.source
        goal = document.all_goals[report.goal] if report.goal is not None else None
        path = goal.path if goal is not None else ()
        key = "\0".join((rule.code, report.message_id, source.path, *path, source.slice(report.span)))
        self._ordinals[key] = ordinal = self._ordinals.get(key, 0) + 1
        related = tuple(
            Place.of(self._sources[other.file] if other.file else source, other.span, other.note) for other in report.related
        )
        return Finding(
            rule=rule,
            message_id=report.message_id,
            params=report.params,
            level=report.level or rule.level,
            place=Place.of(source, report.span),
            language=document.language,
            goal=path,
            related=related,
            fingerprint=blake2b(f"{key}\0{ordinal}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
            fix=self._written(report.fix, rule, report.goal) if report.fix else None,
            ruling=ruling,
            statement=goal.statement.plain if goal is not None else "",
            at_head=report.span in self._heads,
        )

    def _written(self, fix: Fix, rule: type[Rule], goal: int | None) -> Fix | None:
        """A fix whose patterns are filled in, in the language of the goal, and whose new lines have their place, if any."""
        try:
            return replace(fix, edits=tuple(self._edit(edit, rule, goal) for edit in fix.edits))
        except NoRoom:
            return None

    def _edit(self, edit: Edit, rule: type[Rule], goal: int | None) -> Edit:
        document = self._document
        about = document.all_goals[goal] if goal is not None else None
        span, text, pattern = edit.span, edit.text, ""
        if edit.params is not None:
            pattern = rule.patterns[text]
            language = _language_of(document, about, span)
            text = fill(rule.in_language(pattern, language), edit.params, language)
        if span == NEW_LINE:
            span, text = placed(text, document, about)
        return Edit(span, text, pattern=pattern)


def _language_of(document: Document, goal: Goal | None, span: Span) -> str:
    """What is written into a goal's sentence is in the language of that; a new line is, where its goal word is as well."""
    if goal is None:
        return document.language
    if span != NEW_LINE:
        return goal.language if goal.statement.span.contains(span) else document.language
    word = vocabulary().goal_word(tuple(goal.word.text.lower().split()), goal.language)
    return word[0].language if word is not None and word[0].language == goal.language else document.language
