"""What a review is made of: what a run gave, what each file was judged by, and the goals with their numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from posixpath import splitext

from smartlint.facts import GoalFact, fold
from smartlint.finding import Finding, Place, Result
from smartlint.project import Project
from smartlint.record import dataclass
from smartlint.rule import Rule
from smartlint.settings import Settings
from smartlint.translation import fill, translate


@dataclass(frozen=True)
class Basis:
    """What is known of a run.

    ``settings_of`` tells what a file, or a folder with a slash at its end, is judged by; ``text_of`` gives the lines of a
    goal as they stand in its file. ``is_part`` says that there are more files, ``is_complete`` that none that was named is
    missing. Nothing here holds a document: facts and findings are all that a run over many files has to keep.
    """

    result: Result
    settings_of: Callable[[str], Settings]
    text_of: Callable[[GoalFact], str]
    today: date
    language: str
    paths: tuple[str, ...] = (".",)
    title: str = ""
    is_part: bool = False
    is_complete: bool = True

    def say(self, english: str, **params: object) -> str:
        """A text of the frame in the reader's language."""
        return fill(translate(english, self.language), params, self.language)

    @cached_property
    def facts(self) -> Sequence[GoalFact]:
        """All goals but those in files that are passed by; the number of a goal is its place here."""
        return self.project.goals

    @cached_property
    def project(self) -> Project:
        counted = [document for document in self.result.facts if document and not self.settings[document[0].file].passed_by]
        return Project(counted, partial=self.is_part)

    @cached_property
    def numbers(self) -> Mapping[tuple[str, int], int]:
        """The numbers of goals by file and place in it."""
        return {(fact.file, fact.index): number for number, fact in enumerate(self.facts)}

    def number(self, fact: GoalFact) -> int:
        return self.numbers[fact.file, fact.index]

    def goal_of(self, finding: Finding) -> int | None:
        """The goal that a finding is about; of several with one ID, the one that it stands in."""
        if not finding.goal:
            return None
        named = self._by_path.get((finding.place.path, finding.goal), ())
        if len(named) == 1:
            return named[0]
        here = self.goal_at(finding.place)
        return here if here in named else next(iter(named), None)

    def goal_at(self, place: Place) -> int | None:
        """The goal that a place lies in."""
        bodies = self._bodies.get(place.path, ())
        at = bisect_right(bodies, (place.span.start, len(self.facts))) - 1
        if at < 0:
            return None
        number = bodies[at][1]
        return number if place.span.start <= self.facts[number].body.end else None

    @cached_property
    def _by_path(self) -> Mapping[tuple[str, tuple[str, ...]], Sequence[int]]:
        found: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
        for number, fact in enumerate(self.facts):
            found[fact.file, fact.path].append(number)
        return found

    @cached_property
    def _bodies(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Where goals begin, with their numbers, by file."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, fact in enumerate(self.facts):
            found[fact.file].append((fact.body.start, number))
        return {file: sorted(bodies) for file, bodies in found.items()}

    # --- teams ------------------------------------------------------------------------------------------------------

    @cached_property
    def team_names(self) -> tuple[tuple[str, bool], ...]:
        """The teams in order of name, each with whether it is only a file whose goals name none."""
        names: dict[tuple[str, bool], str] = {}
        for fact in self.facts:
            names.setdefault(_team(fact), fact.team or splitext(fact.file)[0])
        ordered = sorted(names, key=lambda key: (key[1], fold(names[key]), key))
        return tuple((names[key], key[1]) for key in ordered)

    @cached_property
    def _team_numbers(self) -> Mapping[tuple[str, bool], int]:
        return {(name if is_file else fold(name), is_file): at for at, (name, is_file) in enumerate(self.team_names)}

    def team_of(self, fact: GoalFact) -> int:
        return self._team_numbers[_team(fact)]

    @cached_property
    def _team_of_files(self) -> Mapping[str, int]:
        """The team of each file all whose goals are of one."""
        found: dict[str, set[int]] = defaultdict(set)
        for fact in self.facts:
            found[fact.file].add(self.team_of(fact))
        return {file: next(iter(teams)) for file, teams in found.items() if len(teams) == 1}

    def team_of_file(self, path: str) -> int | None:
        return self._team_of_files.get(path)

    # --- what goals are judged by -----------------------------------------------------------------------------------

    @cached_property
    def settings(self) -> Mapping[str, Settings]:
        """What each file with goals was judged by."""
        return {document[0].file: self.settings_of(document[0].file) for document in self.result.facts if document}

    @cached_property
    def different_settings(self) -> tuple[Settings, ...]:
        return tuple({id(one): one for one in self.settings.values()}.values())


def _team(fact: GoalFact) -> tuple[str, bool]:
    return (fold(fact.team), False) if fact.team else (splitext(fact.file)[0], True)


def spoken_most(facts: Iterable[Sequence[GoalFact]]) -> str:
    """The language of most goals, "" where there are none."""
    languages = Counter(fact.language for document in facts for fact in document)
    return max(languages, key=lambda name: (languages[name], name), default="")


def rules_of(settings: Settings) -> tuple[type[Rule], ...]:
    """The rules that judge by these settings, those of policies too."""
    stated = (*settings.rules, *(rule for policy in settings.policies for rule in policy.rules))
    return tuple(dict.fromkeys(stated))
