"""What was read and judged before: a file that has not changed since is neither read nor judged anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from smartlint.goal import Document
from smartlint.readers import read_document
from smartlint.ruling import Judged
from smartlint.running import Bench
from smartlint.settings import Settings


@dataclass(frozen=True)
class _Read:
    """A document, and what it was made of."""

    text: str
    how: dict[str, Any]
    document: Document


class Memory:
    """The documents of the files of one run after another, and what their own rules said of them."""

    def __init__(self) -> None:
        self._read: dict[str, _Read] = {}
        self._judged: dict[str, tuple[Settings, Judged]] = {}

    def read(self, text: str, path: str = "", **how: Any) -> Document:
        """Reads a text as ``read_document`` does."""
        known = self._read.get(path)
        if known is None or known.text != text or known.how != how:
            known = self._read[path] = _Read(text, how, read_document(text, path, **how))
        return known.document

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
        other._read, other._judged = dict(self._read), dict(self._judged)
        return other

    def forget_all_but(self, paths: Iterable[str]) -> None:
        """Lets go of files that are gone."""
        left = frozenset(paths)
        for path in self._read.keys() - left:
            del self._read[path]
            self._judged.pop(path, None)
