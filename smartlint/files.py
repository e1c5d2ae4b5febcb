"""Which files a run is about, and the text of each. What cannot be read is said, never left out silently."""

from __future__ import annotations

import os
import stat
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from errno import EACCES, EFBIG, ENOENT, ENOTDIR, EPERM
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from smartlint import source
from smartlint.extracting import decode
from smartlint.record import dataclass, field
from smartlint.system_errors import cause

#: The longest text that is read, in bytes.
LIMIT = 64 * 1024 * 1024
#: So many lines are read: an empty one takes a hundred times what it takes in the file. All rows of a sheet are fewer.
LINES = 2_000_000
_MEGABYTE = 1024 * 1024
ENDING = ".goals"
STDIN = "-"
#: Folders that hold other people's files; hidden ones (``.venv``) are passed by for their dot.
_FOREIGN = frozenset({"node_modules"})
_GIT = ".git"


@dataclass(frozen=True)
class Unreadable:
    """Why a file cannot be read: the variant and the data of an ``unreadable-file`` problem."""

    variant: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class File:
    """A file to check.

    ``path`` is what is shown: relative to the current folder if it lies inside, with forward slashes, and without bytes
    that are no UTF-8. ``where`` is what is opened, None for standard input; of very many files as text, which is smaller.
    ``named`` says that the user asked for this very file, and ``fault`` what was found to be wrong on the way to it. One
    that is ``passed_by`` is for policies alone.
    """

    path: str
    where: str | Path | None
    named: bool = False
    fault: Unreadable | None = None
    passed_by: bool = False

    @property
    def place(self) -> Path | None:
        """What is opened."""
        return None if self.where is None else Path(self.where)


@dataclass(frozen=True)
class Walk:
    """Which files in folders are taken, each asked for by its path as given.

    ``wanted`` says so of the files that are come upon, ``governed`` of those that are passed by otherwise. What is
    ``thorough`` comes upon hidden files and folders, ``node_modules`` and what git ignores as well, but for what is both.
    """

    wanted: Callable[[Path], bool] = lambda path: _is_goal_file(path.name)
    governed: Callable[[Path], bool] = lambda path: False
    thorough: bool = False


def find(paths: Sequence[str], stdin_name: str = "<stdin>", walk: Walk | None = None) -> list[File]:
    """The files that were named, whatever their ending, and those in the folders that were named: by default ``.goals`` files.

    ``-`` is standard input; it stands for the file of its name, as an editor's unsaved text does.
    In folders, hidden files and folders, ``node_modules`` and what git ignores are passed by. Links to folders are not
    followed, nor links out of the folder and the repository around it, as findings quote what they lead to. Each file comes
    once, however many names lead to it, sorted by path.
    """
    found: dict[str, File] = {}
    folders = []
    if STDIN in paths:
        found[os.path.realpath(stdin_name)] = File(shown(Path(stdin_name)), None, named=True)
    for path in (Path(path) for path in paths if path != STDIN):
        goes_down = is_folder(path)
        if goes_down:
            folders.append(path)
        if not goes_down or _is_goal_file(path.name):
            found.setdefault(os.path.realpath(path), File(shown(path), path, named=True))
    walked = [each for folder in folders for each in _walk(folder, walk or Walk())]
    walked.sort(key=lambda each: (each[0] != str(each[1].where), each[1].path))  # links last
    for real, file in walked:
        found.setdefault(real, file)
    return sorted(found.values(), key=lambda file: file.path)


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def shown(path: Path, here: Path | None = None) -> str:
    """How a path is written in findings of a run in a folder, by default the current one."""
    folder = os.path.join(here or os.getcwd(), "")  # noqa: PTH109, PTH118 - it is asked so often that a Path takes too long
    absolute = os.path.normpath(os.path.join(folder, path))  # noqa: PTH118
    if os.path.normcase(os.path.join(absolute, "")).startswith(os.path.normcase(folder)):  # noqa: PTH118
        path = Path(absolute[len(folder) :])
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def read(file: File) -> str | Unreadable:
    """The text of a file, or why there is none. Never raises, and never waits for a pipe that was only come upon."""
    if file.fault is not None:
        return file.fault
    place = file.place
    try:
        if place is None:
            return _read(sys.stdin.buffer, file.path)
        status = place.stat()
        # `smartlint check <(command)` names a pipe below /dev
        if not stat.S_ISREG(status.st_mode) and not (file.named and file.path.startswith("/dev/")):
            return Unreadable("not-a-file")
        if status.st_size > LIMIT:
            return _too_large(status.st_size)
        with place.open("rb") as stream:
            return _read(stream, file.path)
    except OSError as error:
        return _fault(error)


def _read(stream: BinaryIO, path: str) -> str | Unreadable:
    return decoded(stream.read(LIMIT + 1), path)


def decoded(data: bytes, path: str) -> str | Unreadable:
    """The text of what was read of a file, or why there is none; a byte order mark is no part of it."""
    if len(data) > LIMIT:
        return _too_large(len(data))
    try:
        text = decode(data, path)
    except source.Unreadable as error:
        return Unreadable(error.reason, error.data)
    if text.count("\n") > LINES:
        return Unreadable("too-long", {"limit": LINES})
    return text


