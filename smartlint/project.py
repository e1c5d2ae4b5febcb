"""The facts of many documents, indexed: what links lead to, and what stands above and below a goal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice
from posixpath import dirname, splitext

from smartlint.facts import GoalFact, LinkFact, fold
from smartlint.record import dataclass

#: How many goals a link is said to mean at most: a thousand goals with one ID must not take a million steps.
_MOST = 20


@dataclass(frozen=True)
class Resolution:
    """What a link leads to: the goals it may mean, and whether files that were not given may hold it."""

    matches: tuple[GoalFact, ...]
    undecided: bool = False


class Project:
    """The facts of all documents of a run, indexed.

    ``partial`` says that not all of a project was named: what is not found here may stand elsewhere.
    ``roster`` are the people there are, each as `Kari Nordmann`, `kari@example.com`, `@kari` or `Kari Nordmann
    <kari@example.com>`; empty where nobody has said.
    """

    def __init__(self, facts: Iterable[Sequence[GoalFact]], *, partial: bool = False, roster: Sequence[str] = ()) -> None:
        self.partial = partial
        self.roster = tuple(roster)
        #: Of very many nothing is held: they are asked for again and again, and so are all their ``goals``.
        self.documents = facts if hasattr(facts, "goals") else tuple(tuple(document) for document in facts)
        self._kinds: dict[str, tuple[GoalFact, ...]] = {}
        self._named: dict[str, Sequence[str]] = {}
        self._served: dict[str, tuple[GoalFact, ...]] = {}

    @cached_property
    def goals(self) -> Sequence[GoalFact]:
        """All goals, in order of file and place; they can be gone through again and again."""
        goals: Sequence[GoalFact] | None = getattr(self.documents, "goals", None)
        return goals if goals is not None else tuple(chain.from_iterable(self.documents))

    def of_kind(self, kind: str) -> Sequence[GoalFact]:
        """The goals of a kind, in order of file and place."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(fact for fact in self.goals if fact.kind == kind)
        return self._kinds[kind]

    @cached_property
    def _by_file(self) -> dict[str, Sequence[GoalFact]]:
        return {document[0].file: document for document in self.documents if document}

    @cached_property
    def _by_id_and_file(self) -> dict[tuple[str, str], list[GoalFact]]:
        return self._grouped(lambda fact: fact.file)

    @cached_property
    def _by_id_and_team(self) -> dict[tuple[str, str], list[GoalFact]]:
        return self._grouped(lambda fact: fold(fact.team))

    @cached_property
    def _by_id_team_and_folder(self) -> dict[tuple[str, str, str], list[GoalFact]]:
        found: dict[tuple[str, str, str], list[GoalFact]] = defaultdict(list)
        for (name, team), facts in self._by_id_and_team.items():
            for fact in facts:
                found[name, team, _folder(fact.file)].append(fact)
        return found

    def _grouped(self, place: Callable[[GoalFact], str]) -> dict[tuple[str, str], list[GoalFact]]:
        found: dict[tuple[str, str], list[GoalFact]] = defaultdict(list)
        for fact in self.goals:
            if fact.id and (name := fold(fact.id)) in self._linked:
                found[name, place(fact)].append(fact)
        return found

    @cached_property
    def _linked(self) -> frozenset[str]:
        """The IDs that links name: of very many goals few are linked to, and no others are asked for."""
        return frozenset(fold(link.text.rpartition("/")[2]) for fact in self.goals for link in fact.supports)

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
        """The goals a link of one of them may mean: `S1` in the same file, else team; `Team/S1`; `folder/file/S1` (no ending).

        Of the goals of a team, those in the same folder win, then those in the nearest folder above. Of very many, the
        first are given.
        """
        place, _, name = link.text.rpartition("/")
        name = fold(name)
        if not place:
            same_file = self._by_id_and_file.get((name, fact.file), [])
            if same_file or not fact.team:
                return Resolution(_without(same_file, fact))
            found = self._nearest(name, fact)
            return Resolution(_without(found, fact), undecided=not found and self.partial)
        files = self._files_named(fold(place))
        found = self._of_team_and_files(name, fold(place), files)
        known = bool(files) or fold(place) in self.teams
        return Resolution(_without(found, fact), undecided=not found and self.partial and not known)

    def _nearest(self, name: str, fact: GoalFact) -> Sequence[GoalFact]:
        """The goals of the team in the folder of a goal, else in the nearest folder above it that has any, else all."""
        team = fold(fact.team)
        for folder in _upwards(_folder(fact.file)):
            if (name, team, folder) in self._by_id_team_and_folder:
                return self._by_id_team_and_folder[name, team, folder]
        return self._by_id_and_team.get((name, team), ())

    def _of_team_and_files(self, name: str, team: str, files: Sequence[str]) -> Sequence[GoalFact]:
        """Goals of a team and goals of some files, each once, in order of file and place."""
        of_team = self._by_id_and_team.get((name, team), [])
        of_files = [fact for file in files for fact in self._by_id_and_file.get((name, file), ())]
        if not of_team or not of_files:
            return of_team or of_files
        both = {(fact.file, fact.index): fact for fact in (*of_team, *of_files)}
        return sorted(both.values(), key=lambda fact: (self._order[fact.file], fact.index))

    @cached_property
    def _order(self) -> dict[str, int]:
        return {file: at for at, file in enumerate(self._by_file)}

    def _files_named(self, place: str) -> Sequence[str]:
        """The files that a place means, as it is compared: by their whole path without its ending, or the end of that."""
        if place not in self._named:
            stems = self._stems.get(place.rpartition("/")[2], ())
            self._named[place] = [file for stem, file in stems if stem == place or stem.endswith(f"/{place}")]
        return self._named[place]

    @cached_property
    def _stems(self) -> dict[str, list[tuple[str, str]]]:
        """Files with their paths without ending, as they are compared, by the last part of that."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for file in self._by_file:
            stem = fold(splitext(file)[0])
            found[stem.rpartition("/")[2]].append((stem, file))
        return found

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
        folder = _folder(fact.file)
        if folder not in self._served:
            folders = reversed(_upwards(folder))
            self._served[folder] = tuple(strategy for above in folders for strategy in self._strategies.get(above, ()))
        return self._served[folder]

    @property
    def has_strategies(self) -> bool:
        """Whether there is any open strategic goal."""
        return bool(self._strategies)

    def has_strategy(self, fact: GoalFact) -> bool:
        """Whether there is any that a goal may be meant to serve."""
        return any(folder in self._strategies for folder in _upwards(_folder(fact.file)))

    @cached_property
    def working_folders(self) -> frozenset[str]:
        """The folders in which, or below which, an open operational goal stands."""
        folders = {
            _folder(fact.file) for fact in self.goals if fact.level == "operational" and fact.open and fact.kind != "vision"
        }
        return frozenset(above for folder in folders for above in _upwards(folder))

    @cached_property
    def _strategies(self) -> dict[str, list[GoalFact]]:
        found: dict[str, list[GoalFact]] = defaultdict(list)
        for fact in self.goals:
            if fact.level == "strategic" and fact.open and fact.kind != "vision":
                found[_folder(fact.file)].append(fact)
        return found


@lru_cache(512)
def _folder(file: str) -> str:
    """The folder of a file: many goals stand in the same one."""
    return dirname(file)


@lru_cache(4096)
def _upwards(folder: str) -> tuple[str, ...]:
    """A folder and those above it."""
    found = [folder]
    while dirname(folder) != folder:
        folder = dirname(folder)
        found.append(folder)
    return tuple(found)


def _without(found: Sequence[GoalFact], fact: GoalFact) -> tuple[GoalFact, ...]:
    """A goal that names its own ID means another one, if there is another one."""
    others = tuple(islice((other for other in found if other is not fact), _MOST))
    return others or tuple(found)
