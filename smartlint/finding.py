"""Findings: what came of a run, language-free, so that each reader gets it in his own language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

from smartlint.goal import Document
from smartlint.new_line import placed
from smartlint.rule import NEW_LINE, Edit, Fix, Level, Report, Rule
from smartlint.source import Position, Source, Span
from smartlint.translation import fill
from smartlint.waiver import Waiver


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
class Finding:
    """What a rule found: language-free, so that each reader gets it in his own. A ``fix`` is in that of the file.

    ``goal`` is the goal's path of IDs; ``language`` that of the file; ``fingerprint`` rests on code, message, path, goal,
    the flagged text and its ordinal, not on the line.
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
class Evidence:
    """Why a goal passes: the place that settled it for a rule. ``goal`` is its path of IDs, ``language`` its own."""

    rule: type[Rule]
    place: Place
    language: str
    goal: tuple[str, ...] = ()


@dataclass
class Result:
    """What came of a run. ``sources`` holds the texts of the files that have findings or evidence, for snippets."""

    findings: list[Finding] = field(default_factory=list)
    suppressed: list[Finding] = field(default_factory=list)
    waived: list[Waived] = field(default_factory=list)
    notices: list[Said] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    files: int = 0
    goals: int = 0
    crashed: bool = False

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

    def of(self, rule: type[Rule], report: Report) -> Finding:
        document = self._document
        source = document.source
        path = document.all_goals[report.goal].path if report.goal is not None else ()
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
        )

    def _written(self, fix: Fix, rule: type[Rule], goal: int | None) -> Fix:
        """A fix whose patterns are filled in, in the language of the file, and whose new lines have their place."""
        return replace(fix, edits=tuple(self._edit(edit, rule, goal) for edit in fix.edits))

    def _edit(self, edit: Edit, rule: type[Rule], goal: int | None) -> Edit:
        document = self._document
        text = edit.text
        if edit.params is not None:
            text = fill(rule.in_language(rule.patterns[text], document.language), edit.params, document.language)
        if edit.span == NEW_LINE:
            return Edit(*placed(text, document, document.all_goals[goal] if goal is not None else None))
        return Edit(edit.span, text)
