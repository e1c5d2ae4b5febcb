"""Which rules there are: found in packages, never listed by hand."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points

from smartlint.rule import Rule

GROUP = "smartlint.rules"
#: The name of the entry point of the rules that ship with the engine, and its value where nothing is installed.
BUILTIN = ("builtin", "smartlint_rules")


class UnknownRule(LookupError):
    """A selector that names no rule; ``near`` are the nearest codes or names."""

    def __init__(self, selector: str, near: Sequence[str]) -> None:
        super().__init__(selector)
        self.selector = selector
        self.near = tuple(near)


class UnknownPlugin(LookupError):
    """A plugin name that no installed package offers in the entry point group ``smartlint.rules``."""


@lru_cache
def load(plugins: tuple[str, ...] = ()) -> tuple[type[Rule], ...]:
    """The rules of the engine and of these plugins, by code.

    A plugin is named by its entry point in the group ``smartlint.rules``, whose value is a package; every class in it
    that has a code is a rule. Raises ``UnknownPlugin``, and ``ValueError`` where two rules share a code or a name.
    """
    packages = [BUILTIN[1]]
    if plugins:
        offered = {point.name: point.value for point in entry_points(group=GROUP)}
        for plugin in plugins:
            if plugin not in offered:
                raise UnknownPlugin(plugin)
            packages.append(offered[plugin])
    rules: dict[str, type[Rule]] = {}
    for package in dict.fromkeys(packages):
        for rule in _rules_in(package):
            for other in rules.values():
                if other is not rule and (other.code == rule.code or other.name == rule.name):
                    raise ValueError(f"{rule.__module__} and {other.__module__} both define {rule.code} {rule.name}")
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def _rules_in(package: str) -> Iterable[type[Rule]]:
    module = import_module(package)
    names = [package]
    if hasattr(module, "__path__"):
        names += [found.name for found in pkgutil.walk_packages(module.__path__, package + ".")]
    for name in names:
        for _, value in inspect.getmembers(import_module(name), inspect.isclass):
            if issubclass(value, Rule) and value.__module__ == name and hasattr(value, "code"):
                yield value


def find(selector: str, rules: Sequence[type[Rule]]) -> list[type[Rule]]:
    """The rules a selector means: a code, the start of a code, a name, or ``ALL``. Raises ``UnknownRule``."""
    wanted = selector.strip()
    upper, lower = wanted.upper(), wanted.lower()
    if upper == "ALL":
        return list(rules)
    found = [rule for rule in rules if upper and rule.code.startswith(upper)] or [rule for rule in rules if rule.name == lower]
    if not found:
        words = [rule.code for rule in rules] + [rule.name for rule in rules]
        near = get_close_matches(upper, words, 3, 0.6) + get_close_matches(lower, words, 3, 0.6)
        raise UnknownRule(wanted, tuple(dict.fromkeys(near)))
    return found
