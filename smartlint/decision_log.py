"""The decision log: one JSON line for each run, so that anybody can be told later what was decided, by what, and for whom."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from errno import EACCES
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING, Any

from smartlint import __version__
from smartlint.configuration.configuration import described
from smartlint.configuration.layer import absolute
from smartlint.json_text import json_text
from smartlint.reporters import Look, plain
from smartlint.writing import is_stream, open_stream

if TYPE_CHECKING:
    from pathlib import Path

    from smartlint.configuration.configuration import Configuration, Decided
    from smartlint.configuration.configurations import Configurations
    from smartlint.files import File
    from smartlint.finding import Result
    from smartlint.goal import Document, Goal
    from smartlint.policy.policy import Policy
    from smartlint.rule import Rule
    from smartlint.settings import Settings

VERSION = 1


def entry(result: Result, configurations: Configurations, files: Iterable[File], look: Look, **run: Any) -> bytes:
    """The line of a run; ``run`` is what else there is to say of it."""
    head = {
        "version": VERSION,
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "today": look.today.isoformat(),
        "smartlint": __version__,
        "status": look.run.status,
        **run,
    }
    said = {**head, **record(result, configurations.judging(files, look.today), configurations, look)}
    return json_text(said).encode("utf-8", "backslashreplace")


def record(
    result: Result, settings_of: Callable[[str], Settings], configurations: Configurations, look: Look
) -> dict[str, Any]:
    """What a run that has collected evidence came to, and what it judged by."""
    return {
        **_judged_by(result, settings_of, configurations, look),
        "findings": [plain.finding(found, look) for found in result.findings],
        "suppressed": [plain.finding(found, look) for found in result.suppressed],
        "waived": [{**plain.finding(one.finding, look), "waiver": plain.waiver(one.waiver)} for one in result.waived],
        "baselined": [plain.finding(found, look) for found in result.baselined],
        "yielded": [{**plain.finding(one.finding, look), "to": one.to} for one in result.yielded],
        "evidence": list(plain.evidence(result)),
        "waivers": [plain.standing(one) for one in result.waivers],
        "notices": [plain.notice(said, look) for said in result.notices],
        "summary": plain.summary(result),
    }


def _judged_by(
    result: Result, settings_of: Callable[[str], Settings], configurations: Configurations, look: Look
) -> dict[str, Any]:
    """The files, each with the number of what it was judged by, and the policies that were in force."""
    settings = {path: settings_of(path) for path in result.documents}
    different = {id(one): (one, path) for path, one in reversed(settings.items())}
    numbers = {key: number for number, key in enumerate(different)}
    judged_by = [
        {
            "files": [
                {"path": layer.source.path, "sha256": _hash(layer.source.text)}
                for layer in configurations.of(path).layers
                if layer.source.text
            ],
            "policies": [policy.name for policy in one.policies],
            **_settings(one),
            **_deciders(configurations.of(path), one, path),
        }
        for one, path in different.values()
    ]
    policies = dict.fromkeys(policy for one, _ in different.values() for policy in one.policies)
    return {
        "configuration": _hash(dumps([one["sha256"] for one in judged_by])),
        "configurations": judged_by,
        "policies": [_policy(policy, look) for policy in policies],
        "files": [
            {
                "path": path,
                "sha256": _hash_of(document),
                "configuration": numbers[id(settings[path])],
                **_covering(settings[path], document, None),
                "goals": [
                    {**_goal(document, goal), **_covering(settings[path], document, goal)} for goal in document.all_goals
                ],
            }
            for path, document in result.documents.items()
        ],
    }


def _goal(document: Document, goal: Goal) -> dict[str, Any]:
    return {
        "line": document.source.place(goal.head)[0].line,
        **({"cell": cell} if (cell := document.source.label(goal.head.start)) else {}),
        "goal": list(goal.path),
        "statement": goal.statement.plain,
        "kind": goal.kind,
        "status": goal.status,
        "language": goal.language,
    }


def _covering(settings: Settings, document: Document, goal: Goal | None) -> dict[str, Any]:
    """The policies that judge a goal, or what stands above the goals."""
    names = [policy.name for policy in settings.policies if policy.match.covers(document, goal)]
    return {"policies": names} if names else {}


def _deciders(configuration: Configuration, settings: Settings, path: str) -> dict[str, Any]:
    """Who turned rules on and off, and who decided their levels: each decision once, with the rules that it decides."""
    on = {rule: configuration.enabled[rule] for rule in settings.rules if rule in configuration.enabled}
    off = {**configuration.switched_off, **configuration.ignored(absolute(path))}
    levels = [
        (rule, {"status": status}, configuration.level(rule, status))
        for rule in settings.rules
        for status in dict.fromkeys(("", *(each for one in configuration.levels(rule) for each in _statuses(one.value))))
    ]
    return {
        "on": _grouped((rule, {}, decided) for rule, decided in on.items()),
        "off": _grouped((rule, {}, decided) for rule, decided in off.items() if rule not in on),
        "unselected": described(configuration.unselected()),
        "levels": _grouped((rule, more, decided) for rule, more, decided in levels),
    }


def _statuses(level: Any) -> Iterable[str]:
    return () if isinstance(level, str) else level


def _grouped(stated: Iterable[tuple[type[Rule], dict[str, str], Decided]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for rule, more, decided in stated:
        said = {**more, **described(decided)}
        found.setdefault(dumps(said, default=repr), {**said, "rules": []})["rules"].append(rule.code)
    return list(found.values())


def _hash_of(document: Document) -> str | None:
    """The hash of a file's text, None where it could not be read."""
    unreadable = any(problem.kind == "unreadable-file" for problem in document.problems)
    return None if unreadable else _hash(document.source.text)


