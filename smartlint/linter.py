"""The way of a goal: bytes, document, findings; facts, findings across documents; suppressed, levelled, sorted."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from posixpath import commonpath, dirname
from typing import TYPE_CHECKING, Any

from smartlint.facts import collect
from smartlint.finding import Finding, Place, Result, Said, Waived
from smartlint.goal import Document, Problem
from smartlint.moving import Moving
from smartlint.pile import Pile
from smartlint.project import Project
from smartlint.readers import read_document
from smartlint.rule import Notice, ProjectRule, Report, Rule
from smartlint.ruling import Judged, Known, Rulings
from smartlint.running import Bench, Runner
from smartlint.settings import ConfigWarning, Settings, choose
from smartlint.settling import Settling
from smartlint.shelf import Shelf, Texts
from smartlint.source import Source, Span
from smartlint.swap import Swap
from smartlint.unclear import unclear
from smartlint.waiting import Waiting
from smartlint.waiver import Waiver

if TYPE_CHECKING:
    from smartlint.remembering import Memory
    from smartlint.rows import Row

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
    "folder_of",
    "lint_texts",
]

#: Makes a document of a text, with the arguments of ``read_document``.
Reader = Callable[..., Document]


#: After so many files, what was kept in mind to read them makes room for what rules over all of them need.
_MANY = 500
#: Caches that hold so much are emptied then.
_LARGE = 512
_Cache = type(functools.lru_cache(lambda: None))


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
        self._memory = memory if not evidence else None
        #: Whether it must judge all files itself: what is asked of them does not travel.
        self.is_alone = evidence or memory is not None
        self._swap = Swap()
        self._shelf = Shelf(self._swap, all_live=self.is_alone)
        self._pile = Pile(self._swap, all_live=self.is_alone) if self._memory is None else Moving()
        self._result = Result(sources=Texts(self._shelf.source, self._shelf.is_packed))
        self._runner = Runner(self._result, evidence=evidence, sayings=memory.sayings if memory is not None else None)
        self._rulings = Rulings(self._runner, self._read)
        self._benches: dict[int, Bench] = {}
        self._known: Mapping[str, Known] = {}
        if isinstance(settings, Settings):
            self._bench("")

    def _bench(self, path: str) -> Bench:
        """What a file or a folder is judged by; one bench for all that have the same settings."""
        settings = self._settings_of(path)
        if id(settings) not in self._benches:
            self._benches[id(settings)] = self._runner.bench(settings, lasting=True)
        return self._benches[id(settings)]

    def settings_of(self, path: str) -> Settings:
        """What a file is judged by."""
        return self._settings_of(path)

    def all_settings(self, paths: Iterable[str]) -> list[Settings]:
        """What some files are judged by, and what is said of several of them, each once."""
        paths = list(paths)
        found = {id(settings): settings for settings in map(self._settings_of, paths)}
        if len(found) > 1:
            found |= {id(settings): settings for settings in map(self._settings_of, sorted(_folders(paths)))}
        return list(found.values())

    def check_text(self, text: str, path: str, language: str = "") -> None:
        """Lints the text of a file; one without any is spoken of in a language, if nobody knows the file's."""
        self.take(self.judged_text(text, path, language))

    def check_unreadable(self, path: str, variant: str, data: Mapping[str, Any], language: str = "en") -> None:
        """Takes a file that could not be read: a finding of its own at its start, in a language if nobody knows the file's."""
        self.take(self.judged_unreadable(path, variant, data, language))

    def judged_text(self, text: str, path: str, language: str = "") -> Judged:
        """What the rules of a file say of its text, whatever stands in other files."""
        bench = self._bench(path)
        settings = bench.settings
        known = settings.language or ("" if text.strip() else language)
        return self._recalled(self._read(text, path, **{**settings.reading, "language": known}), bench)

    def judged_unreadable(self, path: str, variant: str, data: Mapping[str, Any], language: str = "en") -> Judged:
        """What is to be said of a file that could not be read."""
        problem = Problem("unreadable-file", variant, Span(0, 0), data)
        bench = self._bench(path)
        document = Document(Source("", path), bench.settings.language or language, (), (), (problem,))
        return self._recalled(document, bench)

    def _recalled(self, document: Document, bench: Bench) -> Judged:
        file = self._memory.recall(document, bench) if self._memory is not None else None
        return file or self._judged(document, bench)

    def _judged(self, document: Document, bench: Bench) -> Judged:
        notices, self._result.notices = self._result.notices, []
        failed, self._runner.failed = self._runner.failed, set()
        facts = self._memory.facts(document) if self._memory is not None else collect(document)
        file = Judged(document, bench, facts, self._runner.over_file(document, bench))
        self._rulings.over_file(file)
        file.notices, self._result.notices = self._result.notices, notices
        file.failed, self._runner.failed = frozenset(self._runner.failed), failed
        # what was said aside, and that a rule has failed, stands in this result alone
        if self._memory is not None and not file.notices and not file.failed:
            self._memory.keep(file)
        return file

    def take(self, file: Judged | Row) -> None:
        """Takes a file that was judged here, or one that was judged elsewhere by the same settings, and packed."""
        if isinstance(file, Judged):
            self._count(len(file.facts), file.notices, file.failed)
            self._shelf.put(file)
        else:
            self._take_row(file)

    def _take_row(self, row: Row) -> None:
        from smartlint.rows import by_code  # here: a run over few files packs none

        bench = self._bench(row.path)
        rules = by_code(bench.settings) if row.notices or row.failed else {}
        notices = [Said(rules[code], message, params) for code, message, params in row.notices]
        self._count(row.goals, notices, frozenset(rules[code] for code in row.failed))
        self._shelf.put_row(row, bench)

    def _count(self, goals: int, notices: Sequence[Said], failed: AbstractSet[type[Rule]]) -> None:
        self._result.files += 1
        self._result.goals += goals
        self._result.notices += notices
        self._result.crashed = self._result.crashed or bool(failed)
        self._runner.failed |= failed

    def finish(self, *, partial: bool = False) -> Result:
        """Runs the project's rules over all files and gives the result, sorted by path, place and code.

        ``partial`` says that the files are not all of a project.
        """
        self._known = self._shelf.known()  # the order in which files were checked decides nothing
        if len(self._known) > _MANY:
            _forget()
        self._result.facts = self._shelf.facts()
        waiting = Waiting(self._swap, all_live=self.is_alone)
        crashes = self._runner.broken
        for rule, bench, project in self._over_all_files(partial=partial):
            check = functools.partial(self._across, rule, bench, project)
            for rule_type, report in self._runner.guard(rule, check, crashes):
                waiting.put((None, rule_type, report))
        for policy, rule, bench, project in self._rulings.over_all_files(self._known, partial=partial):
            for rule_type, report in self._runner.guard(rule, functools.partial(self._said, rule, bench, project), crashes):
                waiting.put((policy, rule_type, report))
        benches = list(self._benches.values())
        told = self._memory.told if self._memory is not None else None
        settling = Settling(
            self._shelf.source, benches, self._runner, self._rulings, self._result, self._pile, partial=partial, told=told
        )
        unclear_ones: list[Said] = []
        settling.settle(self._complete(waiting, crashes, unclear_ones), self._known.keys())
        self._result.notices += unclear_ones
        self._result.sort()
        return self._result

    def _complete(self, waiting: Waiting, crashes: Sequence[Problem], unclear_ones: list[Said]) -> Iterator[Judged]:
        """The files with what the rules over all of them say."""
        for number, file in enumerate(self._shelf.files()):
            for policy, rule, report in waiting.of(file.document.source.path):
                if policy is None:
                    file.reports.append((rule, report))
                else:
                    self._rulings.take(file, policy, rule, report)
            if crashes and not number:
                file.reports += self._runner.speak(file.document, file.bench, crashes)
            if not file.bench.settings.passed_by:
                unclear_ones += unclear(file.document)
            yield file

    def _over_all_files(self, *, partial: bool) -> Iterator[tuple[ProjectRule, Bench, Project]]:
        """The rules over all files, each once for all the ways in which it is set."""
        facts = self._shelf.facts(lambda bench: not bench.settings.passed_by)
        if len(self._benches) > 1:
            for folder in _folders(self._known):
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
                if file not in self._known:
                    raise LookupError(f"{file!r} is none of the files")
            if said.goal is not None and said.goal >= len(self._known[said.file].facts):
                raise LookupError(f"there is no goal {said.goal!r}")
            yield said

    def _bench_for(self, report: Report) -> Bench:
        """What a report over several files is judged by: the settings of the nearest folder that holds them all."""
        files = {report.file, *(related.file or report.file for related in report.related)}
        if len(files) == 1:
            return self._known[report.file].bench
        return self._bench(folder_of(files))


