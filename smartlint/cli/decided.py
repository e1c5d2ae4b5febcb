"""What holds for a file, as it is shown: each value with the file and the line that decided it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from smartlint.cli.description import as_toml
from smartlint.configuration.configuration import Deciding, described
from smartlint.record import replace
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.configuration.configuration import Configuration, Decided
    from smartlint.rule import Rule


class Shown:
    """What holds for a file."""

    def __init__(self, file: str, configuration: Configuration) -> None:
        from smartlint.configuration.layer import absolute

        self._file = file
        self._configuration = configuration
        self._ignored = {} if file.endswith("/") else configuration.ignored(absolute(file))

    def _values(self) -> Iterator[tuple[str, Decided]]:
        """Each key that has a value, but for the rules' own."""
        from smartlint.configuration.definition import tables

        for table, keys in tables():
            for key in keys:
                path = (*table, key.name)
                if path == ("lint", "rules") or (key.schema.get("type") == "object" and "properties" in key.schema):
                    continue
                yield from self._value(path, adds=key.adds)

    def _value(self, path: tuple[str, ...], *, adds: bool) -> Iterator[tuple[str, Decided]]:
        configuration = self._configuration
        name = ".".join(path)
        decided = configuration.decided(*path)
        if isinstance(decided.value, Mapping):
            yield from ((f"{name}.{_quoted(key)}", each) for key, each in configuration.joined(*path).items())
        elif adds:
            yield from ((name, replace(each, value=[each.value])) for each in configuration.added(*path))
        elif decided.value is not None:
            yield name, decided

    def as_text(self, language: str) -> Iterator[str]:
        layers = self._configuration.layers
        files = ", ".join(layer.source.path for layer in reversed(layers))
        yield f"{files or translate('No configuration: the defaults hold.', language)}\n\n"
        rows = [(f"{name} = {_brief(decided.value)}", decided_by(decided, language)) for name, decided in self._values()]
        yield from _aligned(rows)
        yield f"\n{translate('Rules that apply', language)}\n"
        yield from _aligned(self._rule_rows(language))
        off = [*self._off(language)]
        if off:
            yield f"\n{translate('Rules that are switched off', language)}\n"
            yield from _aligned(off)

    def _rule_rows(self, language: str) -> Iterator[tuple[str, str]]:
        for rule, decided in self._configuration.enabled.items():
            if rule in self._ignored:
                continue
            yield f"{rule.code} {rule.name}", decided_by(decided, language)
            levels = self._configuration.levels(rule)
            yield (
                f"  level = {as_toml(self._configuration.level(rule).value)}",
                decided_by(self._configuration.level(rule), language),
            )
            for stated in levels:
                if isinstance(stated.value, Mapping):
                    yield f"  level = {as_toml(stated.value)}", decided_by(stated, language)
            for name, option in self._configuration.options(rule).items():
                yield f"  {name} = {as_toml(option.value)}", decided_by(option, language)

    def _off(self, language: str) -> Iterator[tuple[str, str]]:
        off = {**self._configuration.switched_off, **self._ignored}
        for rule in sorted(off, key=lambda rule: rule.code):
            if not rule.always:
                yield f"{rule.code} {rule.name}", decided_by(off[rule], language)

    def as_json(self) -> dict[str, Any]:
        configuration = self._configuration
        off = {**configuration.switched_off, **self._ignored}
        return {
            "version": 1,
            "file": self._file,
            "configurations": [layer.source.path for layer in reversed(configuration.layers)],
            "values": [{"key": name, **described(decided)} for name, decided in self._values()],
            "rules": [self._rule(rule) for rule in configuration.enabled if rule not in self._ignored],
            "off": [{"code": rule.code, "name": rule.name, "by": described(off[rule])} for rule in off if not rule.always],
        }

    def _rule(self, rule: type[Rule]) -> dict[str, Any]:
        configuration = self._configuration
        return {
            "code": rule.code,
            "name": rule.name,
            "by": described(configuration.enabled[rule]),
            "level": described(configuration.level(rule)),
            "levels": [described(decided) for decided in configuration.levels(rule)],
            "options": {name: described(decided) for name, decided in configuration.options(rule).items()},
        }


def _brief(value: Any) -> str:
    """A value on a line; of rules and policies what they are called, as their text stands in their file."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping) and "name" in value[0]:
        value = [{key: each[key] for key in ("code", "name") if key in each} for each in value]
    return as_toml(value)


def _quoted(key: str) -> str:
    """A key as it stands in TOML."""
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)


def decided_by(decided: Deciding, language: str) -> str:
    """What decided a value, in words."""
    where = f"{decided.file}:{decided.line}" if decided.line else decided.file
    if decided.profile:
        profile = fill(translate("profile {name}", language), {"name": decided.profile}, language)
        return f"{profile} ({where})" if where else profile
    if decided.value == "always" and not where:
        return translate("always", language)
    return where or translate("default", language)


def _aligned(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    listed = list(rows)
    width = min(max((len(left) for left, _ in listed), default=0), 60)
    for left, right in listed:
        yield f"{left:{width}}  {right}\n"
