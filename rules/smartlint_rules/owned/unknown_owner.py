from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from smartlint.rule import (
    Edit,
    Fix,
    GoalFact,
    NameIndex,
    Notice,
    Person,
    Project,
    ProjectRule,
    Report,
    Span,
    compile_late,
    date,
    fold,
)

_EMAIL = compile_late(r"(?<![^\s<>])[^\s<>]+@[^\s<>]+")
_HANDLE = compile_late(r"(?<!\S)@[\w.-]+")
#: The longest name that is taken for initials.
_INITIALS = 3


class UnknownOwner(ProjectRule):
    """The owner is nobody who works here.

    ## What it finds
    An owner who is not on the roster, where one is given: a name, an e-mail address or an @name. A first name passes
    if somebody on the roster bears it, and so do initials; roles and groups are not looked for. A roster without
    e-mail addresses says nothing of addresses. An owner at the top of the file is found once, there.

    ## Why it matters
    The goal has an owner on paper. The person has left, or the name is misspelt and the reminders go to nobody, and
    that is noticed at the deadline.

    ## Example
    Where the roster is Astrid Vik, Björn Ek and Signe Dahl:

    ```goals
    mål 1: Minska väntetiden på provsvar från 9 till 5 dagar senast 30 juni 2026
      ägare: Bjorn Eck
    ```

    ```goals
    mål 1: Korte ventetiden på bestilling av pass fra 20 til 8 dager innen 30. juni 2026
      eier: Trygve Moen
    ```

    ## Use instead
    ```goals
    mål 1: Minska väntetiden på provsvar från 9 till 5 dagar senast 30 juni 2026
      ägare: Björn Ek
    ```

    ```goals
    mål 1: Korte ventetiden på bestilling av pass fra 20 til 8 dager innen 30. juni 2026
      eier: Astrid Vik
    ```

    ## Sources
    That a goal has one owner is asked for everywhere; that the owner still works there is what nobody looks up.
    """

    code = "OWN004"
    name = "unknown-owner"
    title = "An owner who is not on the roster"
    level = "warning"
    profiles = ()
    messages = {
        "unknown": "`{owner}` is not on the roster",
        "near": "`{owner}` is not on the roster; the nearest: {near}",
    }
    helps = {
        "unknown": "write the name of somebody who works here, or add this one to the roster",
        "near": "write `owner: {near}` if that is who is meant, or add this one to the roster",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        if not project.roster:
            return
        roster = _Roster(project.roster)
        seen: set[tuple[str, Span]] = set()
        for fact in project.goals:
            for person in fact.owners:
                if not fact.open or fact.kind == "vision" or (fact.file, person.span) in seen:
                    continue
                seen.add((fact.file, person.span))
                if person.kind in ("person", "name") and not roster.knows(person):
                    yield self._at(fact, person, roster.nearest(person))

    def _at(self, fact: GoalFact, person: Person, near: str) -> Report:
        goal = None if fact.owner_inherited else fact.index
        if near:
            fix = None if person.email else Fix((Edit(person.span, near),), "unsafe")
            return self.report("near", person.span, goal=goal, file=fact.file, fix=fix, owner=person.text, near=near)
        return self.report("unknown", person.span, goal=goal, file=fact.file, owner=person.text)


class _Roster:
    """The people there are. What it holds none of (e-mail addresses, say) is not asked for."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._addresses: set[str] = set()
        self._handles: set[str] = set()
        self._names: dict[str, str] = {}
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            for address in _EMAIL.findall(entry):
                self._addresses.add(fold(address))
                self._handles.add(fold(address.partition("@")[0]))
            for handle in _HANDLE.findall(entry):
                self._handles.add(fold(handle[1:]))
            name = _name(entry)
            if name:
                self._names[fold(name)] = name
                for part in _parts(name):
                    self._bearers[part].add(fold(name))
        self._index = NameIndex(self._names)

    def knows(self, person: Person) -> bool:
        """By address, by @name, by name, or by a part of a name such as the first name."""
        if person.email and fold(person.email) in self._addresses:
            return True
        if person.handle:
            handle = fold(person.handle.lstrip("@"))
            return not self._handles or handle in self._handles or handle in self._bearers
        name = _name(person.text)
        if not name:
            return not self._addresses
        return not self._names or self._bears(name)

    def _bears(self, name: str) -> bool:
        """Somebody has all parts of a name; initials could be anybody's."""
        parts = [part for part in _parts(name) if len(part) > 1]
        is_short = len(name) <= _INITIALS and name.isupper()
        return is_short or not parts or bool(set.intersection(*(self._bearers.get(part, set()) for part in parts)))

    def nearest(self, person: Person) -> str:
        """As the roster writes it, or "" where nothing looks alike."""
        found = self._index.nearest(fold(_name(person.text)), 1)
        return self._names[found[0]] if found else ""


def _name(text: str) -> str:
    """What stands beside an address."""
    return " ".join(_HANDLE.sub("", _EMAIL.sub("", text)).replace("<", "").replace(">", "").split())


def _parts(name: str) -> list[str]:
    return fold(name).replace(".", " ").split()