def _settings(settings: Settings) -> dict[str, Any]:
    """What a file is judged by, with a hash that changes if anything in it does but the day."""
    judging = {
        "profile": settings.profile,
        "language": settings.language or "auto",
        "fiscal_year_starts": settings.fiscal_year_starts,
        "rules": {
            rule.code: {"options": settings.options(rule), "levels": settings.levels.get(rule, ())} for rule in settings.rules
        },
        "roster": settings.roster,
        "waivers": [plain.waiver(waiver) for waiver in settings.waivers],
        "policies": [
            [policy.name, policy.stated, str(policy.since), [rule.code for rule in policy.rules], policy.source.text]
            for policy in settings.policies
        ],
    }
    text = dumps(judging, ensure_ascii=False, sort_keys=True, default=repr)
    return {"sha256": _hash(text), "profile": settings.profile, "rules": [rule.code for rule in settings.rules]}


def _policy(policy: Policy, look: Look) -> dict[str, Any]:
    return {
        "name": policy.name,
        "enforcement": policy.enforcement(look.today),
        "file": policy.source.path,
        "line": policy.line,
        "rules": [rule.code for rule in policy.rules],
        "levels": [rule.code for rule in policy.rules if policy.levels.get(rule)],
    }


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# --- writing ----------------------------------------------------------------------------------------------------------


def must_be_writable(path: Path) -> None:
    """Raises ``OSError`` if nothing can be added to a file; makes it if there is none."""
    if is_stream(path):  # whoever reads it takes the end of the first writer for the end
        if not os.access(path, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES), str(path))
        return
    os.close(_opened(path)[0])


def append(path: Path, line: bytes) -> None:
    """Adds a line to the end of a file, whole or not at all, however many do so at once. Raises ``OSError``."""
    descriptor, is_readable = _opened(path)
    try:
        with _locked(descriptor):
            status = os.fstat(descriptor)
            size = status.st_size if stat.S_ISREG(status.st_mode) else None
            if size and is_readable and _last(descriptor) != b"\n":
                line = b"\n" + line  # whoever wrote before was cut off: that line is lost, this one is not
            try:
                _write(descriptor, line + b"\n")
            except BaseException:
                if size is not None:
                    with suppress(OSError):
                        os.ftruncate(descriptor, size)
                raise
    finally:
        os.close(descriptor)


def _opened(path: Path) -> tuple[int, bool]:
    """A file opened to be added to, and whether it can be read too: a log may be closed to those who write it."""
    if is_stream(path):
        return open_stream(path), False
    flags = os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    with suppress(PermissionError):
        return os.open(path, os.O_RDWR | flags, 0o666), True
    return os.open(path, os.O_WRONLY | flags, 0o666), False


def _last(descriptor: int) -> bytes:
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1)


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
    with suppress(OSError):  # a pipe has no disk
        os.fsync(descriptor)


@contextmanager
def _locked(descriptor: int) -> Iterator[None]:
    """Keeps other runs out; where a file system knows no locks, a line that is added in one write still stays whole."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield  # the lock ends with the descriptor
