"""The way of a goal: bytes, document, findings; facts, findings across documents; suppressed, levelled, sorted."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from posixpath import commonpath, dirname
from typing import Any

from smartlint.facts import GoalFact, collect
from smartlint.finding import Finding, Findings, Place, Result, Said, Waived
from smartlint.goal import Document, Goal, Problem
from smartlint.parser import parse
from smartlint.project import Project
from smartlint.rule import Context, DocumentRule, GoalRule, Notice, ProblemRule, ProjectRule, Report, Rule, Witness
from smartlint.settings import ConfigWarning, Settings, choose
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


@dataclass
class _File:
    """A file between its own rules and the project's."""

    document: Document
    bench: _Bench
    facts: tuple[GoalFact, ...]
    reports: list[tuple[type[Rule], Report]]


class _Bench:
    """The rules that some files are judged by, made ready."""

    def __init__(self, settings: Settings, rules: Sequence[Rule]) -> None:
        self.settings = settings
        self.goal_rules = [rule for rule in rules if isinstance(rule, GoalRule)]
        self.document_rules = [rule for rule in rules if isinstance(rule, DocumentRule)]
        self.project_rules = [rule for rule in rules if isinstance(rule, ProjectRule)]
        self.options = {rule: settings.options(rule) for rule in settings.rules}
        self.selectors = Selectors(settings.rules, settings.known)

    def judges_like(self, other: _Bench, rule: type[Rule]) -> bool:
        """Whether a rule over many files says the same by both."""
        same = self.options.get(rule) == other.options.get(rule) and self.settings.roster == other.settings.roster
        return self is other or (same and (rule in self.options) == (rule in other.options))


