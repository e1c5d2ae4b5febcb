"""Which rules there are: found in packages, never listed by hand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from smartlint import __version__
from smartlint.contract import faults
from smartlint.pattern import compile_late
from smartlint.record import dataclass
from smartlint.rule import API, Rule
from smartlint.translation import Term

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "smartlint.rules"
#: The name of the entry point of the rules that ship with the engine, and its value where nothing is installed.
BUILTIN = ("builtin", "smartlint_rules")
#: How the files of modules end, as they are written or as machine code.
_MODULES = (".py", ".so", ".pyd")
#: The profile that others are compared with, and the one that every rule is in.
BASE, EVERY = "smart", "all"

_NUMBERED = compile_late(r"([A-Z]+)[ _-]?(\d+)")


class UnknownRule(LookupError):
    """A selector that names no rule; ``near`` are the nearest codes or names."""

    def __init__(self, selector: str, near: Sequence[str]) -> None:
        super().__init__(selector)
        self.selector = selector
        self.near = tuple(near)


class UnknownPlugin(LookupError):
    """A plugin name that no installed package offers in the entry point group ``smartlint.rules``."""

    def __init__(self, plugin: str, offered: Sequence[str]) -> None:
        super().__init__(plugin)
        self.plugin = plugin
        self.offered = tuple(offered)


class BrokenPlugin(ValueError):
    """A plugin that cannot be imported, or whose rules are not as they must be: ``why`` is a part of a message."""

    def __init__(self, text: str, **params: Any) -> None:
        self.why = Term(text, **params)
        super().__init__(self.why)


@dataclass(frozen=True)
class Origin:
    """The distribution that a rule comes with, and its version: both empty where it comes with none."""

    package: str
    version: str


@dataclass(frozen=True)
class Profile:
    """What a set of rules is for; which rules are in it, each rule says. ``package``: whose catalogues have its texts."""

    name: str
    title: str
    description: str
    package: str


@lru_cache
def load(plugins: tuple[str, ...] = ()) -> tuple[type[Rule], ...]:
    """The rules of the engine and of these plugins, by code.

    A plugin is named by its entry point in the group ``smartlint.rules``, whose value is a package; every class in it
    that has a code is a rule. Raises ``UnknownPlugin``, and ``BrokenPlugin`` where one cannot be imported, a rule lacks
    something, or two share a code or a name.
    """
    rules: dict[str, type[Rule]] = {}
    names: dict[str, type[Rule]] = {}
    for package in packages(plugins):
        for rule in _rules_in(package) if package == BUILTIN[1] else _foreign(package):
            for other in (rules.setdefault(rule.code, rule), names.setdefault(rule.name, rule)):
                if other is not rule:
                    text = "{one} and {other} both define {code} {name}"
                    raise BrokenPlugin(text, one=rule.__module__, other=other.__module__, code=rule.code, name=rule.name)
    return tuple(rules[code] for code in sorted(rules))


def packages(plugins: Sequence[str]) -> list[str]:
    """The packages that rules are looked for in, each once. Raises ``UnknownPlugin``."""
    if not plugins:
        return [BUILTIN[1]]
    offered = {point.name: _module(point) for point in _points()}
    for plugin in plugins:
        if plugin not in offered:
            raise UnknownPlugin(plugin, sorted(offered))
    return list(dict.fromkeys([BUILTIN[1], *(offered[plugin] for plugin in plugins)]))


def _points() -> Iterable[EntryPoint]:
    from importlib.metadata import entry_points  # here: it takes longer than to read a file, and few name a plugin

    return entry_points(group=GROUP)


def _module(point: EntryPoint) -> str:
    """The module that an entry point names; one that is written as none is told when it is imported."""
    try:
        return point.module
    except (AttributeError, AssertionError, ValueError):  # as the version of Python has it
        return point.value


def _rules_in(package: str) -> Iterator[type[Rule]]:
    for name in (package, *_modules_below(package)):
        space = vars(import_module(name))
        own = [key for key, value in space.items() if isinstance(value, type) and value.__module__ == name]
        yield from [space[key] for key in sorted(own) if issubclass(space[key], Rule) and hasattr(space[key], "code")]


def _modules_below(package: str) -> list[str]:
    """The names of all modules in a package and in those below it."""
    folders = getattr(import_module(package), "__path__", ())
    if package == BUILTIN[1] and all(map(os.path.isdir, folders)):
        return [name for folder in folders for name in _listed(folder, package)]
    import pkgutil  # here: it takes longer to find our modules than to read them

    return [found.name for found in pkgutil.walk_packages(folders, package + ".")]


def _listed(folder: str, package: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            name, dot, _ = entry.name.partition(".")
            if dot and name != "__init__" and entry.name.endswith(_MODULES):
                yield f"{package}.{name}"
            elif not dot and entry.is_dir() and os.access(f"{entry.path}/__init__.py", os.F_OK):
                yield f"{package}.{name}"
                yield from _listed(entry.path, f"{package}.{name}")


def _foreign(package: str) -> list[type[Rule]]:
    """The rules of a plugin: whatever is wrong with it is the plugin's fault, and is said as such."""
    try:
        return list(_sound(package))
    except BrokenPlugin:
        raise
    except (Exception, SystemExit) as error:
        from traceback import extract_tb  # here: plugins mostly work

        frames = extract_tb(error.__traceback__)
        said = f"{type(error).__name__}: {error}"
        raise BrokenPlugin(
            "{package}: {error} ({place})", package=package, error=said, place=f"{frames[-1].filename}:{frames[-1].lineno}"
        ) from error