def begun(path: Path, limit: int | None = None) -> bytes:
    """A file, up to one byte more than a limit. Raises ``OSError``, also for what is none: a pipe would be waited for."""
    no_file = "it is no file"
    if "\0" in os.fspath(path):
        raise OSError(no_file)
    with open(path, "rb", opener=_at_once) as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(no_file)
        return stream.read() if limit is None else stream.read(limit + 1)


def named(path: Path) -> bytes:
    """All of a file that the command line names. Raises ``OSError``, also for what is none and lies elsewhere than ``/dev``.

    There a shell has the pipes of its own, as in ``smartlint check --baseline <(command)``.
    """
    if not path.is_relative_to("/dev"):
        return begun(path)
    with path.open("rb") as stream:
        data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise OSError(EFBIG, os.strerror(EFBIG), str(path))
    return data


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(size: int) -> Unreadable:
    return Unreadable("too-large", {"size": round(size / _MEGABYTE, 1), "limit": LIMIT // _MEGABYTE})


def _fault(error: OSError) -> Unreadable:
    if error.errno in (ENOENT, ENOTDIR):
        return Unreadable("missing")
    if error.errno in (EACCES, EPERM):
        return Unreadable("permission")
    if isinstance(error, IsADirectoryError):
        return Unreadable("not-a-file")
    return Unreadable("unreadable", {"reason": cause(error)})


def repository(folder: Path) -> Path | None:
    """The root of the git repository that a folder lies in."""
    return next((each for each in (folder, *folder.parents) if os.path.lexists(each / _GIT)), None)


def _is_goal_file(name: str) -> bool:
    return name.lower().endswith(ENDING)


class _Entry(NamedTuple):
    """A folder or goal file that was come upon: its real place, its place as given, and the git work tree it is in.

    ``aside`` says that it, or a folder above it, is one that is passed by; ``is_foreign`` that it is by its own name. Places
    are text, which is smaller: there may be very many.
    """

    real: str
    given: str
    tree: Path | None
    is_folder: bool
    aside: bool = False
    is_foreign: bool = False


def _walk(root: Path, walk: Walk) -> Iterator[tuple[str, File]]:
    """The goal files below a folder, each after its real path; a level at a time, so that git is asked once a level."""
    real = os.path.realpath(root)
    tree = repository(Path(real))
    home = tree or Path(real)
    if tree != Path(real) and _ignored({tree: [real]}):
        tree = None  # who names an ignored folder wants what is in it
    level = [_Entry(real, str(root), tree, is_folder=True)]
    while level:
        found: list[_Entry] = []
        for folder in level:
            try:
                found += _scan(folder, walk)
            except OSError as error:
                yield folder.real, File(_shown(folder), Path(folder.real), folder.given == str(root), _fault(error))
        asked: dict[Path | None, list[str]] = defaultdict(list)
        for entry in found:
            asked[entry.tree].append(entry.real)
        ignored = _ignored(asked)
        left = [entry for entry in found if entry.real not in ignored]
        if walk.thorough:
            hidden = [entry for entry in found if entry.real in ignored and not entry.is_foreign]
            left += [entry._replace(aside=True) for entry in hidden if entry.is_folder or walk.governed(Path(entry.given))]
        level = [entry for entry in left if entry.is_folder]
        for entry in left:
            if not entry.is_folder:
                place, fault = entry.real, None
                if Path(entry.real).is_symlink():
                    place = os.path.realpath(entry.real)
                    fault = None if Path(place).is_relative_to(home) else Unreadable("outside")
                yield place, File(_shown(entry), entry.real, fault=fault, passed_by=entry.aside)


def _shown(entry: _Entry) -> str:
    """How the path of an entry is written: mostly as it was given, and then it is the same text."""
    path = shown(Path(entry.given))
    return entry.given if path == entry.given else path


def _scan(folder: _Entry, walk: Walk) -> Iterator[_Entry]:
    """The folders and the goal files in a folder; a folder that is named like a goal file is both."""
    with os.scandir(folder.real) as entries:
        inside = list(entries)
    tree = Path(folder.real) if any(entry.name == ".git" for entry in inside) else folder.tree
    for entry in inside:
        is_foreign = entry.name.startswith(".") or entry.name in _FOREIGN
        if is_foreign and (not walk.thorough or entry.name == _GIT):
            continue
        aside = folder.aside or is_foreign
        given = Path(folder.given, entry.name)
        found = _Entry(str(Path(folder.real, entry.name)), str(given), tree, False, aside, is_foreign)
        takes = not aside and walk.wanted(given)
        if (takes or walk.governed(given)) and (_is_goal_file(entry.name) or entry.is_file()):
            yield found._replace(aside=not takes)
        if entry.is_dir(follow_symlinks=False):
            yield found._replace(is_folder=True)


def _ignored(asked: Mapping[Path | None, Sequence[str]]) -> set[str]:
    """Which of these paths, by work tree, git ignores; none where git is not installed or refuses."""
    from smartlint.git import ask

    found: set[str] = set()
    for tree, paths in asked.items():
        if tree is None:
            continue
        try:
            answer = ask(tree, "check-ignore", "-z", "--stdin", question=b"\0".join(map(os.fsencode, paths))).out
        except OSError:
            return set()
        found.update(os.fsdecode(path) for path in answer.split(b"\0") if path)
    return found