def _forget() -> None:
    """Empties the large caches of the modules that read texts."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("smartlint.language", "smartlint.parser")):
            for value in list(vars(module).values()):
                if isinstance(value, _Cache) and (value.cache_info().maxsize or 0) >= _LARGE:
                    value.cache_clear()


def folder_of(paths: Iterable[str]) -> str:
    """The nearest folder that holds all these files, with a slash at its end."""
    folders = {dirname(path) for path in paths}
    common = commonpath(folders) if len(folders) > 1 and len({path.startswith("/") for path in folders}) == 1 else ""
    return f"{(next(iter(folders)) if len(folders) == 1 else common) or '.'}/"


def _folders(paths: Iterable[str]) -> set[str]:
    """The folders of files, and those above them that some of the others lie below as well."""
    found = {folder_of((path,)) for path in paths}
    top = folder_of([f"{folder}x" for folder in found])
    for folder in list(found):
        while len(folder) > len(top) and folder not in ("./", "/"):
            found.add(folder)
            folder = folder_of((folder.rstrip("/"),))
    return {*found, top}


def lint_texts(texts: Mapping[str, str], settings: Settings, *, partial: bool = False) -> Result:
    """Lints texts by path: what tests, editors and services call."""
    linter = Linter(settings)
    for path, text in texts.items():
        linter.check_text(text, path)
    return linter.finish(partial=partial)
