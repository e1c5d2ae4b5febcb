"""Faults that a line of a goal file may have, by kind of line, each with the rule that must find it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from smartlint.language.vocabulary import vocabulary
from smartlint.parser.lines import Line, language_of, read_lines

_JUNK = ("Husk å spørre Per om dette", "remember the list from the fair", "Glöm inte växeln!", "(usikkert)", "%%% ???")


@dataclass(frozen=True)
class Place:
    """A line of an example with what a fault must know about it."""

    kind: str
    line: Line
    number: int
    text: str
    below: Line | None
    above: Line | None
    field: str
    in_goal: bool

    @property
    def indent(self) -> str:
        return self.line.indent

    @property
    def word(self) -> str:
        name = self.line.name
        return self.text[name.word.start - self.line.start : name.word.end - self.line.start] if name else ""

    @property
    def value(self) -> str:
        name = self.line.name
        return self.text[name.value.start - self.line.start : name.value.end - self.line.start] if name else ""

    @property
    def rest(self) -> str:
        """The line from its name's end, with ID and colon."""
        return self.text[len(self.indent) + len(self.word) :]

    @property
    def alone(self) -> bool:
        """Nothing stands below it that is part of it."""
        return self.below is None or self.below.kind in ("GOAL", "FIELD")


#: A fault gives the lines that stand instead of the line, and which of them is at fault; None where it does not fit.
Fault = Callable[[Place, random.Random], "tuple[list[str], int] | None"]


def places(text: str) -> Iterator[Place]:
    """The lines of a file by kind: header, goal, field, item, continuation."""
    heading, goals = read_lines(text, language_of(text))
    lines = [*heading, *(line for goal in goals for line in goal)]
    field = ""
    for at, line in enumerate(lines):
        if line.kind in ("GOAL", "FIELD"):
            assert line.name is not None
            field = line.name.meaning if isinstance(line.name.meaning, str) else ""
        in_goal = at >= len(heading)
        kind = {"GOAL": "goal", "FIELD": "field" if in_goal else "header", "ITEM": "item"}.get(line.kind, "continuation")
        number = text.count("\n", 0, line.start) + 1
        yield Place(
            kind,
            line,
            number,
            text[line.start :].partition("\n")[0],
            lines[at + 1] if at + 1 < len(lines) else None,
            lines[at - 1] if at else None,
            field,
            in_goal,
        )


# --- faults ---------------------------------------------------------------------------------------------------------


def _misspell(word: str, chance: random.Random) -> str:
    """A word with two neighbouring letters swapped, one left out, or one doubled."""
    at = chance.randrange(1, len(word) - 2)
    return chance.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        ]
    )


