"""Waivers: findings that an organisation has excused for a time, apart from what a team suppresses in its own file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from posixpath import dirname, splitext
from typing import TYPE_CHECKING, Any, Literal

from smartlint.facts import fold
from smartlint.goal import Goal, Problem
from smartlint.pattern import compile_late
from smartlint.record import dataclass, field
from smartlint.rule import Rule
from smartlint.source import Source, Span
from smartlint.suppression import Selectors, has_expired

if TYPE_CHECKING:
    from smartlint.policy.policy import Policy

_WILD = compile_late(r"\*\*/|\*\*|\*|\?")
_PATTERNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_ADDRESS = compile_late(r"(?P<name>[^<>]*)<(?P<address>[^<>]*@[^<>]*)>")

#: ``refused`` where a policy does not allow it, ``unused`` where there is nothing that it could excuse.
State = Literal["active", "pending", "expired", "refused", "unused"]


@dataclass(frozen=True)
class Refusal:
    """Why a policy does not accept a waiver: one of the messages about it, and what that names."""

    variant: str
    params: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Waiver:
    """Excuses the findings of a rule.

    ``rule`` is a code, the start of one, a name or ``ALL``. ``path`` is a glob of files or folders, as findings name them
    (``**`` goes through folders), ``goal`` the goal that is meant, without those below it: ``S1``, ``S1/G1``, ``Team/S1``
    or ``folder/file/S1``; where one of them is empty, it does not matter. ``begins`` is the first day, ``expires`` the last.
    ``source`` and ``span`` are where the waiver stands, ``goal_span`` is where it names its goal.
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
    begins: date | None = None
    goal_span: Span = Span(0, 0)

    @property
    def where(self) -> str:
        """What it speaks of, in its own words."""
        path = self.path if self.path != "**" or not self.goal else ""
        return ", ".join(part for part in (path, self.goal) if part) or "**"

    @property
    def line(self) -> int:
        """The line that it stands at."""
        return self.source.position(self.span.start).line

    def days_left(self, today: date) -> int | None:
        """So many days it still holds after a day; None where it never ends."""
        return (self.expires - today).days if self.expires else None

    def names(self, path: str, goal: Goal) -> bool:
        """Whether it speaks of this goal alone."""
        return bool(self.goal) and _glob(self.path).fullmatch(path) is not None and _is_meant(self.goal, path, goal)

    def refusal(self, policy: Policy, today: date) -> Refusal | None:
        """Why a policy does not accept it for one of its findings, if it does not; one that binds later asks nothing yet."""

        def refused(variant: str, **params: Any) -> Refusal:
            return Refusal(variant, (("policy", policy.name), *params.items()))

        if policy.since is not None and today < policy.since:
            return None
        if policy.stated == "mandatory":
            return refused("mandatory")
        if policy.approvers and not self.approver:
            return refused("unapproved", approvers=policy.approvers)
        if policy.approvers and not any(_is(self.approver, one) for one in policy.approvers):
            return refused("approver", approver=self.approver, approvers=policy.approvers)
        if policy.max_days and self.expires is None:
            return refused("endless", limit=policy.max_days)
        if policy.max_days and self.expires is not None:
            days = (self.expires - (self.begins or today)).days
            if days > policy.max_days:
                return refused("length", days=days, limit=policy.max_days)
        return None


@dataclass
class Standing:
    """What came of a waiver in a run: its state, how much it excused, and why it was refused.

    ``covered`` is what it speaks of, excused or not: the code, the path and the goal of each finding.
    """

    waiver: Waiver
    state: State
    covered: dict[tuple[str, str, tuple[str, ...]], None] = field(default_factory=dict)
    excused: int = 0
    refusals: list[Refusal] = field(default_factory=list)


class Waivers:
    """The waivers of a run. They remember what they excused: ask for their ``problems`` after all the rest.

    ``standings`` is what came of each, once those were asked for.
    """

    def __init__(self, waivers: Sequence[Waiver], selectors: Selectors, today: date) -> None:
        self._waivers = waivers
        self._today = today
        self._meant = [selectors.rules(waiver.rule) for waiver in waivers]
        self._globs = [_glob(waiver.path) for waiver in waivers]
        self.standings = [Standing(waiver, _by_day(waiver, today)) for waiver in waivers]
        self._by_file: dict[str, dict[type[Rule], list[int]]] = {}

    def excuse(self, rule: type[Rule], path: str, goal: Goal | None, policies: Sequence[Policy] = ()) -> Waiver | None:
        """The waiver of a finding, if one covers it that holds and that the policies which ask for it accept."""
        found = None
        for number in self._of_file(path).get(rule, ()):
            waiver, standing = self._waivers[number], self.standings[number]
            if rule.always or not _is_meant(waiver.goal, path, goal):
                continue
            standing.covered[rule.code, path, goal.path if goal else ()] = None
            if standing.state in ("expired", "pending"):
                continue
            refusals = dict.fromkeys(refusal for one in policies if (refusal := waiver.refusal(one, self._today)))
            standing.refusals += [refusal for refusal in refusals if refusal not in standing.refusals]
            if found is None and not refusals:
                found = waiver
                standing.excused += 1
        return found

    def _of_file(self, path: str) -> Mapping[type[Rule], Sequence[int]]:
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
        for number, standing in enumerate(self.standings):
            waiver = standing.waiver
            if partial:
                was_checked = waiver.path in paths
            else:
                was_checked = not waiver.path or _folder(waiver.path) in folders or self._has_met(number, paths)
            is_idle = not standing.covered and was_checked and self._meant[number] <= heard
            if standing.refusals:
                standing.state = "refused"
            elif is_idle or not self._meant[number]:
                standing.state = "unused"
            for problem in _problems(standing, is_known=bool(self._meant[number])):
                yield waiver.source, problem

    def _has_met(self, number: int, paths: AbstractSet[str]) -> bool:
        return any(self._globs[number].fullmatch(path) for path in paths)


def _problems(standing: Standing, *, is_known: bool) -> Iterator[Problem]:
    """What there is to say of a waiver; ``is_known`` says that there is such a rule."""
    waiver = standing.waiver
    data: dict[str, Any] = {"rule": waiver.rule, "where": waiver.where}
    for refusal in standing.refusals:
        yield Problem("unused-waiver", refusal.variant, waiver.span, {**data, **dict(refusal.params)})
    if standing.state == "unused":
        yield Problem("unused-waiver", "unused" if is_known else "unknown", waiver.span, data)
    elif standing.state == "expired":
        yield Problem("expired-waiver", "expired", waiver.span, {**data, "expires": waiver.expires})


def _by_day(waiver: Waiver, today: date) -> State:
    if has_expired(waiver.expires, today):
        return "expired"
    return "pending" if waiver.begins and waiver.begins > today else "active"


def _is(person: str, other: str) -> bool:
    """Whether two names, addresses or both (`Kari Nordmann <kari@example.com>`) mean the same person."""
    name, address = _parts(person)
    other_name, other_address = _parts(other)
    if address and other_address:
        return address == other_address
    return bool(name) and name == other_name


def _parts(person: str) -> tuple[str, str]:
    """The name and the address, as they are compared; empty where there is none."""
    parts = _ADDRESS.fullmatch(person.strip())
    if parts:
        return fold(parts["name"]), fold(parts["address"])
    return ("", fold(person)) if "@" in person else (fold(person), "")


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
