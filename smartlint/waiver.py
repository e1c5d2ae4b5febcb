"""Waivers: findings that an organisation has excused for a time, apart from what a team suppresses in its own file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from posixpath import dirname, splitext
from typing import Any

from smartlint.facts import fold
from smartlint.goal import Goal, Problem
from smartlint.rule import Rule
from smartlint.source import Source, Span
from smartlint.suppression import Selectors, has_expired

_WILD = re.compile(r"\*\*/|\*\*|\*|\?")
_PATTERNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True)
class Waiver:
    """Excuses the findings of a rule.

    ``rule`` is a code, the start of one, a name or ``ALL``. ``path`` is a glob of files or folders, as findings name them
    (``**`` goes through folders), ``goal`` the goal that is meant, without those below it: ``S1``, ``S1/G1``, ``Team/S1``
    or ``folder/file/S1``; where one of them is empty, it does not matter. ``expires`` is the last day. ``source`` and
    ``span`` are where the waiver stands.
    """

    rule: str
    reason: str
    owner: str
    source: Source
    span: Span
    path: str = ""
    goal: str = ""
    approver: str = ""
    expires: date | None = None

    @property
    def where(self) -> str:
        """What it speaks of, in its own words."""
        return ", ".join(part for part in (self.path, self.goal) if part) or "**"


class Waivers:
    """The waivers of a run. They remember what they excused: ask for their ``problems`` after all the rest."""

    def __init__(self, waivers: Sequence[Waiver], selectors: Selectors, today: date) -> None:
        self._waivers = waivers
        self._meant = [selectors.rules(waiver.rule) for waiver in waivers]
        self._expired = [has_expired(waiver.expires, today) for waiver in waivers]
        self._globs = [_glob(waiver.path) for waiver in waivers]
        self._used: set[int] = set()
        self._by_file: dict[str, dict[type[Rule], list[int]]] = {}

    def excuse(self, rule: type[Rule], path: str, goal: Goal | None) -> Waiver | None:
        """The waiver of a finding, if one that holds covers it."""
        found = None
        for number in self._of_file(path).get(rule, ()):
            waiver = self._waivers[number]
            if not rule.always and _is_meant(waiver.goal, path, goal):
                self._used.add(number)
                if found is None and not self._expired[number]:
                    found = waiver
        return found

    def _of_file(self, path: str) -> dict[type[Rule], list[int]]:
        """By rule: the waivers whose glob the path of a file meets."""
        if path not in self._by_file:
            found = defaultdict(list)
            for number, glob in enumerate(self._globs):
                if glob.fullmatch(path):
                    for rule in self._meant[number]:
                        found[rule].append(number)
            self._by_file[path] = dict(found)
        return self._by_file[path]

    def problems(
        self, heard: AbstractSet[type[Rule]], paths: AbstractSet[str], *, partial: bool
    ) -> Iterator[tuple[Source, Problem]]:
        """What there is to say of each, with the file that it stands in.

        ``heard`` are the rules whose silence means that they have found nothing, ``paths`` the files that were checked, and
        ``partial`` says that they are not all there are.
        """
        folders = {dirname(path) for path in paths}
        for number, waiver in enumerate(self._waivers):
            data: dict[str, Any] = {"rule": waiver.rule, "where": waiver.where}
            if not self._meant[number]:
                yield waiver.source, Problem("unused-waiver", "unknown", waiver.span, data)
                continue
            if partial:
                was_checked = waiver.path in paths
            else:
                was_checked = not waiver.path or _folder(waiver.path) in folders or self._has_met(number, paths)
            if number not in self._used and was_checked and self._meant[number] <= heard:
                yield waiver.source, Problem("unused-waiver", "unused", waiver.span, data)
            elif self._expired[number]:
                data["expires"] = waiver.expires
                yield waiver.source, Problem("expired-waiver", "expired", waiver.span, data)

    def _has_met(self, number: int, paths: AbstractSet[str]) -> bool:
        return any(self._globs[number].fullmatch(path) for path in paths)


def _glob(path: str) -> re.Pattern[str]:
    """A glob as a pattern: a folder means all that is in it, and none at all means everything."""
    path = path.rstrip("/") or "**"
    pattern, last = "", 0
    for wild in _WILD.finditer(path):
        pattern += re.escape(path[last : wild.start()]) + _PATTERNS[wild[0]]
        last = wild.end()
    return re.compile(f"{pattern}{re.escape(path[last:])}(?:/.*)?", re.DOTALL)


def _folder(glob: str) -> str:
    """The folder that all files which a glob means lie in, itself or deeper."""
    wild = _WILD.search(glob)
    return dirname(glob[: wild.start()] if wild else glob)


def _is_meant(name: str, path: str, goal: Goal | None) -> bool:
    """A waiver's goal is this one: its ID, with what stands above it before it if need be."""
    if not name or goal is None:
        return not name
    ids, id_alone = "/".join(goal.path), goal.path[-1]
    above = (splitext(path)[0], goal.team)
    return any(f"/{fold(f'{place}/{own}')}".endswith(f"/{fold(name)}") for place in above for own in (ids, id_alone))
