"""The pages of rules as files that an editor can open: a finding leads to its rule's."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from time import time
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from smartlint.cache_folder import PAGES, make
from smartlint.reporters.visible import visible

if TYPE_CHECKING:
    from smartlint.rule import Rule

#: A page that nobody has led to for so long may go: seconds.
_OLDEST = 90 * 24 * 3600


class Pages:
    """Markdown files in a folder of caches: editors show a file as it is, and few show HTML. Without a folder there are none.

    A page is written when a finding first leads to it, and named by what stands in it, so that it is never out of date.
    ``write`` gives the page of a rule in a language.
    """

    def __init__(self, folder: Path | None, write: Callable[[type[Rule], str], str]) -> None:
        self._folder = folder
        self._write = write
        self._known: WeakKeyDictionary[type[Rule], dict[str, Path | None]] = WeakKeyDictionary()

    def address(self, rule: type[Rule], language: str) -> str | None:
        """Where the page of a rule stands; None where it could not be written, for a link must lead somewhere."""
        known = self._known.setdefault(rule, {})
        if language not in known:
            known[language] = self._written(rule, language)
        place = known[language]
        return place.as_uri() if place is not None else None

    def renew(self) -> None:
        """Writes those again that are gone."""
        for rule, known in list(self._known.items()):
            for language, place in known.items():
                if place is not None and not place.exists():
                    self._written(rule, language)

    def _written(self, rule: type[Rule], language: str) -> Path | None:
        if self._folder is None:
            return None
        text = "".join(f"{visible(line)}\n" for line in self._write(rule, language).splitlines())
        data = text.encode("utf-8", "replace")
        name = f"{rule.code}-{blake2b(data, digest_size=6).hexdigest()}.md"
        place = self._folder.absolute() / PAGES / language / name
        try:
            if not _holds(place, data):
                self._put(place, data)
            os.utime(place)
        except OSError:
            return None
        return place

    def _put(self, place: Path, data: bytes) -> None:
        """Writes a page whole or not at all."""
        assert self._folder is not None
        if not place.parent.exists():
            make(self._folder)
            place.parent.mkdir(parents=True, exist_ok=True)
        _tidy(place.parent)
        part = place.with_name(f"{place.name}.{os.getpid()}")
        try:
            part.write_bytes(data)
            part.replace(place)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise


def _holds(place: Path, data: bytes) -> bool:
    try:
        return place.read_bytes() == data
    except FileNotFoundError:
        return False


def _tidy(folder: Path) -> None:
    """Lets go of pages of other versions."""
    oldest = time() - _OLDEST
    for page in folder.iterdir():
        with suppress(OSError):
            if page.stat().st_mtime < oldest:
                page.unlink()
