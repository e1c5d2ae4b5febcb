"""The files that a configuration builds on: nearest to each file, and along ``extend``. Nothing else is ever merged."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from smartlint.configuration.layer import NAMES, WAIVERS, Layer, is_foreign, read
from smartlint.configuration.mistake import Mistake, Mistakes
from smartlint.files import shown
from smartlint.source import Source, Span

PACKAGE = "pkg:"
_FILE = "smartlint.toml"


class Chains:
    """Reads each file once, and collects what is wrong on the way."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self._read: dict[str, Layer | None] = {}
        self._nearest: dict[Path, Path | None] = {}
        self._foreign: set[str] = set()

    def nearest(self, folder: Path) -> Path | None:
        """The configuration file nearest to a folder (an absolute path): in it, or in one above it."""
        if folder not in self._nearest:
            above = folder.parent
            self._nearest[folder] = self.beside(folder) or (self.nearest(above) if above != folder else None)
        return self._nearest[folder]

    def beside(self, folder: Path) -> Path | None:
        """The configuration file in a folder."""
        for name in NAMES:
            path = folder / name
            if _is_there(path) and (name != NAMES[-1] or self.layer(path) is not None or self._is_broken(path)):
                return path
        return None

    def _is_broken(self, path: Path) -> bool:
        """It speaks of smartlint, and could not be read."""
        name = shown(path)
        return any(mistake.source.path == name for mistake in self.mistakes)

    def told(self, mistakes: Iterable[Mistake]) -> list[Mistake]:
        """Mistakes as they may be told: of a foreign file only that it has some."""
        return [_untold(mistake) if mistake.source.path in self._foreign else mistake for mistake in mistakes]

    def layer(self, path: Path, named_in: Path | None = None) -> Layer | None:
        """The layer that a file is, None where it does not speak of smartlint or could not be read.

        ``named_in`` is the folder of the file that names it; without one it was found where it lies.
        """
        if is_foreign(path, named_in or path.parent):
            self._foreign.add(shown(path))
        key = os.path.realpath(path)
        if key not in self._read:
            self._read[key] = None
            try:
                self._read[key] = read(path)
            except Mistakes as error:
                self.mistakes += error.mistakes
        return self._read[key]

    def of(self, path: Path) -> list[Layer]:
        """The layers of a file: what it builds on first, itself last."""
        return self.above(self.layer(path), (os.path.realpath(path),))

    def above(self, layer: Layer | None, stack: tuple[str, ...] = ()) -> list[Layer]:
        """A layer after those that it extends; ``stack`` are the files on the way to it."""
        if layer is None:
            return []
        found: list[Layer] = []
        for number, target in enumerate(self._extended(layer)):
            place: tuple[str | int, ...] = ("extend", number) if isinstance(layer.data["extend"], list) else ("extend",)
            base = self._target(layer, place, target)
            if base is None:
                continue
            real = os.path.realpath(base)
            if real in stack:
                ring = [*stack[stack.index(real) :], real]
                names = " → ".join(shown(Path(each)) for each in ring)
                self.mistakes.append(layer.mistake(place, "this configuration extends itself: {names}", names=names))
                continue
            self._must_speak(layer, place, base)
            found += [each for each in self.above(self.layer(base, layer.folder), (*stack, real)) if each not in found]
        return [*found, layer]

    def _extended(self, layer: Layer) -> list[str]:
        stated = layer.data.get("extend")
        targets = [stated] if isinstance(stated, str) else stated if isinstance(stated, list) else []
        return [target for target in targets if isinstance(target, str)]

    def _must_speak(self, layer: Layer, place: tuple[str | int, ...], base: Path) -> None:
        if self.layer(base, layer.folder) is None and not self._is_broken(base):
            self.mistakes.append(layer.mistake(place, "`{file}` has no table `[tool.smartlint]`", file=shown(base)))

    def _target(self, layer: Layer, place: tuple[str | int, ...], target: str) -> Path | None:
        """The file that is extended."""
        if not target.strip():
            return None  # its emptiness is told by the schema
        try:
            return _located(target, layer.folder)
        except _Missing as error:
            self.mistakes.append(layer.mistake(place, error.message, error.near, **error.params))
            return None

    def imposed(self, named: Source) -> list[Layer]:
        """The layers of a file whose name is a text that the command line or the environment gives; it imposes something."""

        def refuse(message: str, near: tuple[str, ...] = (), **params: str) -> list[Layer]:
            self.mistakes.append(Mistake(named, Span(0, len(named.text)), message, params, near))
            return []

        if not named.text.strip():
            return refuse("no policy is named here: give a file, or `pkg:` and the name of a package")
        try:
            path = _located(named.text, Path.cwd())
        except _Missing as error:
            return refuse(error.message, error.near, **error.params)
        layers = self.of(path)
        if not layers and not self._is_broken(path):
            return refuse("`{file}` has no table `[tool.smartlint]`", file=named.text)
        if layers and not any(layer.data.get(name) for layer in layers for name in ("policy", "rule")):
            return refuse("`{file}` states no policy and no rule", file=named.text)
        return layers


