"""What was read and judged before: a file that has not changed since is neither read nor judged anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from smartlint.facts import GoalFact, recollect
from smartlint.findings import Told
from smartlint.goal import Document
from smartlint.parser.rereading import Rereader
from smartlint.readers import is_document, read_document
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.record import replace
from smartlint.ruling import Judged
from smartlint.running import Bench
from smartlint.settings import Settings
from smartlint.watching import Sayings

#: How a text is read: in which language, on which day, with which first month of a fiscal year, with which names.
_How = tuple[str, date | None, int, DocumentMapping]


class Memory:
    """The documents of the files of one run after another, and what their own rules said of them.

    A goal file that has changed is read and judged again where it has changed: its parts are kept in mind one by one.
    """

    def __init__(self) -> None:
        self.sayings = Sayings()
        self._read: dict[str, tuple[str, dict[_How, Document]]] = {}
        self._rereaders: dict[str, Rereader] = {}
        self._judged: dict[str, tuple[Settings, Judged]] = {}
        self._facts: dict[str, tuple[Document, tuple[GoalFact, ...]]] = {}
        self.told: dict[str, dict[int, Told]] = {}

    def read(
        self,
        text: str,
        path: str = "",
        *,
        language: str = "",
        today: date | None = None,
        fiscal_year_starts: int = 1,
        mapping: DocumentMapping = NOTHING,
    ) -> Document:
        """Reads a text as ``read_document`` does; the offsets of a goal file leave room between its parts."""
        known = self._read.get(path)
        if known is None or known[0] != text or any(read[1] != today for read in known[1]):
            known = self._read[path] = (text, {})
        how = (language, today, fiscal_year_starts, mapping)
        if how not in known[1]:
            stated: dict[str, Any] = {"language": language, "today": today, "fiscal_year_starts": fiscal_year_starts}
            if is_document(path):
                known[1][how] = read_document(text, path, mapping=mapping, **stated)
            else:
                known[1][how] = self._rereader(path).read(text, path, **stated)
        return known[1][how]

    def _rereader(self, path: str) -> Rereader:
        return self._rereaders.setdefault(path, Rereader())

    def facts(self, document: Document) -> tuple[GoalFact, ...]:
        """The facts of a document, as ``collect`` gives them."""
        path = document.source.path
        found = recollect(document, self._facts.get(path))
        self._facts[path] = (document, found)
        return found

    def recall(self, document: Document, bench: Bench) -> Judged | None:
        """What was said of this very document by rules set as they are now."""
        settings, judged = self._judged.get(document.source.path, (None, None))
        if judged is None or settings is not bench.settings or judged.document is not document:
            return None
        return replace(judged, bench=bench, reports=list(judged.reports), ruled=list(judged.ruled))

    def keep(self, judged: Judged) -> None:
        """Remembers what a file's own rules said, before those over all files add to it."""
        kept = replace(judged, reports=list(judged.reports), ruled=list(judged.ruled))
        self._judged[judged.document.source.path] = (judged.bench.settings, kept)

    def copy(self) -> Memory:
        """Another one that knows the same, for texts that are only tried."""
        other = Memory()
        other._read = {path: (text, dict(documents)) for path, (text, documents) in self._read.items()}
        other._judged = dict(self._judged)
        return other

    def forget_all_but(self, paths: Iterable[str]) -> None:
        """Lets go of files that are gone."""
        left = frozenset(paths)
        for path in self._read.keys() - left:
            del self._read[path]
            self._rereaders.pop(path, None)
            self._judged.pop(path, None)
            self._facts.pop(path, None)
            self.told.pop(path, None)
