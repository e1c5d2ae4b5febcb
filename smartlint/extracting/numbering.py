"""The lists of a Word document: which are numbered, and what their numbering says in words (``Mål 1:``)."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree.ElementTree import Element

from smartlint.extracting.package import attribute, child, is_number, local
from smartlint.record import dataclass

_PLACE = re.compile(r"%([1-9])")
_LETTER = re.compile(r"[^\W\d_]{2}")
#: It stands before each item, and so is said again and again.
_LONGEST = 200
_UNNUMBERED = ("bullet", "none")


@dataclass(frozen=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


class Numbering:
    """Counts the items of all lists, in the order in which they are asked for."""

    def __init__(self, part: Element | None) -> None:
        elements = list(part) if part is not None else []
        abstract = {attribute(one, "abstractNumId"): _levels(one) for one in elements if local(one) == "abstractNum"}
        self._lists = {
            attribute(one, "numId"): abstract.get(attribute(child(one, "abstractNumId"), "val"), {}) | _overridden(one)
            for one in elements
            if local(one) == "num"
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def has(self, number: str) -> bool:
        """Whether a number is that of a list; 0 takes a paragraph out of the list of its style."""
        return number in self._lists and number != "0"

    def is_ordered(self, number: str, level: int) -> bool:
        return self._level(number, level).form not in _UNNUMBERED

    def _level(self, number: str, level: int) -> _Level:
        """How a level is numbered; one that nobody has made is as the one above it."""
        levels = self._lists[number]
        return next((levels[one] for one in range(level, -1, -1) if one in levels), _Level())

    def words(self, number: str, level: int) -> str:
        """What stands before the next item of a list, where that is more than a number."""
        if not self.has(number):
            return ""
        shown, counts = self._level(number, level), self._counts[number]
        counts[level] = counts.get(level, shown.start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if shown.form == "bullet" or not _LETTER.search(shown.text):
            return ""
        said = _PLACE.sub(lambda match: str(counts.get(int(match[1]) - 1, 1)), shown.text).strip()
        return f"{said} " if said.endswith((":", "-", "–", "—", ".", ")")) else f"{said}: "


def _levels(parent: Element) -> dict[int, _Level]:
    found = {}
    for one in parent:
        level = attribute(one, "ilvl")
        if local(one) == "lvl" and is_number(level):
            start = attribute(child(one, "start"), "val", "1")
            form, text = attribute(child(one, "numFmt"), "val", "decimal"), attribute(child(one, "lvlText"), "val")[:_LONGEST]
            found[int(level)] = _Level(form, text, int(start) if is_number(start) else 1)
    return found


def _overridden(one: Element) -> dict[int, _Level]:
    """The levels that a list has otherwise than those it is made after."""
    return {level: shown for override in one if local(override) == "lvlOverride" for level, shown in _levels(override).items()}