def _sound(package: str) -> Iterator[type[Rule]]:
    """The rules of a plugin that is written for this interface and keeps to it. Raises ``BrokenPlugin``, and what it raises."""
    written_for = getattr(import_module(package), "SMARTLINT_API", API)
    if type(written_for) is not int or not 1 <= written_for <= API:
        text = "{package} is written for version {version} of the rules' interface, and this one is {known}"
        raise BrokenPlugin(text, package=package, version=str(written_for), known=str(API))
    _described(package)
    rules = list(_rules_in(package))
    if not rules:
        raise BrokenPlugin("{package} has no rules", package=package)
    for rule in rules:
        fault = next(faults(rule), None)
        if fault:
            raise BrokenPlugin("{module}: {code} {fault}", module=rule.__module__, code=rule.code, fault=fault)
        yield rule


def origin(rule: type[Rule]) -> Origin:
    """Where a rule comes from."""
    return _origin(rule.__module__.partition(".")[0])


@lru_cache
def _origin(package: str) -> Origin:
    if package == BUILTIN[1]:
        return Origin("smartlint", __version__)
    for point in _points():
        if _module(point).partition(".")[0] == package and point.dist is not None:
            return Origin(point.dist.name, point.dist.version)
    return Origin("", "")


def profiles(plugins: tuple[str, ...] = ()) -> dict[str, Profile]:
    """The profiles by name: those that the packages describe in ``profiles.toml``, and any that only a rule names."""
    found: dict[str, Profile] = {}
    for package in packages(plugins):
        for name, profile in _described(package).items():
            found.setdefault(name, profile)
    for rule in load(plugins):
        for name in rule.profiles:
            found.setdefault(name, Profile(name, "", "", rule.__module__.partition(".")[0]))
    return found


def _described(package: str) -> dict[str, Profile]:
    """The profiles that a package describes."""
    import tomllib  # here, like the next: few runs ask for it
    from importlib.resources import files

    table = files(package) / "profiles.toml" if hasattr(import_module(package), "__path__") else None
    if table is None or not table.is_file():
        return {}
    stated = tomllib.loads(table.read_text(encoding="utf-8"))
    home = package.partition(".")[0]
    return {name: Profile(name, texts["title"], texts["description"], home) for name, texts in stated.items()}


def find(selector: str, rules: Sequence[type[Rule]]) -> list[type[Rule]]:
    """The rules a selector means: a code, the start of a code, a name, or ``ALL``. Raises ``UnknownRule``."""
    wanted = selector.strip()
    upper, lower = wanted.upper(), wanted.lower()
    if upper == "ALL":
        return list(rules)
    found = [rule for rule in rules if upper and rule.code.startswith(upper)] or [rule for rule in rules if rule.name == lower]
    if not found:
        from difflib import get_close_matches  # here: mistakes are rare

        starts = [] if re.search(r"\d", wanted) else [rule.code[:3] for rule in rules]
        words = [*dict.fromkeys(starts), *(rule.code for rule in rules), *(rule.name for rule in rules)]
        likely = (upper, lower) if wanted == upper else (lower, upper)
        near = written_out(wanted, rules) or [match for text in likely for match in get_close_matches(text, words, 3, 0.6)]
        raise UnknownRule(wanted, tuple(dict.fromkeys(near)))
    return found


def written_out(selector: str, rules: Sequence[type[Rule]]) -> list[str]:
    """The code that has the letters and the number of a selector, in three digits: ``TIM1`` and ``TIM-01`` mean TIM001."""
    parts = _NUMBERED.fullmatch(selector.strip().upper())
    code = f"{parts[1]}{int(parts[2]):03}" if parts else ""
    return [rule.code for rule in rules if rule.code == code]
