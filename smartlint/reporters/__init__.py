"""What a run found, as text: how it is shown, and the output formats, which are found and imported when they are asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, cast

from smartlint.record import NamedTuple, dataclass
from smartlint.translation import translate

if TYPE_CHECKING:
    from typing import Protocol

    from smartlint.finding import Finding, Kind, Result
    from smartlint.rule import Level, Rule

    class Reporter(Protocol):
        """A module that shows results."""

        #: What its text must be encoded in; "" where that is for the reader's terminal to say: such a format is for people.
        ENCODING: str

        @staticmethod
        def report(result: Result, look: Look, /) -> Iterator[str]:
            """The text piece by piece; the pieces together end with a line end, or are empty."""


# without pathlib, whose import takes longer than all the rest
_FOLDER = os.path.join(os.path.dirname(__file__), "formats")  # noqa: PTH118, PTH120
_FILES = os.listdir(_FOLDER)  # noqa: PTH208
#: The names of the output formats: those of the modules in the folder, which may be compiled ones.
FORMATS = tuple(sorted({name.partition(".")[0].replace("_", "-") for name in _FILES if name[0] not in "._"}))


class Run(NamedTuple):
    """What reports for programs say of the run itself.

    ``rules`` gives those that could have found something, ``failing`` are the levels that make the exit ``status`` 1.
    ``folder`` is where the current folder lies in the checkout that a CI service shows, with a slash at its end; ``root`` is
    the current folder itself, with a slash too. Both are empty where nobody knows.
    """

    rules: Callable[[], Sequence[type[Rule]]] = tuple
    failing: tuple[Level, ...] = ("error",)
    status: int = 0
    folder: str = ""
    root: str = ""


_NOTHING_KNOWN = Run()


@dataclass(frozen=True)
class Look:
    """How a result is shown.

    ``language`` is that of everything, or "": findings in the language of their file, the frame in the reader's ``locale``.
    ``width`` is in columns. Formats for people leave infos out unless ``verbose``, and say nothing but findings if ``quiet``.
    With ``evidence``, formats say of each goal what makes it pass too.
    """

    today: date
    language: str = ""
    color: bool = False
    width: int = 100
    verbose: bool = False
    quiet: bool = False
    locale: str = "en"
    run: Run = _NOTHING_KNOWN
    evidence: bool = False

    @property
    def frame(self) -> str:
        """The language of what is not a finding."""
        return self.language or self.locale

    def of(self, finding: Finding) -> str:
        """The language of a finding."""
        return self.language or finding.language

    def shows(self, finding: Finding | Kind) -> bool:
        """Whether a format for people shows a finding, or those of a kind."""
        return self.verbose or finding.level != "info" or finding.binds


def word(level: str, language: str) -> str:
    """What a reader is told a level is; an info is called a note."""
    return translate("note" if level == "info" else level, language)


def reporter(name: str) -> Reporter:
    """The reporter of an output format."""
    return cast("Reporter", import_module(f"smartlint.reporters.formats.{name.replace('-', '_')}"))
