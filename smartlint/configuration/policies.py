"""The policies of configurations: each ``[[policy]]`` becomes one, or a mistake with its place."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from smartlint.configuration.configuration import Configuration, within
from smartlint.configuration.declaring import Place, entries
from smartlint.configuration.formats import period
from smartlint.configuration.globs import matches
from smartlint.configuration.layer import Layer
from smartlint.configuration.mistake import Mistake
from smartlint.configuration.roster import roster
from smartlint.facts import fold
from smartlint.policy.policy import Match, Policy
from smartlint.record import dataclass
from smartlint.rule import Rule

#: Where it stands in its file: the table, and its number in that.
_Place = tuple[Literal["policy", "rule"], int]


@dataclass(frozen=True, eq=False)
class Stated:
    """A policy with what only files tell of: their patterns and profiles.

    ``layer`` and ``place`` are where it stands, ``entry`` is what it says, ``ancestors`` are the layers that its own extends,
    and that last. It is ``imposed`` where the command line or the environment names its file.
    """

    policy: Policy
    layer: Layer
    place: _Place
    entry: Mapping[str, Any]
    ancestors: tuple[Layer, ...]
    imposed: bool

    def speaks_of(self, path: Path, profile: str | None, nearest: Path) -> bool:
        """Whether it speaks of a file (an absolute path) judged by a profile, or by any; ``nearest`` is as for ``spares``."""
        match = self.entry.get("match", {})
        profiles, globs = _texts(match.get("profile")), _texts(match.get("path"))
        is_judged_so = not profiles or profile is None or profile in profiles
        return is_judged_so and (not globs or self._is_one_of(globs, self.layer, path, nearest))

    def spares(self, path: Path, nearest: Path) -> bool:
        """Whether the file that states it, or one that this extends, excludes a file.

        Patterns are relative to the file that states them, if that stands above the other; else, as those of a package do,
        to the current folder where it is imposed, and to the folder of the ``nearest`` configuration where it is not.
        """
        last = next((layer for layer in reversed(self.ancestors) if layer.get(("exclude",)) is not None), None)
        return last is not None and self._is_one_of(last.get(("exclude",)), last, path, nearest)

    def _is_one_of(self, globs: Sequence[str], layer: Layer, path: Path, nearest: Path) -> bool:
        inside = within(path, layer)
        if inside is None:
            base = Path.cwd() if self.imposed else nearest
            inside = path.relative_to(base if path.is_relative_to(base) else path.anchor).as_posix()
        return any(matches(glob, inside) for glob in globs)


class Policies:
    """Makes each policy once for the same rules, so that configurations which share one share it.

    The options and levels that it does not state itself are those of the file that it stands in, and of what that extends,
    and so are the roster and the calendar, if there are any: never those of a file that is nearer to the goals.
    """

    def __init__(self, above: Callable[[Layer], Sequence[Layer]], imposed: Sequence[Layer]) -> None:
        self._above = above
        self._imposed = imposed
        self._made: dict[tuple[int, _Place, tuple[type[Rule], ...]], tuple[Policy | None, list[Mistake]]] = {}

    def of(
        self, layers: Sequence[Layer], rules: tuple[type[Rule], ...], left_out: Container[Place]
    ) -> tuple[list[Stated], list[Mistake]]:
        """The policies of layers that were found to be right."""
        found: list[Stated] = []
        mistakes: list[Mistake] = []
        every = [(layer, *each) for layer in layers for each in enumerate(entries(layer, "policy"))]
        for layer, number, entry in every:
            if (id(layer), "policy", number) not in left_out:
                stated, wrong = self._of(layer, ("policy", number), entry, rules)
                found += stated
                mistakes += wrong
        return found, mistakes

    def of_rules(self, configuration: Configuration) -> Iterator[Stated]:
        """What imposed rules count as that no policy selects: each as a policy that selects it for every goal.

        That is waivable where the rule's file takes what it finds for an error, and advisory where it does not.
        """
        for rule, decided in configuration.imposed_rules.items():
            assert decided.layer is not None and isinstance(decided.path[1], int)
            own = Configuration(tuple(self._above(decided.layer)), configuration.rules)
            enforcement = "waivable" if own.level(rule).value == "error" else "advisory"
            entry = {"name": rule.name, "select": [rule.code], "enforcement": enforcement}
            yield from self._of(decided.layer, ("rule", decided.path[1]), entry, configuration.rules)[0]

    def _of(
        self, layer: Layer, place: _Place, entry: Mapping[str, Any], rules: tuple[type[Rule], ...]
    ) -> tuple[list[Stated], list[Mistake]]:
        key, above = (id(layer), place, rules), tuple(self._above(layer))
        if key not in self._made:
            people, unread = roster(above)
            reader = _Reader(layer, place, entry, Configuration(above, rules, people))
            wrong = [*unread, *reader.mistakes()]
            self._made[key] = None if wrong else reader.policy(), wrong
        policy, wrong = self._made[key]
        return [Stated(policy, layer, place, entry, above, layer in self._imposed)] if policy else [], wrong


class _Reader:
    """Reads a policy; ``base`` is what holds where it says nothing."""

    def __init__(self, layer: Layer, place: _Place, entry: Mapping[str, Any], base: Configuration) -> None:
        self._layer = layer
        self._place = place
        self._base = base
        self._entry = entry
        self._options: Mapping[str, Any] = entry.get("rules", {})
        selected = [rule for selector in self._entry.get("select", ()) for rule in base.meant(selector)]
        self._rules = tuple(dict.fromkeys((*selected, *(rule for rule in base.rules if rule.name in self._options))))
        self._levels = [(selector, frozenset(base.meant(selector))) for selector in self._entry.get("levels", {})]

    def _mistake(self, keys: tuple[str | int, ...], message: str, **params: Any) -> Mistake:
        return self._layer.mistake((*self._place, *keys), message, name=self._entry["name"], **params)

    def mistakes(self) -> Iterator[Mistake]:
        """What is wrong with it that a schema cannot tell."""
        if not self._rules and "waivers" not in self._entry:
            yield self._mistake(("name",), "the policy `{name}` asks for nothing: state `select`, `rules` or `waivers`")
        for selector, meant in self._levels:
            if meant.isdisjoint(self._rules):
                yield self._mistake(("levels", selector), "the policy `{name}` does not select `{value}`", value=selector)
        enforcement = self._entry.get("enforcement", "advisory")
        if "from" in self._entry and enforcement == "advisory":
            yield self._mistake(("from",), "the policy `{name}` is advisory, and binds on no day: state `enforcement`")
        if "waivers" in self._entry and enforcement == "mandatory":
            yield self._mistake(("waivers",), "the policy `{name}` is mandatory, and accepts no waivers")

    def policy(self) -> Policy:
        entry, base = self._entry, self._base
        configured = {rule: {name: one.value for name, one in base.options(rule).items()} for rule in self._rules}
        for rule in self._rules:
            for name, value in self._options.get(rule.name, {}).items():
                usual = configured[rule].get(name)
                is_table = isinstance(value, Mapping) and isinstance(usual, Mapping)
                configured[rule][name] = dict(usual or {}, **value) if is_table else value
        waivers = entry.get("waivers", {})
        return Policy(
            name=entry["name"],
            source=self._layer.source,
            span=self._layer.span((*self._place, "name")),
            stated=entry.get("enforcement", "advisory"),
            match=self._match(entry.get("match", {})),
            rules=self._rules,
            configured={rule: options for rule, options in configured.items() if options},
            levels={rule: levels for rule in self._rules if (levels := tuple(self._levels_of(rule)))},
            roster=base.roster.people,
            since=date.fromisoformat(entry["from"]) if "from" in entry else None,
            reason=entry.get("reason", ""),
            max_days=waivers.get("max-days", 0),
            approvers=tuple(waivers.get("approvers", ())),
            fiscal_year_starts=base.fiscal_year_starts if base.decided("calendar", "fiscal-year-starts").layer else 0,
        )

    def _levels_of(self, rule: type[Rule]) -> Iterator[Any]:
        """Its own levels, the most specific first, before those of the file that it stands in."""
        stated = self._entry.get("levels", {})
        for selector, _ in sorted(self._levels, key=lambda one: len(one[1])):
            if rule in self._base.meant(selector):
                yield stated[selector]
        yield from (decided.value for decided in self._base.levels(rule))

    def _match(self, stated: Mapping[str, Any]) -> Match:
        def words(name: str) -> frozenset[str]:
            return frozenset(_texts(stated.get(name)))

        def names(name: str) -> frozenset[str]:
            return frozenset(map(fold, words(name)))

        months = self._base.fiscal_year_starts
        return Match(
            teams=names("team"),
            owners=names("owner"),
            tags=frozenset(tag.removeprefix("#") for tag in names("tags")),
            levels=words("level"),
            kinds=words("kind"),
            statuses=words("status"),
            periods=tuple(days for text in _texts(stated.get("period")) if (days := period(text, months))),
        )


def _texts(value: Any) -> Sequence[str]:
    """A text or several, as several."""
    return [value] if isinstance(value, str) else list(value or ())


def in_force(stated: Sequence[Stated], path: Path, profile: str, nearest: Path, *, passed_by: bool) -> tuple[Policy, ...]:
    """The policies that speak of a file; of one that is passed by, those that are imposed or mandatory."""
    return tuple(
        one.policy
        for one in stated
        if (not passed_by or one.imposed or one.policy.stated == "mandatory")
        and one.speaks_of(path, profile, nearest)
        and not one.spares(path, nearest)
    )
