"""The configurations of a run: each file is judged by the one nearest to it."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartlint.configuration import definition
from smartlint.configuration.chain import Chains, waiver_files
from smartlint.configuration.checking import Checking, of_the_time
from smartlint.configuration.configuration import Configuration
from smartlint.configuration.data import tables
from smartlint.configuration.declaring import Declaring, declared_names, entries, overlapping
from smartlint.configuration.file_settings import file_settings
from smartlint.configuration.fingerprint import of_file, of_layers
from smartlint.configuration.formats import Known, has_holidays
from smartlint.configuration.layer import SETTINGS, Layer, absolute, parse
from smartlint.configuration.mistake import Mistake, Mistakes
from smartlint.configuration.plugins import plugins, warning
from smartlint.configuration.roster import Roster, roster
from smartlint.configuration.waivers import waivers
from smartlint.files import ENDING, STDIN, File, Walk, find, is_folder
from smartlint.linter import ConfigWarning, Settings
from smartlint.policy.policy import Policy
from smartlint.readers.mapping import DocumentMapping
from smartlint.rule import Rule
from smartlint.source import Source
from smartlint.waiver import Waiver

if TYPE_CHECKING:
    from smartlint.configuration.policies import Policies, Stated

#: What settings are made of: a configuration by identity, what does not apply, the day, policies, whether they judge alone.
_Key = tuple[int, frozenset[type[Rule]], date, tuple[Policy, ...], bool, DocumentMapping]
#: Where a file lies whose place matters to nobody.
_ANYWHERE = Path()


class Configurations:
    """Finds, reads, checks and remembers configurations.

    ``file`` is the one that holds for all files; without it, each file has the nearest one, and with ``isolated`` none.
    ``above`` are layers that come after all files: what the command line says. ``imposed`` are the names of files, or of
    packages, whose policies, rules and tables hold whatever the others say. What is wrong is collected in ``mistakes``; ask
    for them before anything is judged.
    """

    def __init__(
        self,
        *,
        file: Path | None = None,
        isolated: bool = False,
        above: Sequence[Layer] = (),
        imposed: Sequence[Source] = (),
        language: str = "en",
    ) -> None:
        self._file = file
        self._isolated = isolated
        self._above = tuple(above)
        self._plugins: dict[str, None] = {}
        self._language = language
        self._chains = Chains()
        self._declaring = Declaring(self._chains.above)
        self._of_folders: dict[Path, Configuration] = {}
        self._of_places: dict[tuple[str, str], Configuration] = {}  # by the current folder and how one was named
        self._found: dict[tuple[Path | None, tuple[Path, ...]], Configuration] = {}
        self._settings: dict[_Key, Settings] = {}
        self._mistakes: list[Mistake] = []
        self._checking = Checking()
        self._waivers: dict[Path, tuple[Waiver, ...]] = {}
        self._waivers_of: dict[int, tuple[Waiver, ...]] = {}
        self._warnings: dict[int, tuple[ConfigWarning, ...]] = {}
        self._fingerprints: dict[int, str] = {}
        self._stated: dict[int, tuple[list[Stated], Path]] = {}
        self._made_by = functools.partial(
            Configurations, file=file, isolated=isolated, above=above, imposed=imposed, language=language
        )
        self._imposed = tuple(dict.fromkeys(layer for named in imposed for layer in self._chains.imposed(named)))
        for layer in self._above:
            self._mistakes += of_the_time(layer)

    def __reduce__(self) -> tuple[Callable[[], Configurations], tuple[()]]:
        """In another process it finds the same files and reads them again."""
        return self._made_by, ()

    @property
    def mistakes(self) -> list[Mistake]:
        """What was found to be wrong so far."""
        return self._chains.told((*self._chains.mistakes, *self._mistakes))

    def must_be_right(self) -> None:
        """Raises ``Mistakes`` if anything was found to be wrong so far."""
        if self.mistakes:
            raise Mistakes(self.mistakes)

    @property
    def known(self) -> tuple[type[Rule], ...]:
        """The rules that the configurations read so far know, with those of their plugins."""
        rules = {rule.code: rule for configuration in self._found.values() for rule in configuration.rules}
        return tuple(rules[code] for code in sorted(rules))

    @property
    def read(self) -> list[tuple[Configuration, Sequence[Stated]]]:
        """The configurations read so far, with the policies that each states or is subject to."""
        return [(configuration, self._stated[id(configuration)][0]) for configuration in self._found.values()]

    @property
    def plugins(self) -> tuple[str, ...]:
        """The plugins that the configurations read so far name, and that work."""
        return tuple(self._plugins)

    def warnings(self, configuration: Configuration) -> Sequence[ConfigWarning]:
        """What is to be said of a configuration that is right: plugins that do not work, packages that are missing."""
        return self._warnings[id(configuration)]

    def of(self, path: str | Path) -> Configuration:
        """The configuration of a file, or of a folder that is named with a slash at its end."""
        place = os.getcwd(), os.path.dirname(path)  # noqa: PTH109, PTH120 - it is asked so often that a Path takes too long
        if place not in self._of_places:
            self._of_places[place] = self._of_folder(absolute(place[1]))
        return self._of_places[place]

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

    def are_part(self, paths: Sequence[str], stdin_name: str = "") -> bool:
        """Whether a project has more goal files than these: it is what lies below its configuration and its waivers.

        Single files are always taken for a part; without a configuration, a folder is taken for the whole.
        """
        named = [absolute(stdin_name if path == STDIN else path) for path in paths if path != STDIN or stdin_name]
        folders = [path for path in named if is_folder(path)]
        if not folders:
            return True
        homes = {self._home(path if path in folders else path.parent) for path in named}
        wider = [str(home) for home in homes if not any(home.is_relative_to(folder) for folder in folders)]
        others = (absolute(file.place) for file in find(wider, walk=self.walk) if file.place) if wider else ()
        return any(place not in named and not any(place.is_relative_to(folder) for folder in folders) for place in others)

    def _home(self, folder: Path) -> Path:
        if self._isolated:
            return folder
        path = None if self._file else self._chains.nearest(folder)
        stated = waiver_files(self._chains.of(path) if path else [], folder)
        homes = [each.parent for each in (path, *stated) if each and folder.is_relative_to(each.parent)]
        return min([folder, *homes], key=lambda home: len(home.parts))

    def takes(self, path: Path) -> bool:
        """Whether a file that is come upon in a folder is one to check."""
        place = absolute(path)
        configuration = self._of_folder(place.parent)
        if place.name in SETTINGS or not configuration.includes(place) or configuration.excludes(place):
            return False
        return not _is_own_review(place)

    def excludes(self, path: str) -> bool:
        """Whether a file is to be passed by even if it is named."""
        return self.of(path).excludes(absolute(path))

    @property
    def walk(self) -> Walk:
        """Which files are taken in folders; where policies are imposed, no folder hides one from them."""
        return Walk(self.takes, self.governs, thorough=bool(self._imposed))

    def governs(self, path: Path) -> bool:
        """Whether policies judge a file that is passed by otherwise."""
        configuration, place = self.of(path), absolute(path)
        is_goal_file = place.name.lower().endswith(ENDING) or (configuration.includes(place) and not _is_own_review(place))
        return is_goal_file and bool(self._in_force(configuration, place, passed_by=True))

    def _in_force(self, configuration: Configuration, path: Path, *, passed_by: bool) -> tuple[Policy, ...]:
        stated, nearest = self._stated[id(configuration)]
        if not stated:
            return ()
        from smartlint.configuration.policies import in_force  # here: most configurations state no policy

        return in_force(stated, path, configuration.profile, nearest, passed_by=passed_by)

    def judging(self, files: Iterable[File], today: date) -> Callable[[str], Settings]:
        """What each of these files, and any folder, is judged by, by its path."""
        aside = {file.path for file in files if file.passed_by}
        return lambda path: self.settings(path, today, passed_by=path in aside)

    def settings(self, path: str, today: date, *, passed_by: bool = False) -> Settings:
        """What a file is judged by, by its path as findings show it; the same object for files that nothing sets apart.

        A path that ends with a slash is a folder: it has the configuration of the files in it, without exceptions. Files that
        are ``passed_by`` are judged by policies alone.
        """
        configuration, is_folder = self.of(path), path.endswith("/")
        place = absolute(path) if configuration.knows_files or self._stated[id(configuration)][0] else _ANYWHERE
        policies = () if is_folder else self._in_force(configuration, place, passed_by=passed_by)
        ignored = frozenset(configuration.rules if passed_by else () if is_folder else configuration.ignored(place))
        mapping = configuration.mapping(place)
        if mapping and any(policy.stated != "advisory" for policy in policies):
            mapping = mapping.firm()  # what a policy binds is not hidden from it by another name
        key = (id(configuration), ignored, today, policies, passed_by, mapping)
        if key not in self._settings:
            self._settings[key] = file_settings(
                configuration,
                ignored,
                today,
                waivers=self._waivers_of[id(configuration)],
                warnings=self._warnings[id(configuration)],
                policies=policies,
                passed_by=passed_by,
                mapping=mapping,
                fingerprint=of_file(self._fingerprints[id(configuration)], ignored, policies, passed_by, mapping),
            )
        return self._settings[key]

    # --- making one -------------------------------------------------------------------------------------------------

    def _made(self, below: list[Layer], excused: Sequence[Path]) -> Configuration:
        """The configuration of files, what is extended first; what is wrong with it is kept in mind."""
        above = [each for layer in self._above for each in self._chains.above(layer)]
        layers = [*below, *(layer for layer in above if layer not in below)]
        stating = [*layers, *(layer for layer in self._imposed if layer not in layers)]
        too_old = [mistake for layer in stating for mistake in of_the_time(layer)]
        self._mistakes += too_old
        named = plugins(stating, self._language, needed=self._under_policies(stating))
        self._mistakes += named.mistakes
        self._plugins |= dict.fromkeys(named.working)
        rules, known = named.rules, Known(named.rules, tuple(declared_names(stating)), lenient=named.broken)
        people = Roster()
        policies: list[Stated] = []
        named_tables: dict[str, Any] = {}
        overlaps = list(overlapping(stating, self._imposed))
        left_out = {one.place for one in overlaps}
        if not too_old:
            people, wrong = roster(layers)
            named_tables, missing = tables(stating)
            for layer in stating:
                wrong += self._checking.mistakes(layer, known, definition.schema)
            wrong += [*missing, *roster(self._imposed)[1]]
            wrong += [one.mistake for one in overlaps if not (one.same or one.outdone)]
            stated, misdeclared = self._declaring.rules(stating, people, wrong, left_out)
            rules = (*rules, *stated)
            self._mistakes += [*wrong, *misdeclared]
        found = tuple(waiver for path in excused for waiver in self._waivers_in(path, known))
        if not self.mistakes and any(entries(layer, "policy") for layer in stating):
            policies, wrong = self._policies.of(stating, rules, left_out)
            self._mistakes += wrong
        if self.mistakes:
            layers = []  # nothing is judged any more: only more mistakes are looked for
        configuration = Configuration(tuple(layers), rules, people, self._imposed)
        self._mistakes += configuration.misordered()
        if self._imposed and not self.mistakes:
            policies += self._policies.of_rules(configuration)
        read = (*stating, *self._under_policies(stating))
        self._fingerprints[id(configuration)] = of_layers(read, people, named_tables)
        self._stated[id(configuration)] = policies, below[-1].folder if below else Path.cwd()
        self._waivers_of[id(configuration)] = found
        outdone = [one.mistake for one in overlaps if one.outdone and not one.same]
        taken = [ConfigWarning(one.text(self._language), one.source, one.span) for one in outdone]
        self._warnings[id(configuration)] = (*named.warnings, *taken, *self._without_holidays(configuration))
        return configuration

    def _under_policies(self, layers: Sequence[Layer]) -> list[Layer]:
        """The layers that policies, and what is imposed, rest on."""
        firm = [layer for layer in layers if layer in self._imposed or entries(layer, "policy")]
        return [each for layer in firm for each in self._chains.above(layer)]

    @cached_property
    def _policies(self) -> Policies:
        from smartlint.configuration.policies import Policies

        return Policies(self._chains.above, self._imposed)

    def _waivers_in(self, path: Path, known: Known) -> tuple[Waiver, ...]:
        if path not in self._waivers:
            layer = self._chains.layer(path)
            wrong = self._checking.mistakes(layer, known, definition.waivers_schema) if layer else []
            self._mistakes += wrong
            self._waivers[path] = tuple(waivers(layer)) if layer and not wrong else ()
        return self._waivers[path]

    def _without_holidays(self, configuration: Configuration) -> Iterator[ConfigWarning]:
        asked = configuration.decided("calendar", "holidays")
        if asked.layer is not None and not has_holidays():
            text = "public holidays need the Python package `holidays`: pip install smartlint[holidays]"
            yield from warning(asked, self._language, text)


def _is_own_review(path: Path) -> bool:
    if path.name.lower().endswith(ENDING):
        return False
    from smartlint.own_reviews import is_own_review  # here: where all are goal files, nobody asks

    return is_own_review(path)


def common_folder(paths: Iterable[str]) -> Path:
    """The nearest folder that holds all these files; the current one where there are none."""
    folders = {os.path.dirname(path) for path in paths}  # noqa: PTH120 - there are fewer of them than of paths
    return Path(os.path.commonpath([absolute(folder) for folder in folders or (".",)]))


def stated(text: str, shown: str) -> Layer:
    """The layer that a piece of TOML is which stands in no file. Raises ``Mistakes``."""
    layer = parse(text, shown, Path.cwd())
    assert layer is not None  # only a table that is looked for can be missing
    return layer
