"""The way of a goal: bytes, document, findings; facts, findings across documents; suppressed, levelled, sorted."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from typing import Any

from smartlint.facts import GoalFact, collect
from smartlint.goal import Directive, Document, Goal, Problem
from smartlint.parser import parse
from smartlint.project import Project
from smartlint.rule import (
    Context,
    DocumentRule,
    Edit,
    Fix,
    GoalRule,
    Level,
    Notice,
    ProblemRule,
    ProjectRule,
    Report,
    Rule,
    Witness,
)
from smartlint.source import Position, Source, Span
from smartlint.translation import fill, translate


@dataclass(frozen=True)
class Place:
    """A span in a file, with its lines and columns (1-based, the end exclusive) and a note's message id."""

    path: str
    span: Span
    start: Position
    end: Position
    note: str = ""


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
        package = self.rule.__module__.partition(".")[0]
        return fill(translate(english, language, package), self.params, language)

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
        package = self.rule.__module__.partition(".")[0]
        return fill(translate(self.rule.messages[self.message_id], language, package), self.params, language)


@dataclass(frozen=True)
class Settings:
    """What a run judges by.

    ``rules`` are those that are on; ``language`` "" means: found out for each file; ``roster`` are the people there are.
    """

    rules: tuple[type[Rule], ...]
    today: date
    language: str = ""
    profile: str = "smart"
    roster: tuple[str, ...] = ()

    def options(self, rule: type[Rule]) -> dict[str, Any]:
        return {option.name: option.profiles.get(self.profile, option.default) for option in rule.options}


@dataclass
class Result:
    """What came of a run. ``sources`` holds the texts of the files that have findings, for snippets."""

    findings: list[Finding] = field(default_factory=list)
    suppressed: list[Finding] = field(default_factory=list)
    notices: list[Said] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    files: int = 0
    goals: int = 0
    crashed: bool = False


@dataclass
class _File:
    """A file between its own rules and the project's."""

    document: Document
    facts: tuple[GoalFact, ...]
    reports: list[tuple[type[Rule], Report]]