def misspelt_field(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    word = place.word
    if len(word) < 5 or len(word.split()) > 2:
        return None
    wrong = _misspell(word, chance)
    if len(wrong) < 5 or {" ".join(wrong.lower().split())} & {*vocabulary().fields, *vocabulary().kinds}:
        return None  # four letters are near to too many words
    return [place.indent + wrong + place.rest], 0


def misspelt_goal_word(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    word = place.word
    if len(word) < 3 or not place.value:
        return None
    wrong = _misspell(word + " ", chance).rstrip() if len(word) < 4 else _misspell(word, chance)
    words = tuple(wrong.lower().split())
    if wrong == word or vocabulary().goal_word(words, "en") or wrong.lower() in vocabulary().fields:
        return None
    return [place.indent + wrong + place.rest], 0


def without_colon(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    name = vocabulary().nouns.get(place.word.lower())
    capitals = all(word[:1].isupper() for word in place.value.split())
    fits = {
        "owner": capitals and 1 < len(place.value.split()) < 5 and "<" not in place.value,
        "deadline": place.value[:4] == "2026" and len(place.value) == 10,
        "period": re.fullmatch(r"2026|2026-Q\d", place.value) is not None,
        "baseline": place.value[:1].isdigit(),
        "target": place.value[:1].isdigit(),
    }
    if not fits.get(name or ""):
        return None
    return [f"{place.indent}{place.word} {place.value}"], 0


def goal_without_colon(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    name = place.line.name
    if name is None or name.id is None or ":" in place.value or not place.value:
        return None
    return [place.text.replace(":", "", 1)], 0


def goal_without_text(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    if not place.value or place.below is None or place.below.kind != "FIELD":
        return None
    return [place.text[: len(place.text) - len(place.value)].rstrip()], 0


def same_id(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    if place.line.name is None or place.line.name.id is None or not place.value or not place.alone:
        return None
    return [place.text, place.text], 1


def duplicated(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    return ([place.text, place.text], 1) if place.value else None


def emptied(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    return ([f"{place.indent}{place.word}:"], 0) if place.value and place.alone else None


def impossible_date(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    if place.field not in ("deadline", "start"):
        return None
    day = chance.choice(["2026-02-30", "31.06.2026", "31. april 2026", "2026-13-01", "30 February 2026"])
    return [f"{place.indent}{place.word}: {day}"], 0


def wrong_weekday(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    if place.field != "deadline":
        return None
    return [f"{place.indent}{place.word}: Monday 30 June 2026"], 0  # a Tuesday


def unreadable_value(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    wrong = {"period": "blåmandagen", "review": "ofte nok", "language": "klingon", "deadline": "etter kaffen"}
    if place.field not in wrong or not place.alone:
        return None
    return [f"{place.indent}{place.word}: {wrong[place.field]}"], 0


def bad_word(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    """A status or confidence that is none, above a field."""
    wrong = chance.choice(["status: knallbra", "status: so-so", "confidence: nokså", "konfidens: 1,2,3"])
    return [f"{place.indent}{wrong}", place.text], 0


def junk_at_the_left_edge(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    if place.line.apart or not place.in_goal:
        return None
    return [chance.choice(_JUNK), place.text], 0


def junk_in_the_header(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    return [chance.choice(_JUNK), place.text], 0


def field_without_goal(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    return [chance.choice(["target: 4 %", "måltall: 4 %", "varför: det behövs", "hvordan: ringe"]), place.text], 0


def item_without_holder(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    return ([place.text, "- en løs idé"], 1) if place.value else None


def tab(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    above = place.above
    if above is None or above.indent != place.indent or not place.indent or place.line.kind != above.kind:
        return None
    return ["\t" + place.text.lstrip()], 0


def emptied_item(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    return [place.indent + "-"], 0


def unreadable_milestone(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    if place.field not in ("milestones", "progress"):
        return None
    return [place.indent + chance.choice(["- før ferien blir det 7 %", "- 2026-02-30: 4 %", "- snart: 12", "- 4 %"])], 0


def impossible_date_of_an_action(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    if not re.search(r"\d{4}-\d\d-\d\d\)$", place.text) or place.field != "how":
        return None
    return [re.sub(r"\d{4}-\d\d-\d\d\)$", chance.choice(["2026-02-30)", "2026-11-31)"]), place.text)], 0


def moved_to_the_left_edge(place: Place, chance: random.Random) -> tuple[list[str], int] | None:
    return ([place.text.lstrip()], 0) if place.indent else None


#: By kind of line: the faults, each with the code of the rule that must find it.
FAULTS: dict[str, dict[Fault, str]] = {
    "header": {
        misspelt_field: "SYN002",
        without_colon: "SYN008",
        duplicated: "SYN003",
        emptied: "SYN006",
        unreadable_value: "SYN005",
        junk_in_the_header: "SYN001",
        field_without_goal: "SYN001",
        item_without_holder: "SYN001",
    },
    "goal": {
        misspelt_goal_word: "SYN001",
        goal_without_colon: "SYN001",
        goal_without_text: "SYN006",
        same_id: "SYN004",
        junk_at_the_left_edge: "SYN001",
    },
    "field": {
        misspelt_field: "SYN002",
        without_colon: "SYN008",
        duplicated: "SYN003",
        emptied: "SYN006",
        impossible_date: "SYN005",
        wrong_weekday: "SYN005",
        unreadable_value: "SYN005",
        bad_word: "SYN005",
        junk_at_the_left_edge: "SYN001",
        tab: "SYN007",
    },
    "item": {
        emptied_item: "SYN006",
        unreadable_milestone: "SYN005",
        impossible_date_of_an_action: "SYN005",
        junk_at_the_left_edge: "SYN001",
        tab: "SYN007",
    },
    "continuation": {
        moved_to_the_left_edge: "SYN001",
        junk_at_the_left_edge: "SYN001",
    },
}
