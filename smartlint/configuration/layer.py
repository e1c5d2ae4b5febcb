"""One file of configuration, or what stands for one: its values, and where each of them stands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from smartlint import files, source, toml_text
from smartlint.configuration import cache
from smartlint.configuration.mistake import Mistake, Mistakes
from smartlint.record import dataclass, field
from smartlint.source import Source, Span
from smartlint.system_errors import cause
from smartlint.toml_text import Path as KeyPath
from smartlint.toml_text import Places, places

PYPROJECT = "pyproject.toml"
NAMES = (".smartlint.toml", "smartlint.toml", PYPROJECT)
WAIVERS = "smartlint-waivers.toml"
#: Files that say how goals are judged, and so hold none themselves.
SETTINGS = frozenset((*NAMES, WAIVERS))
#: The longest configuration that is read, in bytes.
LIMIT = 4 * 1024 * 1024
_TABLE = ("tool", "smartlint")


@dataclass(frozen=True, eq=False)
class Layer:
    """The values of a file, as plain JSON (days are ISO texts).

    ``prefix`` is the table of the file that they stand in. ``folder`` is what its paths and patterns are relative to.
    ``key`` names the text in the cache; "" where it is not kept. ``trusted`` ones were checked by who made them.
    """

    source: Source
    data: Mapping[str, Any]
    folder: Path
    prefix: tuple[str, ...] = ()
    key: str = ""
    verified: frozenset[str] = field(default_factory=frozenset)
    trusted: bool = False

    @cached_property
    def places(self) -> Places:
        return places(self.source.text)

    def span(self, path: KeyPath) -> Span:
        """Where a value stands."""
        return self.places.value((*self.prefix, *path))

    def get(self, path: tuple[str, ...]) -> Any:
        """A value, or None."""
        value: Any = self.data
        for name in path:
            if not isinstance(value, Mapping) or name not in value:
                return None
            value = value[name]
        return value

    def mistake(self, at: KeyPath, message: str, near: tuple[str, ...] = (), **params: Any) -> Mistake:
        """Something that is wrong with a value."""
        return Mistake(self.source, self.span(at), message, params, near)

    def untold(self, at: KeyPath, file: str) -> Mistake:
        """That something is wrong with a table that is named there, of which no more may be told."""
        return self.mistake(at, "`{file}` is no valid table; as it lies outside of the project, no more is told", file=file)


def absolute(path: str | Path) -> Path:
    """A path from the root on, without ``..``, and without following links: a file has the configuration of its name."""
    return _absolute(os.fspath(path), os.getcwd())  # noqa: PTH109 - it is asked so often that a Path takes too long


@lru_cache(256)
def _absolute(path: str, here: str) -> Path:
    """The same, kept: of each file it is asked again and again, but mostly of one after the other."""
    return Path(os.path.normpath(os.path.join(here, path)))  # noqa: PTH118 - of one Path instead of two


def is_foreign(path: Path, folder: Path) -> bool:
    """Whether nothing may be told of the text of a file that is named in a folder, as what is told may be public.

    That is so where it is called otherwise than a configuration and lies, links followed, outside of the folder and of the
    repository around it: whoever writes a configuration can name any file there is.
    """
    real = Path(os.path.realpath(path))
    if real.name in SETTINGS:
        return False
    home = Path(os.path.realpath(folder))
    return not real.is_relative_to(files.repository(home) or home)


def read(path: Path) -> Layer | None:
    """The layer that a file is; None for a ``pyproject.toml`` that does not speak of smartlint. Raises ``Mistakes``."""
    shown = files.shown(path)
    nothing = Source("", shown)
    try:
        data = files.begun(path, LIMIT)
    except OSError as error:
        raise _refused(nothing, "the file cannot be read: {reason}", reason=cause(error)) from None
    if len(data) > LIMIT:
        raise _refused(nothing, "the file is larger than {limit} megabytes", limit=LIMIT // 1024 // 1024)
    is_project = path.name == PYPROJECT
    if is_project and b"smartlint" not in data:
        return None
    try:
        text = source.decode(data)
    except source.Unreadable:
        if is_project:
            return None  # a file of other programs that nobody can read: they will say so
        raise _refused(nothing, "the file is no UTF-8 text") from None
    return parse(text, shown, absolute(path).parent, _TABLE if is_project else ())


def parse(text: str, shown: str, folder: Path, prefix: tuple[str, ...] = ()) -> Layer | None:
    """The layer that a text is; None where the table ``prefix`` is not in it. Raises ``Mistakes``."""
    key = cache.key(text, prefix)
    kept = cache.load(key)
    if kept is not None:
        return None if kept.data is None else Layer(Source(text, shown), kept.data, folder, prefix, key, kept.verified)
    data = _table(_parsed(Source(text, shown), prefix), prefix)
    if data is None:
        cache.store(key, cache.Kept(None, frozenset()))
        return None
    origin = Source(text, shown)
    if not isinstance(data, dict):
        span = places(text).value(prefix)
        raise Mistakes([Mistake(origin, span, "`{key}` must be a table", {"key": ".".join(prefix)})])
    return Layer(origin, data, folder, prefix, key)


def _parsed(origin: Source, prefix: tuple[str, ...]) -> Any:
    try:
        return plain(toml_text.loads(origin.text))
    except ValueError as error:  # of TOML, and of a number that is too long
        if prefix and "tool.smartlint" not in origin.text:
            return {}  # the broken file is somebody else's
        raise Mistakes([broken(origin, str(error))]) from None
    except RecursionError:
        raise _refused(origin, "tables and lists are nested too deeply") from None


def broken(origin: Source, complaint: str) -> Mistake:
    """What ``tomllib`` says of a text that is no TOML, with its place."""
    span, reason = toml_text.broken(origin, complaint)
    return Mistake(origin, span, "the file is not valid TOML: {reason}", {"reason": reason})


def _refused(origin: Source, message: str, **params: Any) -> Mistakes:
    return Mistakes([Mistake(origin, Span(0, 0), message, params)])


def _table(data: Any, prefix: tuple[str, ...]) -> Any:
    for name in prefix:
        if not isinstance(data, dict) or name not in data:
            return None
        data = data[name]
    return data


def plain(value: Any) -> Any:
    """Values of TOML as those of JSON."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    return value
