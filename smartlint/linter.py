"""The way of a goal: bytes, document, findings; facts, findings across documents; suppressed, levelled, sorted."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from posixpath import commonpath, dirname
from typing import TYPE_CHECKING, Any

from smartlint.facts import collect
from smartlint.finding import Finding, Place, Result, Said, Waived
from smartlint.goal import Document, Problem
from smartlint.project import Project
from smartlint.readers import read_document
from smartlint.rule import Notice, ProjectRule, Report, Rule
from smartlint.ruling import Judged, Rulings
from smartlint.running import Bench, Runner
from smartlint.settings import ConfigWarning, Settings, choose
from smartlint.settling import Settling
from smartlint.source import Source, Span
from smartlint.unclear import unclear
from smartlint.waiver import Waiver

if TYPE_CHECKING:
    from smartlint.remembering import Memory

__all__ = [
    "ConfigWarning",
    "Finding",
    "Linter",
    "Place",
    "Reader",
    "Result",
    "Said",
    "Settings",
    "Waived",
    "Waiver",
    "choose",
    "lint_texts",
]

#: Makes a document of a text, with the arguments of ``read_document``.
Reader = Callable[..., Document]


class Linter:
    """Lints one file at a time, then all of them together.

    ``check`` takes each file; ``finish`` runs the rules over all files and gives the result. ``settings`` are those of all
    files, or tell those of each by its path; of a folder too, by its path with a slash at the end. With ``evidence``, the
    result has what made goals pass as well. ``reader`` reads texts as ``read_document`` does. With a ``memory``, which
    reads instead, what it knows of is not judged anew.
    """

    def __init__(
        self,
        settings: Settings | Callable[[str], Settings],
        *,
        evidence: bool = False,
        reader: Reader = read_document,
        memory: Memory | None = None,
    ) -> None:
        self._settings_of = settings if callable(settings) else lambda path: settings
        self._read = memory.read if memory is not None else reader
        self._memory = memory
        self._result = Result()
        self._runner = Runner(self._result, evidence=evidence)
        self._rulings = Rulings(self._runner, reader)
        self._benches: dict[int, Bench] = {}
        self._files: dict[str, Judged] = {}
        if isinstance(settings, Settings):
            self._bench("")

    def _bench(self, path: str) -> Bench:
        """What a file or a folder is judged by; one bench for all that have the same settings."""
        settings = self._settings_of(path)
        if id(settings) not in self._benches:
            self._benches[id(settings)] = self._runner.bench(settings)
        return self._benches[id(settings)]

    def check_text(self, text: str, path: str, language: str = "") -> None:
        """Lints the text of a file; one without any is spoken of in a language, if nobody knows the file's."""
        bench = self._bench(path)
        settings = bench.settings
        months = settings.fiscal_year_starts
        known = settings.language or ("" if text.strip() else language)
        self._check(self._read(text, path, language=known, today=settings.today, fiscal_year_starts=months), bench)

    def check_unreadable(self, path: str, variant: str, data: Mapping[str, Any], language: str = "en") -> None:
        """Takes a file that could not be read: a finding of its own at its start, in a language if nobody knows the file's."""
        problem = Problem("unreadable-file", variant, Span(0, 0), data)
        bench = self._bench(path)
        self._check(Document(Source("", path), bench.settings.language or language, (), (), (problem,)), bench)

    def _check(self, document: Document, bench: Bench) -> None:
        file = self._memory.recall(document, bench) if self._memory is not None and not self._runner.evidence else None
        file = file or self._judged(document, bench)
        self._files[document.source.path] = file
        self._result.files += 1
        self._result.goals += len(file.facts)

    def _judged(self, document: Document, bench: Bench) -> Judged:
        """What the rules of a file say of it."""
        said = len(self._result.notices)
        file = Judged(document, bench, collect(document), self._runner.over_file(document, bench))
        self._rulings.over_file(file)
        # what was said aside, and that a rule has failed, stands in this result alone
        if self._memory is not None and len(self._result.notices) == said and not self._result.crashed:
            self._memory.keep(file)
        return file

    def finish(self, *, partial: bool = False) -> Result:
        """Runs the project's rules over all files and gives the result, sorted by path, place and code.

        ``partial`` says that the files are not all of a project.
        """
        self._files = dict(sorted(self._files.items()))  # the order in which files were checked decides nothing
        crashes = self._runner.broken
        for rule, bench, project in self._over_all_files(partial=partial):
            check = functools.partial(self._across, rule, bench, project)
            for rule_type, report in self._runner.guard(rule, check, crashes):
                self._files[report.file].reports.append((rule_type, report))
        for policy, rule, bench, project in self._rulings.over_all_files(self._files, partial=partial):
            for rule_type, report in self._runner.guard(rule, functools.partial(self._said, rule, bench, project), crashes):
                self._rulings.take(self._files[report.file], policy, rule_type, report)
        if crashes and self._files:
            first = next(iter(self._files.values()))
            first.reports += self._runner.speak(first.document, first.bench, crashes)
        benches = list(self._benches.values())
        Settling(self._files, benches, self._runner, self._rulings, self._result, partial=partial).settle()
        for file in self._files.values():
            if not file.bench.settings.passed_by:
                self._result.notices += unclear(file.document)
        self._result.sort()
        self._files.clear()
        return self._result

    def _over_all_files(self, *, partial: bool) -> Iterator[tuple[ProjectRule, Bench, Project]]:
        """The rules over all files, each once for all the ways in which it is set."""
        facts = [file.facts for file in self._files.values() if not file.bench.settings.passed_by]
        if len(self._benches) > 1:
            for folder in _folders(self._files):
                self._bench(folder)
        projects: dict[tuple[str, ...], Project] = {}
        done: list[tuple[type[Rule], Bench]] = []
        for bench in list(self._benches.values()):
            roster = bench.settings.roster
            if roster not in projects:
                projects[roster] = Project(facts, partial=partial, roster=roster)
            for rule in bench.project_rules:
                if not any(one is type(rule) and bench.judges_like(other, one) for one, other in done):
                    done.append((type(rule), bench))
                    yield rule, bench, projects[roster]

    def _across(self, rule: ProjectRule, bench: Bench, project: Project) -> Iterator[Report | Notice]:
        """What a rule over all files says where it is set as on a bench."""
        for said in self._said(rule, bench, project):
            if isinstance(said, Notice) or len(self._benches) == 1 or bench.judges_like(self._bench_for(said), type(rule)):
                yield said

    def _said(self, rule: ProjectRule, bench: Bench, project: Project) -> Iterator[Report | Notice]:
        """What a rule over all files says by a bench; a report must name one of the files."""
        for said in rule.check(project, bench.options[type(rule)], bench.settings.today):
            if isinstance(said, Notice):
                if Said(type(rule), said.message_id, said.params) not in self._result.notices:
                    yield said  # what is said for several settings is said once
                continue
            for file in (said.file, *(related.file or said.file for related in said.related)):
                if file not in self._files:
                    raise LookupError(f"{file!r} is none of the files")
            if said.goal is not None and said.goal >= len(self._files[said.file].facts):
                raise LookupError(f"there is no goal {said.goal!r}")
            yield said

    def _bench_for(self, report: Report) -> Bench:
        """What a report over several files is judged by: the settings of the nearest folder that holds them all."""
        files = {report.file, *(related.file or report.file for related in report.related)}
        if len(files) == 1:
            return self._files[report.file].bench
        return self._bench(_folder_of(files))


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


def lint_texts(texts: Mapping[str, str], settings: Settings, *, partial: bool = False) -> Result:
    """Lints texts by path: what tests, editors and services call."""
    linter = Linter(settings)
    for path, text in texts.items():
        linter.check_text(text, path)
    return linter.finish(partial=partial)
