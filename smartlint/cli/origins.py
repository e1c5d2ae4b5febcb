"""Who decided what about a rule at a goal: the line of a configuration, a profile, a policy, or the rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from smartlint.cli.decided import decided_by, described
from smartlint.cli.description import as_toml
from smartlint.configuration.configuration import Decided
from smartlint.configuration.layer import absolute
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.configuration.configuration import Configuration
    from smartlint.goal import Document, Goal
    from smartlint.policy.policy import Policy
    from smartlint.rule import Rule
    from smartlint.settings import Settings

#: Who has decided something: a place in a configuration, or what stands for one; a policy; or the rule itself.
By: TypeAlias = "Decided | Policy | None"


class Origins:
    """What holds for the rules at a goal, or above the goals of a file, and who decided that."""

    def __init__(self, configuration: Configuration, settings: Settings, document: Document, goal: Goal | None) -> None:
        self._configuration = configuration
        self._settings = settings
        self._document = document
        self._goal = goal
        self._ignored = configuration.ignored(absolute(document.source.path))

    def on(self, rule: type[Rule]) -> Decided | None:
        """What has turned it on in the file's own configuration, if it is on there."""
        return self._configuration.enabled.get(rule) if rule in self._settings.rules else None

    def off(self, rule: type[Rule]) -> Decided | None:
        """What has turned it off, if anything has; else it is on, or nothing has turned it on."""
        if rule in self._settings.rules:
            return None
        return self._ignored.get(rule) or self._configuration.switched_off.get(rule)

    def policies(self, rule: type[Rule]) -> list[Policy]:
        """The policies that have it judge the goal."""
        covering = [policy for policy in self._settings.policies if policy.match.covers(self._document, self._goal)]
        return [policy for policy in covering if rule in policy.rules]

    def level(self, rule: type[Rule], found: str | None) -> tuple[Any, By]:
        """The level of its findings here, or that of one that was found."""
        decided = self._configuration.level(rule, self._goal.status if self._goal else "")
        if found is None or decided.value == found:
            return decided.value, decided
        return found, next((policy for policy in self.policies(rule) if policy.levels.get(rule)), None)

    def options(self, rule: type[Rule]) -> Iterator[tuple[str, Any, By]]:
        """Its options, first as the configuration has them, then as policies do."""
        for name, decided in self._configuration.options(rule).items():
            yield name, decided.value, decided
        for policy in self.policies(rule):
            for name, value in policy.configured.get(rule, {}).items():
                yield name, value, policy

    # --- told -----------------------------------------------------------------------------------------------------------

    def rows(self, rule: type[Rule], found: str | None, language: str) -> Iterator[str]:
        """All of it for a reader, each in a line; ``found`` is the level of a finding."""

        def say(english: str, **params: Any) -> str:
            return fill(translate(english, language), params, language)

        on, off, policies = self.on(rule), self.off(rule), self.policies(rule)
        if on is not None:
            yield say("on: {where}", where=decided_by(on, language))
        elif off is not None:
            yield say("off: {where}", where=decided_by(off, language))
        else:
            yield self._unselected(language)
        for policy in policies:
            enforcement = policy.enforcement(self._settings.today)
            yield say("policy {name}, {enforcement}: {where}", name=policy.name, enforcement=enforcement, where=_place(policy))
        if on is not None or policies:
            level, by = self.level(rule, found)
            yield say("level {level}: {where}", level=level, where=_where(by, language))
            for name, value, by in self.options(rule):
                yield say("{option} = {value}: {where}", option=name, value=as_toml(value), where=_where(by, language))

    def _unselected(self, language: str) -> str:
        """Where the rules are named that are on, and it is none of them."""
        configuration = self._configuration
        selected = (one for one in configuration.enabled.values() if one.path[:2] == ("lint", "select"))
        first = next(selected, None)
        if first is not None:
            basis, english = Decided(None, first.layer, first.path[:2]), "off: not selected by {where}"
        else:
            profile, english = configuration.decided("profile"), "off: not in {where}"
            basis = Decided(profile.value, profile.layer, profile.path, profile=configuration.profile)
        return fill(translate(english, language), {"where": decided_by(basis, language)}, language)

    def as_json(self, rule: type[Rule], found: str | None) -> Mapping[str, Any]:
        on, off, (level, by) = self.on(rule), self.off(rule), self.level(rule, found)
        return {
            "on": described(on) if on else None,
            "off": described(off) if off else None,
            "policies": [
                {
                    "name": one.name,
                    "enforcement": one.enforcement(self._settings.today),
                    "file": one.source.path,
                    "line": one.line,
                }
                for one in self.policies(rule)
            ],
            "level": _described(level, by),
            "options": [{"name": name, **_described(value, by)} for name, value, by in self.options(rule)],
        }


def _place(policy: Policy) -> str:
    return f"{policy.source.path}:{policy.line}"


def _where(by: By, language: str) -> str:
    if by is None:
        return translate("the rule itself", language)
    return decided_by(by, language) if isinstance(by, Decided) else _place(by)


def _described(value: Any, by: By) -> dict[str, Any]:
    """A value with what has decided it."""
    if isinstance(by, Decided):
        return {**described(by), "policy": None}
    where = {"file": by.source.path, "line": by.line, "policy": by.name} if by else {"file": None, "line": None, "policy": None}
    return {"value": value, **where, "profile": None}
