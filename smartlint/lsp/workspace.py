"""The files of an editor: those that are open as they stand there, the others as they stand on disk. No protocol."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartlint.configuration import data
from smartlint.configuration.mistake import Mistake, Mistakes
from smartlint.facts import GoalFact
from smartlint.files import ENDING, File, Unreadable, find, read, shown
from smartlint.finding import Result
from smartlint.fixing import Fixed, fix
from smartlint.goal import Document
from smartlint.linter import Linter
from smartlint.project import Project
from smartlint.record import dataclass
from smartlint.remembering import Memory
from smartlint.settings import Settings

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.waiver import Waiver


class FolderGone(Exception):
    """The folder that paths are told from is gone: nothing can be judged until there is one of that name again."""


@dataclass(frozen=True)
class Open:
    """A file that is open in the editor; the editor may say that it is one with goals, whatever its name."""

    place: Path
    text: str
    version: int | None = None
    is_goals: bool = False


def _to_nobody(done: int, of: int) -> None:
    """Nobody wants to know how far it has come."""


class Workspace:
    """What is found in the files of some folders and in those that are open: what ``check`` finds in these texts.

    ``roots`` are the folders; without any, only what is open is judged. ``configure`` reads the configurations anew. Where
    these have ``mistakes``, the last ones that had none stay in force; if there never were any, files whose own configuration
    is right are judged.
    """

    def __init__(self, roots: Sequence[Path], configure: Callable[[], Configurations], today: Callable[[], date]) -> None:
        self.roots = tuple(roots)
        self.mistakes: Sequence[Mistake] = ()
        self.has_been_right = False
        self._wrong: frozenset[int] = frozenset()  # the configurations in force that have mistakes, by their identity
        self._configure = configure
        self._day = today
        self._here = Path.cwd()
        self._memory = Memory()
        self._open: dict[str, Open] = {}
        self._texts: dict[str, tuple[tuple[int, int], str | Unreadable]] = {}
        self._configurations: Configurations | None = None
        self._stale = True
        self._files: dict[str, File] | None = None
        self._result: tuple[date, Result] | None = None
        self._project: tuple[Result, Project] | None = None
        self._facts: dict[str, tuple[Document, tuple[GoalFact, ...]]] = {}

    # --- where it is ---------------------------------------------------------------------------------------------------

    @property
    def here(self) -> Path:
        """The folder that paths are told from. Raises ``FolderGone``."""
        try:
            here = os.getcwd()  # noqa: PTH109 - it is asked several times for each key, and mostly the same
        except FileNotFoundError:
            raise FolderGone(self._here) from None
        if here != str(self._here):
            self._here = Path(here)
        return self._here

    def gone(self, error: BaseException | None) -> FolderGone | None:
        """The folder that is gone, if that is what an error comes from: it may go at any moment."""
        try:
            if isinstance(error, FileNotFoundError):
                self.here  # noqa: B018 - it raises
        except FolderGone as gone:
            error = gone
        return error if isinstance(error, FolderGone) else None

    def shown(self, place: Path) -> str:
        """What findings call a file, be its folder there or gone."""
        with suppress(FolderGone):
            return shown(place, self.here)
        return shown(place, self._here)

    # --- what happens -------------------------------------------------------------------------------------------------

    def open(self, place: Path, text: str, version: int | None = None, *, is_goals: bool = False) -> None:
        """A file is open, or its text has changed; what is older than the text that is known is passed by."""
        path = self.shown(place)
        known = self._open.get(path)
        if known is not None and known.version is not None and version is not None and version < known.version:
            return
        if known is None:
            self._files = None
        is_goals = known.is_goals if known is not None else is_goals
        self._open[path] = Open(place, text.removeprefix("\ufeff"), version, is_goals)
        self._result = None

    def close(self, place: Path) -> None:
        """From now on the file stands as it does on disk."""
        if self._open.pop(self.shown(place), None) is not None:
            self._files = self._result = None

    def refresh(self) -> None:
        """Something on disk may have changed: files have come or gone, a configuration is another one."""
        self._stale = True
        self._files = self._result = None

    def concerns(self, place: Path) -> bool:
        """Whether another text in a file on disk may change what is found: it is judged, or others are judged by it."""
        if place.name.lower().endswith((ENDING, *data.ENDINGS)) or self._configurations is None:
            return True
        try:
            path = shown(place, self.here)
        except FolderGone:
            return True
        return path in (self._files or ()) or self._configurations.of(path).includes(place)

    # --- what holds ---------------------------------------------------------------------------------------------------

    @property
    def opened(self) -> Mapping[str, Open]:
        """The open files by the path that findings show."""
        return self._open

    @property
    def today(self) -> date:
        return self._day()

    @property
    def configurations(self) -> Configurations | None:
        """Those in force. Raises ``FolderGone``."""
        here = self.here
        if self._stale:
            self._stale = False
            found = self._configure()
            paths = [*self._find(found), *(f"{shown(root, here)}/" for root in self.roots)]
            read = {id(found.of(path)): path for path in paths}  # of each file, so that what is wrong with any is known
            self.mistakes = Mistakes(found.mistakes).mistakes
            self.has_been_right |= not self.mistakes
            if not self.mistakes or not self.has_been_right:
                wrong = (each for each, path in read.items() if self._is_wrong(path)) if self.mistakes else ()
                self._configurations, self._files, self._wrong = found, None, frozenset(wrong)
        return self._configurations

    def _is_wrong(self, path: str) -> bool:
        """Whether the configuration of a file has mistakes, whatever those of others have."""
        alone = self._configure()
        alone.of(path)
        return bool(alone.mistakes)

    def _find(self, configurations: Configurations) -> dict[str, File]:
        """The files that are judged, each once; an open one by the name that the editor has for it."""
        walked = find([str(root) for root in self.roots], walk=configurations.walk) if self.roots else []
        found = {os.path.realpath(file.place or file.path): file for file in walked}
        for path, one in self._open.items():
            is_wanted = one.is_goals or configurations.of(path).includes(one.place)
            passed_by = configurations.excludes(path)
            if is_wanted and (not passed_by or configurations.governs(one.place)):
                found[os.path.realpath(one.place)] = File(path, one.place, named=True, passed_by=passed_by)
        judged = (file for file in found.values() if id(configurations.of(file.path)) not in self._wrong)
        return {file.path: file for file in sorted(judged, key=lambda file: file.path)}

    @property
    def files(self) -> Mapping[str, File]:
        """The files that are judged, in order of path."""
        configurations = self.configurations
        if configurations is None:
            return {}
        if self._files is None:
            self._files = self._find(configurations)
        return self._files

    def text(self, file: File) -> str | Unreadable:
        """The text of a file as it stands in the editor, else on disk, where it is read again only if it has changed."""
        if file.path in self._open:
            return self._open[file.path].text
        try:
            status = Path(file.place or file.path).stat()
        except OSError:
            return read(file)
        stamp = (status.st_mtime_ns, status.st_size)
        known = self._texts.get(file.path)
        if known is None or known[0] != stamp:
            known = self._texts[file.path] = (stamp, read(file))
        return known[1]

    def _settings(self) -> Callable[[str], Settings]:
        """What each of the files is judged by."""
        assert self._configurations is not None
        return self._configurations.judging(self.files.values(), self.today)

    def waivers(self, path: str) -> Sequence[Waiver]:
        """The waivers that may excuse what is found in a file."""
        return self._settings()(path).waivers if path in self.files else ()

    # --- what is found ------------------------------------------------------------------------------------------------

    def result(self, tell: Callable[[int, int], None] = _to_nobody) -> Result:
        """What is found in all files; ``tell`` is told how many were looked at, and how many there are."""
        today = self.today
        if self._stale or self._result is None or self._result[0] != today:
            self._result = (today, self._lint({}, self._memory, tell))
            self._memory.forget_all_but(self.files)
            for gone in self._texts.keys() - self.files.keys():
                del self._texts[gone]
        return self._result[1]

    def _lint(self, texts: Mapping[str, str], memory: Memory, tell: Callable[[int, int], None] = _to_nobody) -> Result:
        files = self.files
        if self._configurations is None:
            return Result()
        linter = Linter(self._settings(), memory=memory)
        for number, file in enumerate(files.values()):
            tell(number, len(files))
            text = texts[file.path] if file.path in texts else self.text(file)
            if isinstance(text, str):
                linter.check_text(text, file.path)
            elif text.variant != "missing":  # it has just been deleted
                linter.check_unreadable(file.path, text.variant, text.data)
        return linter.finish(partial=not self.roots)

    def reasons(self, path: str) -> Result:
        """What is found in a file as if there were no other, with what makes its goals pass."""
        file = self.files.get(path)
        text = self.text(file) if file is not None else None
        if file is None or not isinstance(text, str):
            return Result()
        linter = Linter(self._settings(), evidence=True, memory=self._memory)
        linter.check_text(text, path)
        return linter.finish(partial=True)

    def tried(self, texts: Mapping[str, str]) -> Result:
        """What would be found if some files had other texts."""
        return self._lint(texts, self._memory.copy())

    def fixed(self, path: str) -> Fixed:
        """What comes of applying the safe fixes of a file."""
        memory = self._memory.copy()
        return fix(
            self.result(),
            lambda texts: self._lint(texts, memory),
            self._settings(),
            {path},
            reader=memory.read,
        )

    # --- what was read ------------------------------------------------------------------------------------------------

    def document(self, path: str) -> Document | None:
        """What was read of a file; None where it is none of those that are judged."""
        file = self.files.get(path)
        return self._document(file, self._settings()(path)) if file is not None else None

    def _document(self, file: File, settings: Settings) -> Document | None:
        text = self.text(file)
        if not isinstance(text, str):
            return None
        return self._memory.read(text, file.path, **settings.reading)

    def documents(self) -> dict[str, Document]:
        """What was read of all files, by path."""
        if not self.files:
            return {}
        settings = self._settings()
        found = ((path, self._document(file, settings(path))) for path, file in self.files.items())
        return {path: document for path, document in found if document is not None}

    def project(self) -> Project:
        """The goals of all files, and what leads to what."""
        result = self.result()
        if self._project is not None and self._project[0] is result:
            return self._project[1]
        found = []
        for path, document in self.documents().items():
            known = self._facts.get(path)
            if known is None or known[0] is not document:
                known = self._facts[path] = (document, self._memory.facts(document))
            found.append(known[1])
        project = Project(found, partial=not self.roots)
        self._project = (result, project)
        self._facts = {path: self._facts[path] for path in self.files if path in self._facts}
        return project
