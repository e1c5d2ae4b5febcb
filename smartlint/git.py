"""Questions to git, asked so that no repository names a program to run: what is ignored, what files were before."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from smartlint.record import dataclass

#: What git tells its hooks about the repository that they run in, which need not be the one of the files.
_OF_ONE_REPOSITORY = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_SAFELY = ("-c", "core.fsmonitor=false")


class Answer(NamedTuple):
    """What git says: its exit status, and what it printed."""

    status: int
    out: bytes
    err: bytes


def ask(folder: Path, *arguments: str, question: bytes = b"") -> Answer:
    """Runs git in a folder. Raises ``OSError`` where it is not installed."""
    from subprocess import run

    environment = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "-C", str(folder), *_SAFELY, *arguments]
    done = run(command, input=question, capture_output=True, env=environment, check=False)
    return Answer(done.returncode, done.stdout, done.stderr)


class NoAnswer(Exception):
    """Why git cannot tell what files were before: a text with parameters."""

    def __init__(self, text: str, **params: Any) -> None:
        super().__init__(text)
        self.text = text
        self.params = params


@dataclass(frozen=True)
class Commit:
    """What files were at a commit, by their path from the ``top`` of the work tree.

    ``old_paths`` says what the files that there were were called, by their path now; those whose text is another now are
    ``changed``, and those that git no longer has are ``deleted`` too.
    """

    top: Path
    name: str
    old_paths: Mapping[str, str]
    changed: frozenset[str]
    deleted: frozenset[str]

    def inside(self, path: Path) -> str | None:
        """A file's path from the top of the work tree, None if it lies outside of it."""
        place = Path(os.path.realpath(path.parent)) / path.name
        return place.relative_to(self.top).as_posix() if place.is_relative_to(self.top) else None

    def data(self, old_path: str) -> bytes:
        """What a file held, by its path at the commit."""
        return _told(ask(self.top, "cat-file", "blob", f"{self.name}:{old_path}"))


def merge_base(folder: Path, ref: str) -> Commit:
    """Where the current branch has left another one. Raises ``NoAnswer``."""
    if ref.startswith("-") or not ref:
        raise NoAnswer("{ref} is no name of a branch or commit", ref=ref or '""')
    try:
        top = ask(folder, "rev-parse", "--show-toplevel")
    except OSError:
        raise NoAnswer("git is not installed") from None
    if top.status:
        raise NoAnswer("{folder} is in no git repository: {reason}", folder=str(folder), reason=_reason(top))
    for name in (ref, "HEAD"):
        if ask(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").status:
            raise NoAnswer("git knows no branch or commit {ref}", ref=name)
    base = ask(folder, "merge-base", ref, "HEAD")
    if base.status:
        raise NoAnswer("{ref} and HEAD have no commit in common; a shallow clone may need `git fetch --unshallow`", ref=ref)
    return _commit(Path(os.path.realpath(os.fsdecode(top.out.removesuffix(b"\n")))), base.out.decode("ascii").strip())


def _commit(top: Path, name: str) -> Commit:
    """What has become of a commit's files in the work tree, whether that is committed or not."""
    there = _paths(_told(ask(top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", name)))
    words = iter(_paths(_told(ask(top, "diff", "--no-ext-diff", "--no-textconv", "-M", "-z", "--name-status", name, "--"))))
    old_paths = {path: path for path in there}
    changed, deleted = set(), set()
    for status in words:
        path = next(words)
        if status[0] in "RC":
            new = next(words)
            old_paths[new] = path
            changed.add(new)
        elif status[0] in "MTD":
            changed.add(path)
        if status[0] == "R":
            old_paths.pop(path, None)
        elif status[0] == "D":
            deleted.add(path)
    return Commit(top, name, old_paths, frozenset(changed), frozenset(deleted))


def _paths(data: bytes) -> list[str]:
    return [os.fsdecode(path) for path in data.split(b"\0") if path]


def _told(answer: Answer) -> bytes:
    if answer.status:
        raise NoAnswer("git says: {reason}", reason=_reason(answer))
    return answer.out


def _reason(answer: Answer) -> str:
    """The first line of what git complains of."""
    text = answer.err.decode("utf-8", "replace").strip()
    return text.splitlines()[0].removeprefix("fatal: ") if text else str(answer.status)
