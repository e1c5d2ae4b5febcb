"""Findings: what came of a run, language-free, so that each reader gets it in his own language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from datetime import date
from typing import Any

from smartlint.extracting import is_table
from smartlint.facts import GoalFact
from smartlint.goal import Directive, Document
from smartlint.policy.policy import Ruling
from smartlint.record import NamedTuple, dataclass, field
from smartlint.rule import Fix, Level, Rule
from smartlint.source import Position, Source, Span
from smartlint.translation import fill
from smartlint.waiver import Standing, Waiver


@dataclass(frozen=True)
class Place:
    """A span in a file, with its lines and columns (1-based, the end exclusive) and a note's message id.

    ``label`` is what the place is called in a file that has no lines: the cell of a sheet, whose row and column stand for
    them.
    """

    path: str
    span: Span
    start: Position
    end: Position
    note: str = ""
    label: str = ""

    @property
    def short(self) -> str:
        """Where in its file it is, as it stands behind the path."""
        return self.label or f"{self.start.line}:{self.start.column}"

    @classmethod
    def of(cls, source: Source, span: Span, note: str = "") -> Place:
        here = source.in_file(span)
        return cls(source.path, here, *source.place(span), note, source.label(span.start))


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
        return Kind.of(self).fails(levels)

    def text(self, english: str, language: str) -> str:
        """One of the rule's texts in a language, with the parameters filled in."""
        return fill(self.rule.in_language(english, language), self.params, language)

    def message(self, language: str) -> str:
        return self.text(self.rule.messages[self.message_id], language)

    def help(self, language: str) -> str:
        return self.text(self.rule.helps.get(self.message_id, ""), language)

    def note(self, place: Place, language: str) -> str:
        return self.text(self.rule.messages[place.note], language)


class Kind(NamedTuple):
    """What is counted of a finding; ``enforcement`` is that of the policy which asks for it, if one does."""

    rule: type[Rule]
    level: Level
    enforcement: str
    binds: bool
    alone: bool
    of_table: bool

    @classmethod
    def of(cls, finding: Finding) -> Kind:
        ruling = finding.ruling
        of_table = bool(finding.goal) and is_table(finding.place.path)
        enforcement, alone = (ruling.enforcement, ruling.alone) if ruling is not None else ("", False)
        return cls(finding.rule, finding.level, enforcement, finding.binds, alone, of_table)

    def fails(self, levels: Sequence[Level]) -> bool:
        return self.binds or (self.level in levels and not self.alone)


class Tally:
    """How many findings there are of each kind, and in how many files."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self.kinds: Counter[Kind] = Counter()
        # of each file the kinds that it has are a number, and of these numbers there are few
        self._bits: dict[Kind, int] = {}
        self.files_with: Counter[int] = Counter()
        by_path: dict[str, list[Kind]] = {}
        for finding in findings:
            by_path.setdefault(finding.place.path, []).append(Kind.of(finding))
        for kinds in by_path.values():
            self.add(kinds)

    @classmethod
    def of(cls, counts: Iterable[tuple[Kind, int, int]], files_with: Mapping[int, int]) -> Tally:
        """What was counted before."""
        tally = cls()
        for kind, count, bit in counts:
            tally.kinds[kind], tally._bits[kind] = count, bit
        tally.files_with.update(files_with)
        return tally

    @property
    def counts(self) -> list[tuple[Kind, int, int]]:
        """Of each kind, how many there are, and the bit that stands for it in the keys of ``files_with``."""
        return [(kind, self.kinds[kind], bit) for kind, bit in self._bits.items()]

    def add(self, kinds: Sequence[Kind], before: Sequence[Kind] = ()) -> None:
        """Counts what a file has, beside what was counted of it ``before``."""
        self.kinds.update(kinds)
        known = self._of(before)
        if before:
            self.files_with[known] -= 1
        self.files_with[known | self._of(kinds)] += 1

    def _of(self, kinds: Iterable[Kind]) -> int:
        found = 0
        for kind in kinds:
            found |= self._bits.setdefault(kind, 1 << len(self._bits))
        return found

    def files(self, counts: Callable[[Kind], bool] = lambda kind: True) -> int:
        """How many files have any finding of the kinds that count."""
        wanted = sum(bit for kind, bit in self._bits.items() if counts(kind))
        return sum(number for found, number in self.files_with.items() if found & wanted)


class Counted(Sequence[Finding]):
    """Findings that are counted already: there are too many to go through them again and again."""

    tally: Tally


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
    and ``stale`` is what a baseline has and nobody found. ``facts`` are those of the goals of each file. Only where evidence is
    asked for there are ``evidence``, what was ``yielded``, and the ``documents`` by path.
    """

    findings: Sequence[Finding] = field(default_factory=list)
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
    facts: Sequence[tuple[GoalFact, ...]] = field(default_factory=list)
    sources: MutableMapping[str, Source] = field(default_factory=dict)
    files: int = 0
    goals: int = 0
    crashed: bool = False

    @property
    def tally(self) -> Tally:
        """How many findings there are of each kind."""
        return self.findings.tally if isinstance(self.findings, Counted) else Tally(self.findings)

    def fails(self, levels: Sequence[Level]) -> bool:
        """Whether anything was found that fails a run in which findings of these levels do."""
        return any(kind.fails(levels) for kind in self.tally.kinds)

    def sort(self) -> None:
        """Findings by path, place and code."""
        if isinstance(self.findings, list):
            self.findings.sort(key=order)
        self.evidence.sort(key=order)
        self.suppressed.sort(key=order)
        self.waived.sort(key=lambda waived: order(waived.finding))


def order(found: Finding | Evidence) -> tuple[str, int, str]:
    """What findings are sorted by."""
    return found.place.path, found.place.span.start, found.rule.code
