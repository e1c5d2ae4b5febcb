"""What a run found, as text: a module for each output format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, cast

from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.linter import Finding, Result

FORMATS = ("full", "concise", "json")


@dataclass(frozen=True)
class Look:
    """How a result is shown.

    ``language`` is that of everything, or "": findings in the language of their file, the frame in English. ``width``
    is in columns. Text formats leave infos out unless ``verbose``, and say nothing but findings if ``quiet``.
    """

    today: date
    language: str = ""
    color: bool = False
    width: int = 100
    verbose: bool = False
    quiet: bool = False

    @property
    def frame(self) -> str:
        """The language of what is not a finding."""
        return self.language or "en"

    def of(self, finding: Finding) -> str:
        """The language of a finding."""
        return self.language or finding.language

    def shows(self, finding: Finding) -> bool:
        """Whether a text format shows a finding."""
        return self.verbose or finding.level != "info"


#: Gives the output piece by piece; the pieces together end with a line end, or are empty.
Reporter = Callable[["Result", Look], Iterator[str]]


def word(level: str, language: str) -> str:
    """What a reader is told a level is; an info is called a note."""
    return translate("note" if level == "info" else level, language)


def reporter(name: str) -> Reporter:
    """The reporter of an output format, or ``statistics``: counts instead of findings."""
    return cast(Reporter, import_module(f"smartlint.reporters.{name}").report)
