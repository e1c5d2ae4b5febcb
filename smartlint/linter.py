"""The way of a goal: bytes, document, findings; facts, findings across documents; suppressed, levelled, sorted."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from smartlint.facts import GoalFact, collect
from smartlint.finding import Finding, Findings, Place, Result, Said, Waived
from smartlint.goal import Document, Goal, Problem
from smartlint.parser import parse
from smartlint.project import Project
from smartlint.rule import Context, DocumentRule, GoalRule, Notice, ProblemRule, ProjectRule, Report, Rule, Witness
from smartlint.source import Source, Span
from smartlint.suppression import Selectors, Suppressions
from smartlint.unclear import unclear
from smartlint.waiver import Waiver, Waivers

__all__ = [
    "ConfigWarning",
    "Finding",
    "Linter",
    "Place",
    "Result",
    "Said",
    "Settings",
    "Waived",
    "Waiver",
    "choose",
    "lint_texts",
]


@dataclass(frozen=True)
class ConfigWarning:
    """What is to be said of a configuration file, at a place in it."""

    text: str
    source: Source
    span: Span


@dataclass(frozen=True)
class Settings:
    """What a run judges by.

    ``rules`` are those that are on, ``known`` those there are (empty: the engine's own); ``language`` "" means: found out
    for each file; ``roster`` are the people there are. ``warnings`` are what the reading of the configuration left to say.
    """

    rules: tuple[type[Rule], ...]
    today: date
    language: str = ""
    profile: str = "smart"
    roster: tuple[str, ...] = ()
    known: tuple[type[Rule], ...] = ()
    waivers: tuple[Waiver, ...] = ()
    warnings: tuple[ConfigWarning, ...] = ()

    def options(self, rule: type[Rule]) -> dict[str, Any]:
        return {option.name: option.profiles.get(self.profile, option.default) for option in rule.options}


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
        self._result = Result()
        self._failed: set[type[Rule]] = set()
        self._broken: list[Problem] = []  # what stands for rules that could not even be made
        rules = list(self._make(settings.rules))
        self._goal_rules = [rule for rule in rules if isinstance(rule, GoalRule)]
        self._document_rules = [rule for rule in rules if isinstance(rule, DocumentRule)]
        self._project_rules = [rule for rule in rules if isinstance(rule, ProjectRule)]
        self._options = {rule: settings.options(rule) for rule in settings.rules}
        self._selectors = Selectors(settings.rules, settings.known)
        self._waivers = Waivers(settings.waivers, self._selectors, settings.today)
        self._files: dict[str, _File] = {}

    def _make(self, rules: Iterable[type[Rule]]) -> Iterator[Rule]:
        for rule in rules:
            try:
                yield rule()
            except Exception as error:
                self._broken.append(self._crash(rule, error, None))

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
            reports += self._speak(document, crashes)
        facts = collect(document)
        self._files[document.source.path] = _File(document, facts, reports)
        self._result.files += 1
        self._result.goals += len(facts)

    def _run(self, document: Document, crashes: list[Problem]) -> Iterator[tuple[type[Rule], Report]]:
        today = self._settings.today
        for rule in self._document_rules:
            if _reads(rule, document.language):
                check = functools.partial(rule.check, document, Context(document, today, self._options[type(rule)]))
                yield from self._guard(rule, check, crashes, None)
        checks = [(rule, Context(document, today, self._options[type(rule)])) for rule in self._goal_rules]
        for goal in document.all_goals:
            for one, context in checks:
                seen = (goal.is_open or one.closed) and (goal.kind != "vision" or one.visions)
                if seen and _reads(one, goal.language):
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
            crashes.append(self._crash(type(rule), error, goal))

    def _crash(self, rule: type[Rule], error: Exception, goal: Goal | None) -> Problem:
        self._result.crashed = True
        self._failed.add(rule)
        data = {
            "rule": rule.code,
            "name": rule.name,
            "error": f"{type(error).__name__}: {error}",
            "where": _where(error, rule),
        }
        span = goal.head if goal is not None else Span(0, 0)
        return Problem("rule-crashed", "crashed", span, data, goal=goal.index if goal else None)

    def _speak(self, document: Document, problems: Iterable[Problem]) -> Iterator[tuple[type[Rule], Report]]:
        """What rules about problems say of these."""
        document = replace(document, problems=tuple(problems))
        crashes: list[Problem] = []
        for rule in self._document_rules:
            if isinstance(rule, ProblemRule):
                context = Context(document, self._settings.today, self._options[type(rule)])
                yield from self._guard(rule, functools.partial(rule.check, document, context), crashes, None)
        if crashes and not any(problem.kind == crashes[0].kind for problem in document.problems):
            yield from self._speak(document, crashes)  # but of a crash while of crashes is spoken, nobody can speak

    def finish(self, *, partial: bool = False) -> Result:
        """Runs the project's rules over all files and gives the result, sorted by path, place and code.

        ``partial`` says that single files were named rather than a whole folder.
        """
        self._files = dict(sorted(self._files.items()))  # the order in which files were checked decides nothing
        facts = (file.facts for file in self._files.values())
        project = Project(facts, partial=partial, roster=self._settings.roster)
        crashes = self._broken
        for rule in self._project_rules:
            check = functools.partial(self._across, rule, project)
            for rule_type, report in self._guard(rule, check, crashes, None):
                self._files[report.file].reports.append((rule_type, report))
        if crashes and self._files:
            first = next(iter(self._files.values()))
            first.reports += self._speak(first.document, crashes)
        heard = self._heard(partial=partial)
        sources = {path: file.document.source for path, file in self._files.items()}
        for file in self._files.values():
            self._settle(file, heard, sources)
            self._result.notices += unclear(file.document)
        self._settle_configuration(heard, partial=partial)
        self._result.sort()
        self._files.clear()
        return self._result

    def _heard(self, *, partial: bool) -> frozenset[type[Rule]]:
        """The rules that are on and could judge everything: if they found nothing, there was nothing to be found."""
        undecided = {notice.rule for notice in self._result.notices} | self._failed
        return frozenset(
            rule for rule in self._settings.rules if rule not in undecided and not (partial and issubclass(rule, ProjectRule))
        )

    def _across(self, rule: ProjectRule, project: Project) -> Iterator[Report | Notice]:
        """What a rule over all files says; a report must name one of the files."""
        for said in rule.check(project, self._options[type(rule)], self._settings.today):
            if isinstance(said, Report) and said.file not in self._files:
                raise LookupError(f"{said.file!r} is none of the files")
            yield said

    def _settle(self, file: _File, heard: AbstractSet[type[Rule]], sources: Mapping[str, Source]) -> None:
        """One cause, one finding; suppressions and waivers; the file's findings go to the result."""
        document = file.document
        suppressions = Suppressions(document, self._selectors, self._settings.today)
        findings = Findings(document, sources)
        causes = {(rule.code, report.goal) for rule, report in file.reports if report.goal is not None}

        def take(rule: type[Rule], report: Report) -> None:
            # what keeps quiet for another one's sake would be heard without it: its suppression is of use
            hidden = suppressions.hide(rule, report.span)
            goal = document.all_goals[report.goal] if report.goal is not None else None
            waiver = self._waivers.excuse(rule, document.source.path, goal)
            if any((code, report.goal) in causes for code in rule.yields_to):
                return
            finding = findings.of(rule, report)
            if waiver is not None and not hidden:
                self._result.waived.append(Waived(finding, waiver))
            else:
                (self._result.suppressed if hidden else self._result.findings).append(finding)
            for place in (finding.place, *finding.related):
                self._result.sources[place.path] = sources[place.path]

        for rule, report in file.reports:
            take(rule, report)
        for problem in suppressions.problems(heard):
            for rule, report in self._speak(document, [problem]):
                take(rule, report)

    def _settle_configuration(self, heard: AbstractSet[type[Rule]], *, partial: bool) -> None:
        """What is to be said of the configuration and its waivers; nothing hides or excuses that."""
        warnings = self._settings.warnings
        problems = [(one.source, Problem("config-warning", "warning", one.span, {"text": one.text})) for one in warnings]
        problems += self._waivers.problems(heard, self._files.keys(), partial=partial)
        for source in {source.path: source for source, _ in problems}.values():
            document = Document(source, self._settings.language or "en", (), ())
            findings = Findings(document, {})
            here = [problem for other, problem in problems if other.path == source.path]
            for rule, report in self._speak(document, here):
                self._result.findings.append(findings.of(rule, report))
                self._result.sources[source.path] = source


def _reads(rule: Rule, language: str) -> bool:
    return not rule.languages or language in rule.languages


def _where(error: Exception, rule: type[Rule]) -> str:
    """The last line of the rule's own package that was run: what it called may lie deep in another one."""
    places = [(str(frame.f_globals.get("__name__", "")), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    package = rule.__module__.partition(".")[0]
    module, line = next((place for place in reversed(places) if place[0].partition(".")[0] == package), places[-1])
    return f"{module}, line {line}"


def _unique(reports: Iterable[tuple[type[Rule], Report]]) -> Iterator[tuple[type[Rule], Report]]:
    """Reports without repetitions of the same message at the same place."""
    seen = set()
    for rule, report in reports:
        key = (rule.code, report.message_id, report.span, report.goal)
        if key not in seen:
            seen.add(key)
            yield rule, report


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
