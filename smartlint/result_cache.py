"""What was found in files before: a file is not judged again by the same rules, set in the same way, on the same day.

An entry is named by all that it rests on, so that nothing in the cache ever grows wrong. What is broken in it is made anew,
and runs at the same time do not get in one another's way. Rules over several files are run anew as soon as one of these has
changed (``smartlint.kept_run``).
"""

from __future__ import annotations

import os
import pickle
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import time
from typing import BinaryIO

from smartlint import __version__
from smartlint.cache_folder import RESULTS, make
from smartlint.digest import blake2b
from smartlint.record import NamedTuple
from smartlint.rows import Row, loaded
from smartlint.rule import Rule
from smartlint.settings import Settings

#: Changes with what is kept.
_VERSION = 2
_SUM = 16
#: No entry is longer, in bytes: a file that is read has fewer characters by far.
_MOST = 256 * 1024 * 1024
_HOURS = 3600
#: Entries that are older are of no use, as they are named by a day; they are looked for once in so many seconds.
_OLDEST, _PAUSE = 48 * _HOURS, 12 * _HOURS
_PASSED_BY = frozenset(("__pycache__", "locale", "compiled"))


class Cache(NamedTuple):
    """The results below a folder of caches."""

    folder: Path

    def key(self, settings: Settings, path: str, text: str, language: str) -> str:
        """The name of what is found in a file; "" where that rests on something that nobody knows."""
        if not settings.fingerprint:
            return ""
        stated = (engine(settings.known), settings.fingerprint, settings.today.isoformat(), language, path, text)
        return blake2b("\0".join(stated).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()

    def get(self, key: str) -> Row | None:
        """What is kept, or None."""
        try:
            data = self._place(key).read_bytes()
            if not key or _sum(data[_SUM:]) != data[:_SUM]:
                return None
            return Row(*loaded(unzipped(data[_SUM:])))
        except (OSError, ValueError, TypeError, pickle.UnpicklingError, zlib.error):
            return None

    def put(self, key: str, row: Row) -> None:
        """Keeps it, whole or not at all; that it cannot be kept does no harm."""
        if not key:
            return
        data = zlib.compress(pickle.dumps(tuple(row), pickle.HIGHEST_PROTOCOL), 1)
        self.write(key, (_sum(data), data))

    def open(self, name: str) -> BinaryIO:
        """An entry. Raises ``OSError`` where there is none."""
        return self._place(name).open("rb")

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Makes an entry, whole or not at all; that it cannot be made does no harm."""
        place = self._place(name)
        part = place.with_name(f"{place.name}.{os.getpid()}")
        try:
            with self._made(part) as stream:
                stream.writelines(pieces)
            part.replace(place)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _made(self, part: Path) -> BinaryIO:
        try:
            return part.open("wb")
        except FileNotFoundError:
            make(self.folder)
            part.parent.mkdir(parents=True, exist_ok=True)
            return part.open("wb")

    def tidy(self) -> None:
        """Lets go of what is too old to be of use, once in a while."""
        mark = self.folder / RESULTS / "tidied"
        now = time()
        try:
            if now - mark.stat().st_mtime < _PAUSE:
                return
        except OSError:
            pass
        try:
            for entry in _files(self.folder / RESULTS):
                if now - entry.stat().st_mtime > _OLDEST:
                    Path(entry.path).unlink(missing_ok=True)
            mark.touch()
        except OSError:
            return

    def _place(self, key: str) -> Path:
        return self.folder / RESULTS / key[:2] / key[2:]


def unzipped(data: bytes) -> bytes:
    """What was compressed, as far as it is no longer than an entry may be. Raises ``zlib.error``."""
    return zlib.decompressobj().decompress(data, _MOST)


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()


@lru_cache
def engine(rules: tuple[type[Rule], ...]) -> str:
    """The engine and the packages of some rules, as they are: an installation is not always a version."""
    found = [f"{_VERSION} {__version__} {sys.version}"]
    for name in sorted({"smartlint", "smartlint_grammar", *(rule.__module__.partition(".")[0] for rule in rules)}):
        for place in _places(name):
            found += sorted(_stamps(place))
    for optional in ("holidays", "ruamel"):  # what reads YAML says nothing of itself but that it is there
        spec = find_spec(optional)
        found += _stamps(Path(spec.origin)) if spec is not None and spec.origin else [optional] if spec is not None else []
    return blake2b("\0".join(found).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _places(package: str) -> list[Path]:
    module = import_module(package)
    file = getattr(module, "__file__", None)
    return [Path(each) for each in getattr(module, "__path__", ())] or ([Path(file)] if file else [])


def _stamps(place: Path) -> Iterator[str]:
    """What tells whether any file of a package has changed."""
    for entry in _files(place) if place.is_dir() else [place]:
        status = entry.stat()
        yield f"{os.fspath(entry)} {status.st_size} {status.st_mtime_ns}"


def _files(folder: Path | str) -> Iterable[os.DirEntry[str]]:
    """The files below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in _PASSED_BY:
                    yield from _files(entry.path)
            else:
                yield entry
