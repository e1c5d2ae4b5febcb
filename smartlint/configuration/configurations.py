"""The configurations of a run: each file is judged by the one nearest to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from smartlint import __version__
from smartlint.configuration import cache, definition
from smartlint.configuration.chain import Chains, waiver_files
from smartlint.configuration.configuration import Configuration, Decided
from smartlint.configuration.data import tables
from smartlint.configuration.declaring import Declaring
from smartlint.configuration.formats import Known, has_holidays, is_met, near
from smartlint.configuration.layer import Layer, absolute, parse
from smartlint.configuration.mistake import Mistake, Mistakes
from smartlint.configuration.roster import Roster, roster
from smartlint.configuration.waivers import waivers
from smartlint.linter import ConfigWarning, Settings
from smartlint.registry import BrokenPlugin, UnknownPlugin, load
from smartlint.rule import Rule
from smartlint.translation import fill, translate
from smartlint.waiver import Waiver


class Configurations:
    """Finds, reads, checks and remembers configurations.

    ``file`` is the one that holds for all files; without it, each file has the nearest one, and with ``isolated`` none.
    ``above`` are layers that come after all files: what the command line says. What is wrong is collected in
    ``mistakes``; ask for them before anything is judged.
    """

    def __init__(
        self,
        *,
        file: Path | None = None,
        isolated: bool = False,
        above: Sequence[Layer] = (),
        plugins: tuple[str, ...] = (),
        language: str = "en",
    ) -> None:
        self._file = file
        self._isolated = isolated
        self._above = tuple(above)
        self._plugins = plugins
        self._language = language
        self._chains = Chains()
        self._of_folders: dict[Path, Configuration] = {}
        self._found: dict[tuple[Path | None, tuple[Path, ...]], Configuration] = {}
        self._settings: dict[tuple[int, frozenset[type[Rule]], date], Settings] = {}
        self._mistakes: list[Mistake] = []
        self._schemas: dict[str, Mapping[str, Any]] = {}
        self._waivers: dict[Path, tuple[Waiver, ...]] = {}
        self._waivers_of: dict[int, tuple[Waiver, ...]] = {}
        self._warnings: dict[int, list[ConfigWarning]] = {}
        self._declaring = Declaring()
        for layer in self._above:
            self._mistakes += self._of_the_time(layer)

    @property
    def mistakes(self) -> list[Mistake]:
        """What was found to be wrong so far."""
        return [*self._chains.mistakes, *self._mistakes]

    def must_be_right(self) -> None:
        """Raises ``Mistakes`` if anything was found to be wrong so far."""
        if self.mistakes:
            raise Mistakes(self.mistakes)

    @property
    def known(self) -> tuple[type[Rule], ...]:
        """The rules that the configurations read so far know, with those of their plugins."""
        rules = {rule.code: rule for configuration in self._found.values() for rule in configuration.rules}
        return tuple(rules[code] for code in sorted(rules))

    def of(self, path: str | Path) -> Configuration:
        """The configuration of a file, or of a folder that is named with a slash at its end."""
        return self._of_folder(absolute(path) if str(path).endswith("/") else absolute(path).parent)

    def common(self, paths: Iterable[str]) -> Configuration:
        """The configuration of the nearest folder that holds all these files."""
        return self._of_folder(common_folder(paths))

    def _of_folder(self, folder: Path) -> Configuration:
        if folder not in self._of_folders:
            self._of_folders[folder] = self._nearest(folder)
        return self._of_folders[folder]

    def _nearest(self, folder: Path) -> Configuration:
        path = None if self._isolated else self._file or self._chains.nearest(folder)
        below = self._chains.of(path) if path else []
        excused = () if self._isolated else tuple(waiver_files(below, folder))
        key = (path, excused)
        if key not in self._found:
            self._found[key] = self._made(below, excused)
        return self._found[key]

    def takes(self, path: Path) -> bool:
        """Whether a file that is come upon in a folder is one to check."""
        place = absolute(path)
        configuration = self._of_folder(place.parent)
        return configuration.includes(place) and not configuration.excludes(place)

    def excludes(self, path: str) -> bool:
        """Whether a file is to be passed by even if it is named."""
        return self.of(path).excludes(absolute(path))

    def settings(self, path: str, today: date) -> Settings:
        """What a file is judged by, by its path as findings show it; the same object for files that nothing sets apart.

        A path that ends with a slash is a folder: it has the configuration of the files in it, without exceptions.
        """
        configuration = self.of(path)
        ignored = frozenset() if path.endswith("/") else frozenset(configuration.ignored(absolute(path)))
        key = (id(configuration), ignored, today)
        if key not in self._settings:
            self._settings[key] = self._made_settings(configuration, ignored, today)
        return self._settings[key]

    def _made_settings(self, configuration: Configuration, ignored: frozenset[type[Rule]], today: date) -> Settings:
        on = tuple(rule for rule in configuration.enabled if rule not in ignored or rule.always)
        return Settings(
            rules=on,
            today=today,
            language=configuration.language,
            profile=configuration.profile,
            roster=configuration.roster.people,
            known=configuration.rules,
            waivers=self._waivers_of[id(configuration)],
            warnings=tuple(self._warnings[id(configuration)]),
            configured={
                rule: {name: decided.value for name, decided in configuration.options(rule).items()}
                for rule in on
                if rule.options
            },
            levels={rule: tuple(decided.value for decided in stated) for rule in on if (stated := configuration.levels(rule))},
            fiscal_year_starts=configuration.fiscal_year_starts,
        )

    # --- making one -------------------------------------------------------------------------------------------------

    def _made(self, below: list[Layer], excused: Sequence[Path]) -> Configuration:
        """The configuration of files, what is extended first; what is wrong with it is kept in mind."""
        above = [each for layer in self._above for each in self._chains.above(layer)]
        layers = [*below, *(layer for layer in above if layer not in below)]
        too_old = [mistake for layer in layers for mistake in self._of_the_time(layer)]
        self._mistakes += too_old
        rules, broken, warnings = self._rules(layers)
        declared = tuple(_declared(layers))
        known = Known(rules, declared, lenient=broken)
        people, data = Roster(), dict[str, Any]()
        if not too_old:
            people, wrong = roster(layers)
            data, missing = tables(layers)
            for layer in layers:
                wrong += self._checked(layer, known, definition.schema)
            wrong += [*missing, *_overlapping_codes(layers)]
            stated, misdeclared = self._declaring.rules(layers, data, wrong)
            rules = (*rules, *stated)
            self._mistakes += [*wrong, *misdeclared]
        found = tuple(waiver for path in excused for waiver in self._waivers_in(path, known))
        if self.mistakes:
            layers = []  # nothing is judged any more: only more mistakes are looked for
        configuration = Configuration(tuple(layers), rules, people, data)
        self._waivers_of[id(configuration)] = found
        self._warnings[id(configuration)] = warnings + self._without_holidays(configuration)
        return configuration

    def _of_the_time(self, layer: Layer) -> list[Mistake]:
        """The layer asks for another version: whatever else is wrong with it may be right there."""
        wanted = layer.data.get("required-version")
        if not isinstance(wanted, str) or not wanted.strip() or is_met(wanted):
            return []
        message = "this is smartlint {version}, and {wanted} is required"
        return [layer.mistake(("required-version",), message, version=__version__, wanted=wanted)]

    def _rules(self, layers: Sequence[Layer]) -> tuple[tuple[type[Rule], ...], bool, list[ConfigWarning]]:
        """The rules there are, whether a plugin is missing, and what is to be said of plugins."""
        named = [
            Decided(name, layer, ("plugins", number))
            for layer in layers
            for number, name in enumerate(_list(layer.data.get("plugins")))
            if isinstance(name, str) and name
        ]
        working = self._plugins
        warnings: list[ConfigWarning] = []
        broken = False
        for decided in named:
            assert decided.layer is not None
            try:
                load((*working, decided.value))
                working = (*working, decided.value)
            except UnknownPlugin as error:
                broken = True
                message, nearest = "no plugin `{name}` is installed", near(decided.value, error.offered)
                self._mistakes.append(decided.layer.mistake(decided.path, message, nearest, name=decided.value))
            except BrokenPlugin as error:
                broken = True
                text = self._say(
                    "the plugin `{name}` does not work, and its rules are left out: {error}", name=decided.value, error=error
                )
                warnings.append(ConfigWarning(text, decided.layer.source, decided.layer.span(decided.path)))
        return load(tuple(dict.fromkeys(working))), broken, warnings

    def _checked(
        self, layer: Layer, known: Known, schema: Callable[[Sequence[type[Rule]]], Mapping[str, Any]]
    ) -> list[Mistake]:
        """What is wrong with a layer; one that was found to be right before is taken at its word."""
        mark = f"{schema.__name__} {has_holidays()} {definition.fingerprint(known.rules, known.declared)}"
        if layer.trusted or (mark in layer.verified and not known.lenient):
            return []
        from smartlint.configuration.verify import mistakes  # here: it needs jsonschema

        if mark not in self._schemas:
            self._schemas[mark] = schema(known.rules)
        wrong = list(mistakes(layer, self._schemas[mark], known))
        if not wrong and not known.lenient:
            kept = cache.Kept(dict(layer.data), layer.verified | {mark})
            cache.store(layer.key, kept)
        return wrong

    def _waivers_in(self, path: Path, known: Known) -> tuple[Waiver, ...]:
        if path not in self._waivers:
            layer = self._chains.layer(path)
            wrong = self._checked(layer, known, definition.waivers_schema) if layer else []
            self._mistakes += wrong
            self._waivers[path] = tuple(waivers(layer)) if layer and not wrong else ()
        return self._waivers[path]

    def _without_holidays(self, configuration: Configuration) -> list[ConfigWarning]:
        decided = configuration.decided("calendar", "holidays")
        if decided.layer is None or has_holidays():
            return []
        text = self._say("public holidays need the Python package `holidays`: pip install smartlint[holidays]")
        return [ConfigWarning(text, decided.layer.source, decided.layer.span(decided.path))]

    def _say(self, english: str, **params: Any) -> str:
        return fill(translate(english, self._language), params, self._language)


def common_folder(paths: Iterable[str]) -> Path:
    """The nearest folder that holds all these files; the current one where there are none."""
    folders = [absolute(path).parent for path in paths] or [Path.cwd()]
    return Path(os.path.commonpath(folders))


def stated(text: str, shown: str) -> Layer:
    """The layer that a piece of TOML is which stands in no file. Raises ``Mistakes``."""
    layer = parse(text, shown, Path.cwd())
    assert layer is not None  # only a table that is looked for can be missing
    return layer


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _declared(layers: Iterable[Layer]) -> Iterable[tuple[str, str]]:
    """The codes and names of the rules that configurations declare."""
    for layer in layers:
        for entry in _list(layer.data.get("rule")):
            if isinstance(entry, dict):
                yield str(entry.get("code", "")), str(entry.get("name", ""))


def _overlapping_codes(layers: Sequence[Layer]) -> list[Mistake]:
    """Rules declared in one file with the code or the name of one in another."""
    found: list[Mistake] = []
    for name in ("code", "name"):
        first: dict[str, Layer] = {}
        for layer in layers:
            for number, entry in enumerate(_list(layer.data.get("rule"))):
                value = entry.get(name) if isinstance(entry, dict) else None
                if isinstance(value, str) and first.setdefault(value, layer) is not layer:
                    message = "`{value}` is taken: see {file}"
                    found.append(layer.mistake(("rule", number, name), message, value=value, file=first[value].source.path))
    return found
