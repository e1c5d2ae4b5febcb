"""The qualities of goals, and which rules speak of each: those whose codes begin with the letters of its families."""

from __future__ import annotations

from smartlint.record import NamedTuple

#: What findings about several goals at once are about.
OVERLAPPING = "consistent"


class Kind(NamedTuple):
    """A quality as it is defined; ``letter`` is its letter in SMART, "" for what that leaves out, ``title`` is English."""

    id: str
    letter: str
    title: str
    families: tuple[str, ...]


#: All of them, in the order in which they are shown.
KINDS = (
    Kind("specific", "S", "Specific", ("SPC",)),
    Kind("measurable", "M", "Measurable", ("MEA", "ARI")),
    Kind("achievable", "A", "Achievable", ("ACH",)),
    Kind("relevant", "R", "Relevant", ("REL",)),
    Kind("time-bound", "T", "Time-bound", ("TIM",)),
    Kind("owned", "", "Owned", ("OWN",)),
    Kind("few", "", "Few", ("LIM",)),
    Kind("planned", "", "Planned", ("PLN",)),
    Kind("balanced", "", "Balanced", ("BAL",)),
    Kind("consistent", "", "Consistent", ("CON",)),
)
_NUMBERS = {letters: number for number, kind in enumerate(KINDS) for letters in kind.families}


def kind_of(code: str) -> int | None:
    """The number of the quality that a rule speaks of, by its code; None for what is no quality of goals."""
    return _NUMBERS.get(code.rstrip("0123456789"))


def id_of(code: str) -> str:
    """The ``id`` of that quality, "" for none."""
    number = kind_of(code)
    return "" if number is None else KINDS[number].id
