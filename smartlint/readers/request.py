"""What every reader is asked: to read the text of a file, on a day, with what was said of its language, year and names."""

from __future__ import annotations

from datetime import date

from smartlint.language.times import Anchor
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.record import dataclass


@dataclass(frozen=True)
class Request:
    """The text of the file at a path; ``language`` is "" where nobody has said it."""

    text: str
    path: str
    today: date
    language: str = ""
    fiscal_year_starts: int = 1
    mapping: DocumentMapping = NOTHING

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.today, fiscal_start=self.fiscal_year_starts)