class Linter:
    """Lints one file at a time, then all of them together.

    ``check`` takes each file; ``finish`` runs the rules over all files and gives the result. ``settings`` are those of all
    files, or tell those of each by its path; of a folder too, by its path with a slash at the end.
    """

    def __init__(self, settings: Settings | Callable[[str], Settings]) -> None:
        self._settings_of = settings if callable(settings) else lambda path: settings
        self._result = Result()
        self._failed: set[type[Rule]] = set()
        self._broken: list[Problem] = []  # what stands for rules that could not even be made
        self._made: dict[type[Rule], Rule | None] = {}
        self._benches: dict[int, _Bench] = {}
        self._files: dict[str, _File] = {}
        if isinstance(settings, Settings):
            self._bench("")

    def _bench(self, path: str) -> _Bench:
        """What a file or a folder is judged by; one bench for all that have the same settings."""
        settings = self._settings_of(path)
        if id(settings) not in self._benches:
            self._benches[id(settings)] = _Bench(settings, list(self._make(settings.rules)))
        return self._benches[id(settings)]

    def _make(self, rules: Iterable[type[Rule]]) -> Iterator[Rule]:
        for rule in rules:
            if rule not in self._made:
                self._made[rule] = None
                try:
                    self._made[rule] = rule()
                except Exception as error:
                    self._broken.append(self._crash(rule, error, None))
            made = self._made[rule]
            if made is not None:
                yield made

    def check_text(self, text: str, path: str) -> None:
        """Lints the text of a file."""
        bench = self._bench(path)
        settings = bench.settings
        months = settings.fiscal_year_starts
        self._check(parse(text, path, language=settings.language, today=settings.today, fiscal_year_starts=months), bench)

    def check_unreadable(self, path: str, variant: str, data: Mapping[str, Any]) -> None:
        """Takes a file that could not be read: a finding of its own at its start."""
        problem = Problem("unreadable-file", variant, Span(0, 0), data)
        bench = self._bench(path)
        self._check(Document(Source("", path), bench.settings.language or "en", (), (), (problem,)), bench)

    def _check(self, document: Document, bench: _Bench) -> None:
        crashes: list[Problem] = []
        reports = list(_unique(self._run(document, bench, crashes)))
        if crashes:
            reports += self._speak(document, bench, crashes)
        facts = collect(document)
        self._files[document.source.path] = _File(document, bench, facts, reports)
        self._result.files += 1
        self._result.goals += len(facts)

    def _run(self, document: Document, bench: _Bench, crashes: list[Problem]) -> Iterator[tuple[type[Rule], Report]]:
        today = bench.settings.today
        for rule in bench.document_rules:
            if _reads(rule, document.language):
                check = functools.partial(rule.check, document, Context(document, today, bench.options[type(rule)]))
                yield from self._guard(rule, check, crashes, None)
        checks = [(rule, Context(document, today, bench.options[type(rule)])) for rule in bench.goal_rules]
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

    def _speak(self, document: Document, bench: _Bench, problems: Iterable[Problem]) -> Iterator[tuple[type[Rule], Report]]:
        """What rules about problems say of these."""
        document = replace(document, problems=tuple(problems))
        crashes: list[Problem] = []
        for rule in bench.document_rules:
            if isinstance(rule, ProblemRule):
                context = Context(document, bench.settings.today, bench.options[type(rule)])
                yield from self._guard(rule, functools.partial(rule.check, document, context), crashes, None)
        if crashes and not any(problem.kind == crashes[0].kind for problem in document.problems):
            yield from self._speak(document, bench, crashes)  # but of a crash while of crashes is spoken, nobody can speak

    def finish(self, *, partial: bool = False) -> Result:
        """Runs the project's rules over all files and gives the result, sorted by path, place and code.

        ``partial`` says that single files were named rather than a whole folder.
        """
        self._files = dict(sorted(self._files.items()))  # the order in which files were checked decides nothing
        crashes = self._broken
        for rule, bench, project in self._over_all_files(partial=partial):
            check = functools.partial(self._across, rule, bench, project)
            for rule_type, report in self._guard(rule, check, crashes, None):
                self._files[report.file].reports.append((rule_type, report))
        if crashes and self._files:
            first = next(iter(self._files.values()))
            first.reports += self._speak(first.document, first.bench, crashes)
        waivers = self._waivers()
        sources = {path: file.document.source for path, file in self._files.items()}
        for file in self._files.values():
            self._settle(file, waivers, self._heard(file.bench, partial=partial), sources)
            self._result.notices += unclear(file.document)
        self._settle_configuration(waivers, partial=partial)
        self._result.sort()
        self._files.clear()
        return self._result

    def _over_all_files(self, *, partial: bool) -> Iterator[tuple[ProjectRule, _Bench, Project]]:
        """The rules over all files, each once for all the ways in which it is set."""
        facts = [file.facts for file in self._files.values()]
        if len(self._benches) > 1:
            for folder in _folders(self._files):
                self._bench(folder)
        projects: dict[tuple[str, ...], Project] = {}
        done: list[tuple[type[Rule], _Bench]] = []
        for bench in list(self._benches.values()):
            roster = bench.settings.roster
            if roster not in projects:
                projects[roster] = Project(facts, partial=partial, roster=roster)
            for rule in bench.project_rules:
                if not any(one is type(rule) and bench.judges_like(other, one) for one, other in done):
                    done.append((type(rule), bench))
                    yield rule, bench, projects[roster]

    def _heard(self, bench: _Bench, *, partial: bool) -> frozenset[type[Rule]]:
        """The rules that are on and could judge everything: if they found nothing, there was nothing to be found."""
        undecided = {notice.rule for notice in self._result.notices} | self._failed
        return frozenset(
            rule for rule in bench.settings.rules if rule not in undecided and not (partial and issubclass(rule, ProjectRule))
        )

    def _across(self, rule: ProjectRule, bench: _Bench, project: Project) -> Iterator[Report | Notice]:
        """What a rule over all files says where it is set as on a bench; a report must name one of the files."""
        for said in rule.check(project, bench.options[type(rule)], bench.settings.today):
            if isinstance(said, Notice):
                if len(self._benches) == 1 or Said(type(rule), said.message_id, said.params) not in self._result.notices:
                    yield said  # what is said for several settings is said once
                continue
            if said.file not in self._files:
                raise LookupError(f"{said.file!r} is none of the files")
            if len(self._benches) == 1 or bench.judges_like(self._bench_for(said), type(rule)):
                yield said

    def _bench_for(self, report: Report) -> _Bench:
        """What a report over several files is judged by: the settings of the nearest folder that holds them all."""
        files = {report.file, *(related.file or report.file for related in report.related)}
        if len(files) == 1:
            return self._files[report.file].bench
        return self._bench(_folder_of(files))

    def _waivers(self) -> Waivers:
        """The waivers of all settings, each once."""
        every = [bench.settings for bench in self._benches.values()]
        rules = dict.fromkeys(rule for settings in every for rule in settings.rules)
        known = dict.fromkeys(rule for settings in every for rule in settings.known)
        waivers = dict.fromkeys(waiver for settings in every for waiver in settings.waivers)
        today = every[0].today if every else date.min
        return Waivers(tuple(waivers), Selectors(tuple(rules), tuple(known)), today)

    def _settle(self, file: _File, waivers: Waivers, heard: AbstractSet[type[Rule]], sources: Mapping[str, Source]) -> None:
        """One cause, one finding; suppressions and waivers; the file's findings go to the result."""
        document, bench = file.document, file.bench
        suppressions = Suppressions(document, bench.selectors, bench.settings.today)
        findings = Findings(document, sources)
        causes = {(rule.code, report.goal) for rule, report in file.reports if report.goal is not None}

        def take(rule: type[Rule], report: Report) -> None:
            # what keeps quiet for another one's sake would be heard without it: its suppression is of use
            hidden = suppressions.hide(rule, report.span)
            goal = document.all_goals[report.goal] if report.goal is not None else None
            waiver = waivers.excuse(rule, document.source.path, goal)
            if any((code, report.goal) in causes for code in rule.yields_to):
                return
            level = bench.settings.level(rule, goal.status if goal is not None else "")
            finding = findings.of(rule, replace(report, level=level) if level else report)
            if waiver is not None and not hidden:
                self._result.waived.append(Waived(finding, waiver))
            else:
                (self._result.suppressed if hidden else self._result.findings).append(finding)
            for place in (finding.place, *finding.related):
                self._result.sources[place.path] = sources[place.path]

        for rule, report in file.reports:
            take(rule, report)
        for problem in suppressions.problems(heard):
            for rule, report in self._speak(document, bench, [problem]):
                take(rule, report)

    def _settle_configuration(self, waivers: Waivers, *, partial: bool) -> None:
        """What is to be said of configurations and their waivers; nothing hides or excuses that."""
        benches = list(self._benches.values())
        warnings = dict.fromkeys(one for bench in benches for one in bench.settings.warnings)
        problems = [(one.source, Problem("config-warning", "warning", one.span, {"text": one.text})) for one in warnings]
        # a rule that is off for some files was not heard of all that a waiver may speak of
        heard = [self._heard(bench, partial=partial) for bench in benches]
        everywhere = frozenset.intersection(*heard) if heard else frozenset[type[Rule]]()
        problems += waivers.problems(everywhere, self._files.keys(), partial=partial)
        for source in {source.path: source for source, _ in problems}.values():
            bench = next((one for one in benches if one.settings.states(source)), benches[0])
            document = Document(source, bench.settings.language or "en", (), ())
            findings = Findings(document, {})
            here = [problem for other, problem in problems if other.path == source.path]
            for rule, report in self._speak(document, bench, here):
                level = bench.settings.level(rule, "")
                self._result.findings.append(findings.of(rule, replace(report, level=level) if level else report))
                self._result.sources[source.path] = source


def _folder_of(paths: Iterable[str]) -> str:
    """The nearest folder that holds all these files, with a slash at its end."""
    folders = {dirname(path) for path in paths}
    common = commonpath(folders) if len(folders) > 1 and len({path.startswith("/") for path in folders}) == 1 else ""
    return f"{(next(iter(folders)) if len(folders) == 1 else common) or '.'}/"


def _folders(paths: Iterable[str]) -> set[str]:
    """The folders of files, and those above them that some of the others lie below as well."""
    found = {_folder_of((path,)) for path in paths}
    top = _folder_of([f"{folder}x" for folder in found])
    for folder in list(found):
        while len(folder) > len(top) and folder not in ("./", "/"):
            found.add(folder)
            folder = _folder_of((folder.rstrip("/"),))
    return {*found, top}


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
