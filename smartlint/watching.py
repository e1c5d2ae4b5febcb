"""What rules about a goal said of a part of a file, and what they looked at beside it: while that is as it was, so is that."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from smartlint.facts import linked, supporters
from smartlint.goal import Document, Goal, Part, Section
from smartlint.record import dataclass, field

#: What was asked when something was said of a part, what was said, and whether nothing was found beside its goals.
_UNKNOWN: tuple[Asked | None, Sequence[Any], bool] = (None, (), False)
#: So many are known: who sets rules anew while files are open does not need the old ones again.
_MOST_BENCHES = 32


@dataclass
class Asked:
    """What a document was asked for: its ``sections``, what supports some goals, or more than can be kept in mind.

    ``looks`` counts how often something was looked at that is no part of the goal in question.
    """

    sections: tuple[Section, ...] | None = None
    beside: dict[Goal, tuple[Goal, ...]] = field(default_factory=dict)
    everything: bool = False
    looks: int = 0

    def holds(self, document: Document) -> bool:
        """Whether another version of the document answers alike."""
        if self.everything or (self.sections is not None and self.sections != document.sections):
            return False
        return all(supporters(document, goal) == found for goal, found in self.beside.items())


class Watched(Document):
    """A document as rules about a goal see it: it keeps in mind what it is asked for beside that goal."""

    asked: Asked

    def __init__(self, whole: Document, asked: Asked | None = None) -> None:
        known = {"source": whole.source, "language": whole.language, "tied": whole.tied}
        vars(self).update(_whole=whole, asked=asked or Asked(), **known)

    @property
    def whole(self) -> Document:
        found: Document = vars(self)["_whole"]
        return found

    def beside(self, goal: Goal, found: tuple[Goal, ...]) -> tuple[Goal, ...]:
        self.asked.beside[goal] = found
        self.asked.looks += 1
        return found

    def parent(self, goal: Goal) -> Goal | None:
        self.asked.looks += 1
        return self.whole.parent(goal)

    @property
    def sections(self) -> tuple[Section, ...]:
        self.asked.sections = self.whole.sections
        self.asked.looks += 1
        return self.whole.sections


def _of_everything(name: str) -> property:
    """What is asked for so may change with any other part of the file."""

    def asked(watched: Watched) -> Any:
        watched.asked.everything = True
        watched.asked.looks += 1
        return getattr(watched.whole, name)

    return property(asked)


for _name in (*Document.__annotations__, "all_goals"):
    if _name not in ("source", "language", "tied", "sections"):
        setattr(Watched, _name, _of_everything(_name))


class Shown(Watched):
    """A part of a document, as rules that go by goal see it: there are no other goals and no other headings."""

    def __init__(self, whole: Document, part: Part) -> None:
        super().__init__(whole)
        vars(self)["_part"] = part

    @property
    def part(self) -> Part:
        found: Part = vars(self)["_part"]
        return found

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.part.sections

    @property
    def goals(self) -> tuple[Goal, ...]:
        return self.part.roots

    @property
    def all_goals(self) -> tuple[Goal, ...]:
        return self.part.goals


class Sayings:
    """What the rules of some benches said of the goals of each part, as long as there is that part."""

    def __init__(self) -> None:
        self._keys: list[Any] = []
        self._number = 0
        self._benches: dict[int, tuple[Any, Any]] = {}

    def bench(self, settings: Any) -> Any:
        """The bench that was made by these very settings, if it is known."""
        made = self._benches.get(id(settings))
        return made[1] if made is not None else None

    def keep_bench(self, settings: Any, bench: Any) -> None:
        """Keeps a bench, and of those before it the last ones."""
        self._benches = dict([*self._benches.items()][1 - _MOST_BENCHES :])
        self._benches[id(settings)] = (settings, bench)

    def key(self, bench: Any) -> Hashable:
        """What a bench is known by: the same for all that have the same rules, set alike."""
        for number, known in self._keys:
            if known == bench:
                return self, number
        self._number += 1
        self._keys = [*self._keys[1 - _MOST_BENCHES :], (self._number, bench)]
        return self, self._number

    @staticmethod
    def recalled(key: Hashable, document: Document) -> Iterator[tuple[Part, Sequence[Any] | None]]:
        """The parts of a document with what was said of each, where it would be said again in this document."""
        has_links = bool(linked(document))
        for part in document.parts:
            asked, said, is_alone = part.notes.get(key, _UNKNOWN)
            if is_alone and not has_links and asked.sections in (None, document.sections):  # as nearly always
                yield part, said
            else:
                yield part, said if asked is not None and asked.holds(document) else None

    @staticmethod
    def keep(part: Part, key: Hashable, asked: Asked, said: Sequence[Any]) -> None:
        if not asked.everything:
            part.notes[key] = (asked, said, not any(asked.beside.values()))