def _untold(mistake: Mistake) -> Mistake:
    path = mistake.source.path
    return Mistake(
        Source("", path),
        Span(0, 0),
        "this is no valid configuration; as it lies outside of the project, no more is told: `smartlint config verify {file}`",
        {"file": os.path.realpath(path)},
    )


class _Missing(LookupError):
    """A file that is named is not there to be read: the message about that, what it names, and what may be meant."""

    def __init__(self, message: str, near: tuple[str, ...] = (), **params: str) -> None:
        super().__init__(message)
        self.message = message
        self.near = near
        self.params = params


def _located(target: str, folder: Path) -> Path:
    """The file that a path from a folder on, or ``pkg:`` and the name of a package, means. Raises ``_Missing``."""
    if target.startswith(PACKAGE):
        return _in_package(target.removeprefix(PACKAGE).strip())
    path = folder / target
    if path.is_dir():
        inside = [name for name in NAMES if (path / name).is_file()]
        raise _Missing("`{file}` is a folder", (f"{target.rstrip('/')}/{inside[0]}",) if inside else (), file=target)
    if not path.is_file():
        raise _Missing("there is no file `{file}`", _beside(path, target), file=target)
    if path.suffix != ".toml":
        raise _Missing("`{file}` is no TOML file", file=target)
    return path


def _in_package(name: str) -> Path:
    """The configuration that an installed package has. Raises ``_Missing``."""
    from importlib.util import find_spec  # it imports no package that is named without a dot

    top, *rest = name.split(".")
    if not all(part.isidentifier() for part in (top, *rest)):
        fitting = name.replace("-", "_")
        raise _Missing("`{name}` is no name of a package", (PACKAGE + fitting,) if fitting.isidentifier() else (), name=name)
    try:
        spec = find_spec(top)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        raise _Missing("no package `{name}` is installed", name=name)
    for home in spec.submodule_search_locations or ():
        path = Path(home, *rest, _FILE)
        if path.is_file():
            return path
    raise _Missing("the package `{name}` has no file {file}", name=name, file=_FILE)


def _beside(path: Path, target: str) -> tuple[str, ...]:
    """A file with a name like that of one that is missing."""
    from difflib import get_close_matches

    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.suffix == path.suffix]
    except OSError:
        return ()
    return tuple(target[: -len(path.name)] + name for name in get_close_matches(path.name, names, 1)) if path.name else ()


def _is_there(path: Path) -> bool:
    """Whether there is such a file; in a folder that cannot be looked into, none is seen."""
    try:
        return path.is_file()
    except OSError:
        return False


def waiver_files(layers: list[Layer], folder: Path) -> Iterator[Path]:
    """The files of waivers: beside each file of a configuration; where there is none, the nearest above a folder."""
    if layers:
        for folder in dict.fromkeys(layer.folder for layer in layers):
            if _is_there(folder / WAIVERS):
                yield folder / WAIVERS
        return
    for each in (folder, *folder.parents):
        if _is_there(each / WAIVERS):
            yield each / WAIVERS
            return
