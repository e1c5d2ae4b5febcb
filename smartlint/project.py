"""Facts of many documents: small, JSON-able records that the rules over several files work on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from posixpath import dirname, splitext
from typing import Any
from unicodedata import normalize

from smartlint.goal import Document, Goal
from smartlint.source import Span


def fold(name: str) -> str:
    """A name as it is compared: case, Unicode form and repeated blanks do not matter."""
    return " ".join(normalize("NFC", name).casefold().split())


@dataclass(frozen=True)
class LinkFact:
    """A reference as written, with its place."""

    text: str
    span: Span


@dataclass(frozen=True)
class GoalFact:
    """What other files may need to know of one goal. Dates are ISO; ``period`` and ``deadline`` are inclusive."""

    file: str
    index: int
    parent: int | None
    path: tuple[str, ...]
    id: str
    id_span: Span
    span: Span
    head: Span
    kind: str
    level: str
    level_stated: bool
    sub: bool
    open: bool
    team: str
    period: tuple[str, str]
    deadline: str
    statement: str
    supports: tuple[LinkFact, ...]
    supports_inherited: bool
    supports_attempted: bool = False

    @property
    def name(self) -> str:
        return self.id or self.statement[:60] or self.path[-1]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def _iso(day: object) -> str:
    return day.isoformat() if hasattr(day, "isoformat") else ""


def collect(document: Document) -> tuple[GoalFact, ...]:
    """The facts of a document, in order of place: ``facts[n]`` speaks of ``document.all_goals[n]``."""
    return tuple(_fact(document, goal) for goal in document.all_goals)


def _fact(document: Document, goal: Goal) -> GoalFact:
    parent = document.parent(goal)
    period, deadline = goal.period, goal.deadline
    return GoalFact(
        file=document.source.path,
        index=goal.index,
        parent=parent.index if parent else None,
        path=goal.path,
        id=goal.id.text,
        id_span=goal.id.span,
        span=goal.statement.span if goal.statement else goal.head,
        head=goal.head,
        kind=goal.kind,
        level=goal.level,
        level_stated=goal.level_stated,
        sub=goal.sub,
        open=goal.is_open,
        team=goal.team,
        period=(_iso(period.start), _iso(period.end)) if period else ("", ""),
        deadline=_iso(deadline.end) if deadline else "",
        statement=goal.statement.plain,
        supports=tuple(LinkFact(link.text, link.span) for link in goal.supports),
        supports_inherited="supports" in goal.inherited,
        supports_attempted="supports" in goal.attempted,
    )


@dataclass(frozen=True)
class Resolution:
    """What a link leads to: the goals it may mean, and whether files that were not given may hold it."""

    matches: tuple[GoalFact, ...]
    undecided: bool = False


class Project:
    """The facts of all documents of a run, indexed.

    ``partial`` says that single files were named rather than a folder: what is not found here may stand elsewhere.
    """

    def __init__(self, facts: Iterable[Sequence[GoalFact]], *, partial: bool = False) -> None:
        self.partial = partial
        self.documents = tuple(tuple(document) for document in facts)

    @cached_property
    def goals(self) -> tuple[GoalFact, ...]:
        return tuple(fact for document in self.documents for fact in document)

    @cached_property
    def _by_file(self) -> dict[str, Sequence[GoalFact]]:
        return {document[0].file: document for document in self.documents if document}

    @cached_property
    def _by_id(self) -> dict[str, list[GoalFact]]:
        found: dict[str, list[GoalFact]] = defaultdict(list)
        for fact in self.goals:
            if fact.id:
                found[fold(fact.id)].append(fact)
        return found

    @cached_property
    def _by_id_and_file(self) -> dict[tuple[str, str], list[GoalFact]]:
        return self._grouped(lambda fact: fact.file)

    @cached_property
    def _by_id_and_team(self) -> dict[tuple[str, str], list[GoalFact]]:
        return self._grouped(lambda fact: fold(fact.team))

    def _grouped(self, place: Callable[[GoalFact], str]) -> dict[tuple[str, str], list[GoalFact]]:
        found: dict[tuple[str, str], list[GoalFact]] = defaultdict(list)
        for fact in self.goals:
            if fact.id:
                found[fold(fact.id), place(fact)].append(fact)
        return found

    @cached_property
    def teams(self) -> frozenset[str]:
        return frozenset(fold(fact.team) for fact in self.goals if fact.team)

    def parent(self, fact: GoalFact) -> GoalFact | None:
        return None if fact.parent is None else self._by_file[fact.file][fact.parent]

    def children(self, fact: GoalFact) -> tuple[GoalFact, ...]:
        return self._children.get((fact.file, fact.index), ())

    @cached_property
    def _children(self) -> dict[tuple[str, int], tuple[GoalFact, ...]]:
        found: dict[tuple[str, int], list[GoalFact]] = defaultdict(list)
        for fact in self.goals:
            if fact.parent is not None:
                found[fact.file, fact.parent].append(fact)
        return {key: tuple(value) for key, value in found.items()}

    def resolve(self, fact: GoalFact, link: LinkFact) -> Resolution:
        """The goals a link may mean: `S1` in the same file, else team; `Team/S1`; `folder/file/S1` (no ending).

        Of the goals of a team, those in the same folder win, then those in the nearest folder above.
        """
        place, _, name = link.text.rpartition("/")
        if not place:
            same_file = self._by_id_and_file.get((fold(name), fact.file), [])
            if same_file or not fact.team:
                return Resolution(_without(same_file, fact))
            found = self._by_id_and_team.get((fold(name), fold(fact.team)), [])
            return Resolution(_without(_nearest(found, fact), fact), undecided=not found and self.partial)
        candidates = self._by_id.get(fold(name), [])
        found = [other for other in candidates if fold(other.team) == fold(place) or _is_file(other.file, place)]
        return Resolution(_without(found, fact), undecided=not found and self.partial and not self._knows(place))

    def _knows(self, place: str) -> bool:
        return fold(place) in self.teams or any(_is_file(file, place) for file in self._by_file)

    @cached_property
    def supporters(self) -> dict[tuple[str, int], tuple[GoalFact, ...]]:
        """Which goals support a goal by a link, by the supported goal's file and index."""
        found: dict[tuple[str, int], list[GoalFact]] = defaultdict(list)
        for fact in self.goals:
            for link in fact.supports:
                for match in self.resolve(fact, link).matches:
                    found[match.file, match.index].append(fact)
        return {key: tuple(value) for key, value in found.items()}

    def below(self, fact: GoalFact) -> tuple[GoalFact, ...]:
        """The goals nested directly under a goal, and those that support it."""
        return self.children(fact) + self.supporters.get((fact.file, fact.index), ())

    def above(self, fact: GoalFact) -> Iterator[GoalFact]:
        """The goals a goal stands under or supports, directly."""
        parent = self.parent(fact)
        if parent is not None:
            yield parent
        for link in fact.supports:
            yield from self.resolve(fact, link).matches

    def strategies_for(self, fact: GoalFact) -> tuple[GoalFact, ...]:
        """The open strategic goals a goal may be meant to serve: in its file, its folder, or a folder above."""
        folder = dirname(fact.file)
        return tuple(
            strategy
            for place, goals in self._strategies.items()
            if place == folder or not place or folder.startswith(place + "/")
            for strategy in goals
        )

    @cached_property
    def _strategies(self) -> dict[str, list[GoalFact]]:
        found: dict[str, list[GoalFact]] = defaultdict(list)
        for fact in self.goals:
            if fact.level == "strategic" and fact.open and fact.kind != "vision":
                found[dirname(fact.file)].append(fact)
        return found


def _nearest(found: Sequence[GoalFact], fact: GoalFact) -> Sequence[GoalFact]:
    """The goals in the folder of a goal, else in the nearest folder above it that has any, else all."""
    folder, below = dirname(fact.file), None
    while folder != below:
        here = [other for other in found if dirname(other.file) == folder]
        if here:
            return here
        folder, below = dirname(folder), folder
    return found


def _without(found: Sequence[GoalFact], fact: GoalFact) -> tuple[GoalFact, ...]:
    """A goal that names its own ID means another one, if there is another one."""
    others = tuple(other for other in found if other is not fact)
    return others or tuple(found)


def _is_file(file: str, place: str) -> bool:
    stem = splitext(file)[0]
    return fold(stem) == fold(place) or fold(stem).endswith("/" + fold(place))
