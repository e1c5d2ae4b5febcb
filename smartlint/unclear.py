"""What the engine itself says of a file whose language is not clear, or of which it has read a part alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from smartlint.finding import Said
from smartlint.goal import Document
from smartlint.language.detect import NAMES
from smartlint.rule import Rule


class UnclearLanguage(Rule):
    """No rule that anyone could choose: it has no findings, and it lends code and texts to a notice."""

    code = "INT002"
    name = "unclear-language"
    title = "A file whose language is not clear"
    level = "info"
    profiles = ()
    messages: ClassVar[Mapping[str, str]] = {
        "tie": "it is not clear which language {file} is in ({languages}), so each goal was read in the one of them that made "
        "most sense of it; write the language at the top of the file: `language: {code}`"
    }


class HiddenPart(Rule):
    """No rule that anyone could choose either."""

    code = "INT003"
    name = "hidden-part"
    title = "A part of a file that is hidden and was not read"
    level = "info"
    profiles = ()
    messages: ClassVar[Mapping[str, str]] = {
        "sheet": "{file} has hidden sheets, in which no goals were looked for: {sheets}; show them to have them checked"
    }


class UnsolvedCell(Rule):
    """No rule that anyone could choose either."""

    code = "INT004"
    name = "unsolved-cell"
    title = "A cell whose formula has no result"
    level = "info"
    profiles = ()
    messages: ClassVar[Mapping[str, str]] = {
        "cell": "{file} has formulas without a result, and their cells were read as empty: {cells}; have them worked out by "
        "a spreadsheet program, and save the file there"
    }


#: All of them.
RULES = (UnclearLanguage, HiddenPart, UnsolvedCell)


def unclear(document: Document) -> Iterator[Said]:
    """The notices of a file whose languages tie, that hides something, or whose formulas nobody has worked out."""
    if document.hidden:
        yield Said(HiddenPart, "sheet", {"file": document.source.path, "sheets": list(document.hidden)})
    if document.unsolved:
        yield Said(UnsolvedCell, "cell", {"file": document.source.path, "cells": list(document.unsolved)})
    if document.tied:
        languages = [NAMES[code] for code in document.tied]
        params = {"file": document.source.path, "languages": languages, "code": document.language}
        yield Said(UnclearLanguage, "tie", params)
