"""The styles of a Word document: which are those of headings, of items, of bold print."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from smartlint.extracting.package import attribute, child, is_number, is_on, local
from smartlint.record import dataclass

DEEPEST = 9
_NUMBERED_STYLE = re.compile(r"^list (?:bullet|number)(?: (\d))?$")
_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True)
class Style:
    """What a style makes of its paragraphs; ``depth`` is that of a heading, ``number`` and ``level`` those of a list."""

    name: str = ""
    depth: int = 0
    number: str = ""
    level: int = 0
    bold: bool = False


def styles(part: Element | None) -> dict[str, Style]:
    """The styles of paragraphs, each with what it has from the one that it is based on."""
    found = {attribute(one, "styleId"): one for one in (part if part is not None else ()) if local(one) == "style"}
    made: dict[str, Style] = {}

    def style(key: str, seen: frozenset[str]) -> Style:
        if key in made or key not in found or key in seen:
            return made.get(key, Style())
        one = found[key]
        base = style(attribute(child(one, "basedOn"), "val"), seen | {key})
        name = attribute(child(one, "name"), "val").lower()
        titled = _HEADING.fullmatch(name)
        level = child(one, "pPr", "outlineLvl")
        depth = int(titled[1]) if titled else 1 if name == "title" else heading_depth(level, base.depth)
        listed = _NUMBERED_STYLE.match(name)
        number, deep = list_of(child(one, "pPr", "numPr"), base.number, base.level)
        if listed and listed[1]:
            deep = int(listed[1]) - 1
        bold = child(one, "rPr", "b")
        made[key] = Style(name, depth, number, deep, is_on(bold) if bold is not None else base.bold)
        return made[key]

    for key in found:
        style(key, frozenset())
    return made


def heading_depth(level: Element | None, default: int) -> int:
    value = attribute(level, "val")
    return default if level is None or not is_number(value) else int(value) + 1 if int(value) < DEEPEST else 0


def list_of(element: Element | None, number: str, level: int) -> tuple[str, int]:
    """The list that a paragraph or style is in, and how deep; as given where it says nothing of its own."""
    if element is None:
        return number, level
    stated = attribute(child(element, "ilvl"), "val")
    return attribute(child(element, "numId"), "val", number), min(int(stated), DEEPEST) if is_number(stated) else level