class Linter:
    """Lints one file at a time, then all of them together.

    ``check`` takes each file; ``finish`` runs the rules over all files and gives the result.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._goal_rules = [rule() for rule in settings.rules if issubclass(rule, GoalRule)]
        self._document_rules = [rule() for rule in settings.rules if issubclass(rule, DocumentRule)]
        self._project_rules = [rule() for rule in settings.rules if issubclass(rule, ProjectRule)]
        self._options = {rule: settings.options(rule) for rule in settings.rules}
        self._files: dict[str, _File] = {}
        self._result = Result()

    def check_text(self, text: str, path: str) -> None:
        """Lints the text of a file."""
        settings = self._settings
        self._check(parse(text, path, language=settings.language, today=settings.today))

    def check_unreadable(self, path: str, variant: str, data: Mapping[str, Any]) -> None:
        """Takes a file that could not be read: a finding of its own at its start."""
        problem = Problem("unreadable-file", variant, Span(0, 0), data)
        self._check(Document(Source("", path), self._settings.language or "en", (), (), (problem,)))

    def _check(self, document: Document) -> None:
        crashes: list[Problem] = []
        reports = list(_unique(self._run(document, crashes)))
        if crashes:
            reports += self._speak(replace(document, problems=tuple(crashes)))
        facts = collect(document)
        self._files[document.source.path] = _File(document, facts, reports)
        self._result.files += 1
        self._result.goals += len(facts)

    def _run(self, document: Document, crashes: list[Problem]) -> Iterator[tuple[type[Rule], Report]]:
        today = self._settings.today
        for rule in self._document_rules:
            check = functools.partial(rule.check, document, Context(document, today, self._options[type(rule)]))
            yield from self._guard(rule, check, crashes, None)
        checks = [(rule, Context(document, today, self._options[type(rule)])) for rule in self._goal_rules]
        for goal in document.all_goals:
            for one, context in checks:
                if (goal.is_open or one.closed) and (goal.kind != "vision" or one.visions):
                    yield from self._guard(one, functools.partial(one.check, goal, context), crashes, goal)

    def _guard(
        self,
        rule: Rule,
        run: Callable[[], Iterable[Report | Witness | Notice]],
        crashes: list[Problem],
        goal: Goal | None,
    ) -> Iterator[tuple[type[Rule], Report]]:
        """What a rule reports; a rule that raises costs one finding, and the rest goes on."""
        try:
            for said in run():
                if isinstance(said, Notice):
                    self._result.notices.append(Said(type(rule), said.message_id, said.params))
                elif isinstance(said, Report):
                    index = goal.index if goal is not None and said.goal is None else said.goal
                    yield type(rule), replace(said, goal=index)
        except Exception as error:
            data = {
                "rule": type(rule).code,
                "name": type(rule).name,
                "error": f"{type(error).__name__}: {error}",
                "where": _where(error, type(rule)),
            }
            span = goal.head if goal is not None else Span(0, 0)
            crashes.append(Problem("rule-crashed", "crashed", span, data, goal=goal.index if goal else None))
            self._result.crashed = True

    def _speak(self, document: Document) -> Iterator[tuple[type[Rule], Report]]:
        """The findings of a document's problems alone."""
        for rule in self._document_rules:
            if isinstance(rule, ProblemRule):
                context = Context(document, self._settings.today, self._options[type(rule)])
                for said in rule.check(document, context):
                    if isinstance(said, Report):
                        yield type(rule), said

    def finish(self, *, partial: bool = False) -> Result:
        """Runs the project's rules over all files and gives the result, sorted by path, place and code.

        ``partial`` says that single files were named rather than a whole folder.
        """
        self._files = dict(sorted(self._files.items()))  # the order in which files were checked decides nothing
        facts = (file.facts for file in self._files.values())
        project = Project(facts, partial=partial, roster=self._settings.roster)
        for rule in self._project_rules:
            crashes: list[Problem] = []
            check = functools.partial(self._across, rule, project)
            for rule_type, report in self._guard(rule, check, crashes, None):
                self._files[report.file].reports.append((rule_type, report))
            if crashes and self._files:
                first = next(iter(self._files.values()))
                first.reports += self._speak(replace(first.document, problems=tuple(crashes)))
        for file in self._files.values():
            self._settle(file)
        self._result.findings.sort(key=lambda found: (found.place.path, found.place.span.start, found.rule.code))
        self._result.suppressed.sort(key=lambda found: (found.place.path, found.place.span.start, found.rule.code))
        self._files.clear()
        return self._result

    def _across(self, rule: ProjectRule, project: Project) -> Iterator[Report | Notice]:
        """What a rule over all files says; a report must name one of the files."""
        for said in rule.check(project, self._options[type(rule)], self._settings.today):
            if isinstance(said, Report) and said.file not in self._files:
                raise LookupError(f"{said.file!r} is none of the files")
            yield said

    def _settle(self, file: _File) -> None:
        """One cause, one finding; suppressions; the file's findings go to the result."""
        document = file.document
        directives = _Directives(document, self._settings.today)
        causes = {(rule.code, report.goal) for rule, report in file.reports if report.goal is not None}
        ordinals: dict[str, int] = {}
        for rule, report in file.reports:
            if any((code, report.goal) in causes for code in rule.yields_to):
                continue
            finding = self._finding(document, rule, report, ordinals)
            hidden = not rule.always and directives.cover(finding)
            (self._result.suppressed if hidden else self._result.findings).append(finding)
            for place in (finding.place, *finding.related):
                self._result.sources[place.path] = self._files[place.path].document.source

    def _finding(self, document: Document, rule: type[Rule], report: Report, ordinals: dict[str, int]) -> Finding:
        source = document.source
        goal = document.all_goals[report.goal] if report.goal is not None else None
        path = goal.path if goal else ()
        key = "\0".join((rule.code, report.message_id, source.path, *path, source.slice(report.span)))
        ordinals[key] = ordinal = ordinals.get(key, 0) + 1
        related = tuple(
            _place(self._files[other.file].document.source if other.file else source, other.span, other.note)
            for other in report.related
        )
        return Finding(
            rule=rule,
            message_id=report.message_id,
            params=report.params,
            level=report.level or rule.level,
            place=_place(source, report.span),
            language=document.language,
            goal=path,
            related=related,
            fingerprint=blake2b(f"{key}\0{ordinal}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
            fix=_written(report.fix, rule, document.language) if report.fix else None,
        )


def _written(fix: Fix, rule: type[Rule], language: str) -> Fix:
    """A fix whose patterns are filled in, in the language of the file that they go into."""
    package = rule.__module__.partition(".")[0]
    edits = (
        edit
        if edit.params is None
        else Edit(edit.span, fill(translate(rule.patterns[edit.text], language, package), edit.params, language))
        for edit in fix.edits
    )
    return replace(fix, edits=tuple(edits))


def _where(error: Exception, rule: type[Rule]) -> str:
    """The last line of the rule's own package that was run: what it called may lie deep in another one."""
    places = [(str(frame.f_globals.get("__name__", "")), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    package = rule.__module__.partition(".")[0]
    module, line = next((place for place in reversed(places) if place[0].partition(".")[0] == package), places[-1])
    return f"{module}, line {line}"


def _place(source: Source, span: Span, note: str = "") -> Place:
    return Place(source.path, span, source.position(span.start), source.position(span.end), note)


def _unique(reports: Iterable[tuple[type[Rule], Report]]) -> Iterator[tuple[type[Rule], Report]]:
    """Reports without repetitions of the same message at the same place."""
    seen = set()
    for rule, report in reports:
        key = (rule.code, report.message_id, report.span, report.goal)
        if key not in seen:
            seen.add(key)
            yield rule, report


class _Directives:
    """The suppressions of a file that have not expired, by the line that they speak of."""

    def __init__(self, document: Document, today: date) -> None:
        self._whole: list[Directive] = []
        self._by_line: dict[int, list[Directive]] = {}
        position = document.source.position
        for directive in document.directives:
            if directive.until is not None and directive.until < today:
                continue
            if directive.whole_file:
                self._whole.append(directive)
            for span in directive.scope:
                for line in range(position(span.start).line, position(span.end).line + 1):
                    self._by_line.setdefault(line, []).append(directive)

    def cover(self, finding: Finding) -> bool:
        """A directive names the finding's rule and speaks of its line."""
        here = (*self._whole, *self._by_line.get(finding.place.start.line, ()))
        return any(_names(code.text, finding.rule) for directive in here for code in directive.codes)


def _names(selector: str, rule: type[Rule]) -> bool:
    return rule.code.startswith(selector.upper()) or rule.name == selector.lower()


def lint_texts(texts: Mapping[str, str], settings: Settings, *, partial: bool = False) -> Result:
    """Lints texts by path: what tests, editors and services call."""
    linter = Linter(settings)
    for path, text in texts.items():
        linter.check_text(text, path)
    return linter.finish(partial=partial)


def choose(
    rules: Sequence[type[Rule]],
    profile: str = "smart",
    select: Sequence[type[Rule]] | None = None,
    ignore: Sequence[type[Rule]] = (),
) -> tuple[type[Rule], ...]:
    """The rules that are on: those of the profile, or those selected, less those ignored; and those always on."""
    basis = [rule for rule in rules if profile == "all" or profile in rule.profiles] if select is None else select
    chosen = set(basis) - set(ignore)
    return tuple(rule for rule in rules if rule in chosen or rule.always)
