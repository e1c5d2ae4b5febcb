"""What holds for a file: the layers of its configuration taken together, and which of them decided what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from smartlint.configuration.definition import tables
from smartlint.configuration.formats import month
from smartlint.configuration.globs import matches
from smartlint.configuration.layer import Layer
from smartlint.configuration.mistake import Mistake
from smartlint.configuration.roster import Roster
from smartlint.files import ENDING
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.record import dataclass, field
from smartlint.registry import EVERY, UnknownRule, find
from smartlint.rule import Option, Rule
from smartlint.toml_text import Path as KeyPath

DEFAULTS: Mapping[tuple[str, ...], Any] = {
    (*table, key.name): key.default for table, keys in tables() for key in keys if key.default is not None
}


#: A word of ours in the schemas of options: the numbers of these names do not fall.
ASCENDING = "x-ascending"


def ascends(value: Mapping[str, Any], names: Sequence[str]) -> bool:
    """Whether the numbers of a table that are there do not fall; those of another type are told as such."""
    numbers = [value[name] for name in names if isinstance(value.get(name), int)]
    return numbers == sorted(numbers)


def misordered(layer: Layer, path: KeyPath, value: Mapping[str, Any], names: Sequence[str]) -> Mistake:
    """What to say where they fall."""
    numbers = {"low": names[0], "high": names[-1], "less": value[names[-1]], "more": value[names[0]]}
    return layer.mistake(path, "`{low}` must not be more than `{high}`, and they are {more} and {less}", **numbers)


class Deciding(Protocol):
    """A value and what decided it: ``profile`` is "" where no profile did."""

    @property
    def value(self) -> Any: ...
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def profile(self) -> str: ...


@dataclass(frozen=True)
class Decided:
    """A value and what decided it: a place in a layer, or neither file nor line (a profile, or the default)."""

    value: Any
    layer: Layer | None = None
    path: KeyPath = ()
    profile: str = ""

    @property
    def file(self) -> str:
        """The file, or what stands for one."""
        return self.layer.source.path if self.layer else ""

    @property
    def line(self) -> int:
        """The line, 0 where there is none."""
        if self.layer is None or not self.layer.source.text:
            return 0
        return self.layer.source.position(self.layer.span(self.path).start).line


def described(decided: Deciding) -> dict[str, Any]:
    """It as programs read it."""
    where: dict[str, Any] = {"file": decided.file or None, "line": decided.line or None}
    return {"value": decided.value, **where, "profile": decided.profile or None}


@dataclass(frozen=True, eq=False)
class Configuration:
    """The layers, what is extended first, with the rules that there are.

    Of ``imposed`` layers the policies and rules hold, and nothing else.
    """

    layers: tuple[Layer, ...]
    rules: tuple[type[Rule], ...]
    roster: Roster = field(default_factory=Roster)
    imposed: tuple[Layer, ...] = ()

    def decided(self, *path: str) -> Decided:
        """The value of a key, of the last layer that states it, else the default."""
        for layer in reversed(self.layers):
            value = layer.get(path)
            if value is not None:
                return Decided(value, layer, path)
        return Decided(DEFAULTS.get(path))

    def value(self, *path: str) -> Any:
        return self.decided(*path).value

    def added(self, *path: str) -> list[Decided]:
        """The items of a list that adds up, each with its place."""
        stating = dict.fromkeys((*self.layers, *(self.imposed if path in (("policy",), ("rule",)) else ())))
        return [Decided(item, layer, (*path, number)) for layer in stating for number, item in enumerate(layer.get(path) or ())]

    def joined(self, *path: str) -> dict[str, Decided]:
        """The keys of a table, of the last layer that states each."""
        return {
            name: Decided(value, layer, (*path, name))
            for layer in self.layers
            for name, value in (layer.get(path) or {}).items()
        }

    # --- what it says of all files ------------------------------------------------------------------------------------

    @property
    def profile(self) -> str:
        return str(self.value("profile"))

    @property
    def language(self) -> str:
        """The language of the goals, "" where it is to be found out."""
        stated = str(self.value("language"))
        return "" if stated == "auto" else stated

    @property
    def message_language(self) -> str:
        """The language of what is printed, "" where it is not stated."""
        stated = str(self.value("message-language"))
        return "" if stated == "auto" else stated

    @property
    def fiscal_year_starts(self) -> int:
        """The number of the month in which the fiscal year starts."""
        return month(self.value("calendar", "fiscal-year-starts")) or 1

    @cached_property
    def declared(self) -> Mapping[type[Rule], Decided]:
        """The rules that the layers declare, each with its place: that which is imposed, else the first."""
        places: dict[str, Decided] = {}
        for decided in sorted(self.added("rule"), key=lambda one: one.layer not in self.imposed):
            places.setdefault(decided.value["code"], decided)
        return {rule: places[rule.code] for rule in self.rules if rule.code in places}

    @cached_property
    def _at_large(self) -> Mapping[type[Rule], Decided]:
        """The declared rules that apply whatever the profile: of others, a policy beside them says to what they apply."""
        selectors = [(one.layer, selector) for one in self.added("policy") for selector in one.value.get("select", ())]
        governed = {(layer, rule) for layer, selector in selectors for rule in self.meant(selector)}
        return {rule: decided for rule, decided in self.declared.items() if (decided.layer, rule) not in governed}

    @cached_property
    def imposed_rules(self) -> Mapping[type[Rule], Decided]:
        """The rules that nothing turns off: those that are imposed, and that no policy which is imposed speaks of."""
        selectors = [
            selector for one in self.added("policy") if one.layer in self.imposed for selector in one.value.get("select", ())
        ]
        governed = {rule for selector in selectors for rule in self.meant(selector)}
        at_large = {rule: decided for rule, decided in self._at_large.items() if decided.layer in self.imposed}
        return {rule: decided for rule, decided in at_large.items() if rule not in governed}

    # --- which rules apply ------------------------------------------------------------------------------------------

    @cached_property
    def enabled(self) -> Mapping[type[Rule], Decided]:
        """The rules that apply, each with what has turned it on."""
        on: dict[type[Rule], Decided] = {}
        first, basis = self._basis()
        for rule in basis:
            on[rule] = basis[rule]
        for layer in self.layers[first:]:
            for decided in _items(layer, "extend-select"):
                on |= dict.fromkeys(self._selected(decided.value), decided)
            for decided in _items(layer, "ignore"):
                for rule in self.meant(decided.value):
                    on.pop(rule, None)
        on |= self.imposed_rules
        always = {rule: Decided("always") for rule in self.rules if rule.always}
        return {rule: on.get(rule) or always[rule] for rule in self.rules if rule in on or rule in always}

    @cached_property
    def switched_off(self) -> Mapping[type[Rule], Decided]:
        """The rules that something stated has turned off, each with that."""
        first, _ = self._basis()
        found = {rule: self._newer[rule] for rule in self._of_profile() if rule in self._newer}
        for layer in self.layers[first:]:
            for decided in _items(layer, "ignore"):
                found |= dict.fromkeys(self.meant(decided.value), decided)
        return {rule: decided for rule, decided in found.items() if rule not in self.enabled}

    def _basis(self) -> tuple[int, dict[type[Rule], Decided]]:
        """What is selected to begin with, and the first layer whose additions and exceptions count.

        Who selects begins anew; who names a profile in a later layer takes that instead.
        """
        last = {name: self._last(*path) for name, path in (("select", ("lint", "select")), ("profile", ("profile",)))}
        if last["select"] >= 0 and last["select"] >= last["profile"]:
            items = _items(self.layers[last["select"]], "select")
            return last["select"], {rule: decided for decided in items for rule in self._selected(decided.value)}
        profile = self.decided("profile")
        decided = Decided(profile.value, profile.layer, profile.path, profile=str(profile.value))
        basis = {rule: decided for rule in self._of_profile() if rule not in self._newer}
        return 0, {**basis, **self._at_large}

    def unselected(self) -> Decided:
        """What names the rules that are on, for one that nothing has turned on or off."""
        stated = next((one for one in self.enabled.values() if one.path[:2] == ("lint", "select")), None)
        if stated is not None:
            return Decided(None, stated.layer, stated.path[:2])
        profile = self.decided("profile")
        return Decided(profile.value, profile.layer, profile.path, profile=self.profile)

    def _of_profile(self) -> list[type[Rule]]:
        return [rule for rule in self.rules if self.profile == EVERY or self.profile in rule.profiles]

    @cached_property
    def _newer(self) -> Mapping[type[Rule], Decided]:
        """The rules that came after the edition, each with what states that: only who names one has it."""
        edition = self.decided("edition")
        return {rule: edition for rule in self.rules if rule.edition > edition.value}

    def _last(self, *path: str) -> int:
        stating = [number for number, layer in enumerate(self.layers) if layer.get(path) is not None]
        return stating[-1] if stating else -1

    def meant(self, selector: str) -> list[type[Rule]]:
        """The rules that a selector means; none where a plugin that has them is missing."""
        try:
            return find(selector, self.rules)
        except UnknownRule:
            return []

    def _selected(self, selector: str) -> list[type[Rule]]:
        """The rules that a selector turns on; the start of a code means no rule that came after the edition."""
        return [rule for rule in self.meant(selector) if rule not in self._newer or _names(selector, rule)]

    @property
    def knows_files(self) -> bool:
        """Whether it says anything else of some files than of the others."""
        return bool(self._ignores) or self._has_mappings

    def ignored(self, path: Path) -> Mapping[type[Rule], Decided]:
        """The rules that do not apply to a file (an absolute path), each with what says so."""
        found: dict[type[Rule], Decided] = {}
        for layer, glob, selectors in self._ignores:
            inside = within(path, layer)
            if inside is not None and matches(glob, inside):
                for number, selector in enumerate(selectors):
                    decided = Decided(selector, layer, ("lint", "per-file-ignores", glob, number))
                    found |= dict.fromkeys(self.meant(selector), decided)
        return {rule: decided for rule, decided in found.items() if rule not in self.imposed_rules}

    @cached_property
    def _ignores(self) -> list[tuple[Layer, str, list[str]]]:
        path = ("lint", "per-file-ignores")
        return [(layer, glob, names) for layer in self.layers for glob, names in (layer.get(path) or {}).items()]

    # --- levels and options -----------------------------------------------------------------------------------------

    @cached_property
    def _levels(self) -> list[tuple[int, Decided, frozenset[type[Rule]]]]:
        """The levels stated, the most specific first: a rule's own, then the longer start of a code."""
        found = []
        for selector, decided in self.joined("lint", "levels").items():
            meant = frozenset(self.meant(selector))
            upper = selector.strip().upper()
            exact = any(_names(selector, rule) for rule in meant)
            found.append((1000 if exact else 0 if upper == "ALL" else len(upper), decided, meant))
        return sorted(found, key=lambda each: -each[0])

    def levels(self, rule: type[Rule]) -> list[Decided]:
        """What is stated of a rule's level, the most specific first: a level, or one for each of some statuses."""
        edition = self.decided("edition")
        former = next((level for last, level in sorted(rule.formerly.items()) if edition.value <= last), None)
        stated = [decided for _, decided, meant in self._levels if rule in meant]
        return [*stated, Decided(former, edition.layer, edition.path)] if former else stated

    def level(self, rule: type[Rule], status: str = "") -> Decided:
        """The level of a rule's findings in goals of a status."""
        for decided in self.levels(rule):
            if isinstance(decided.value, str):
                return decided
            if status in decided.value:
                return Decided(decided.value[status], decided.layer, (*decided.path, status))
        return Decided(rule.level)

    def options(self, rule: type[Rule]) -> dict[str, Decided]:
        """The options of a rule: as stated, else as another key that it follows says, else as the profile has it."""
        return {option.name: self._option(rule, option) for option in rule.options}

    def _option(self, rule: type[Rule], option: Option) -> Decided:
        stated = self.joined("lint", "rules", rule.name).get(option.name)
        usual: Any = option.profiles.get(self.profile, option.default)
        if stated is not None:
            if isinstance(stated.value, Mapping) and isinstance(usual, Mapping):
                parts = {key: each.value for key, each in self.joined("lint", "rules", rule.name, option.name).items()}
                return Decided({**usual, **parts}, stated.layer, stated.path)
            return stated
        if option.follows:
            followed = self.decided(*option.follows.split("."))
            if followed.value is not None:
                return followed
        return Decided(usual, profile=self.profile if self.profile in option.profiles else "")

    def misordered(self) -> Iterator[Mistake]:
        """Options of which one number is more than another that must not be less, where only one of them is stated."""
        for rule in self.rules:
            for option in rule.options:
                names = option.schema.get(ASCENDING)
                if not names:
                    continue
                decided = self._option(rule, option)
                if decided.layer is not None and not ascends(decided.value, names):
                    yield misordered(decided.layer, decided.path, decided.value, names)

    def mapping(self, path: Path) -> DocumentMapping:
        """What is said of the names in a document (an absolute path)."""
        if not self._has_mappings:
            return NOTHING
        from smartlint.configuration.documents import mapping_of  # here: most configurations say nothing of documents

        return mapping_of(self.layers, path)

    @cached_property
    def _has_mappings(self) -> bool:
        return any("documents" in layer.data for layer in self.layers)

    # --- files --------------------------------------------------------------------------------------------------------

    def includes(self, path: Path) -> bool:
        """Whether a file that is come upon in a folder is one to check."""
        return self._is_listed("include", path) if self.decided("include").layer else path.name.lower().endswith(ENDING)

    def excludes(self, path: Path) -> bool:
        """Whether a file is to be passed by."""
        return self._is_listed("exclude", path)

    def _is_listed(self, name: str, path: Path) -> bool:
        decided = self.decided(name)
        inside = within(path, decided.layer) if decided.layer else None
        return inside is not None and any(matches(glob, inside) for glob in decided.value)


def within(path: Path, layer: Layer) -> str | None:
    """A path relative to the folder that a layer speaks of, with forward slashes; None where it lies outside."""
    return path.relative_to(layer.folder).as_posix() if path.is_relative_to(layer.folder) else None


def _names(selector: str, rule: type[Rule]) -> bool:
    """Whether a selector is a rule's own code or name."""
    return selector.strip().upper() in (rule.code, rule.name.upper())


def _items(layer: Layer, name: str) -> list[Decided]:
    stated: Sequence[str] = layer.get(("lint", name)) or ()
    return [Decided(selector, layer, ("lint", name, number)) for number, selector in enumerate(stated)]
