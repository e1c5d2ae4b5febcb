"""Who decided what about a rule at a goal: the line of a configuration, a profile, a policy, or the rule itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from smartlint.cli.decided import decided_by
from smartlint.cli.description import as_toml
from smartlint.configuration.configuration import described
from smartlint.configuration.layer import absolute
from smartlint.reporters import word
from smartlint.translation import Term, fill, translate

if TYPE_CHECKING:
    from smartlint.configuration.configuration import Configuration, Decided
    from smartlint.goal import Document, Goal
    from smartlint.policy.policy import Policy
    from smartlint.rule import Rule
    from smartlint.settings import Settings


class Asking(NamedTuple):
    """A policy that has a rule judge a goal, and how firmly it holds on the day."""

    name: str
    enforcement: str
    file: str
    line: int


class Decision(NamedTuple):
    """What a record says of a value and of what decided it."""

    value: Any
    file: str
    line: int
    profile: str


#: Who has decided something: a place in a configuration, or what stands for one; a policy; or the rule itself.
By: TypeAlias = "Decided | Decision | Asking | None"


class Origins(ABC):
    """What holds for the rules at a goal, or above the goals of a file, and who decided that."""

    @abstractmethod
    def on(self, rule: type[Rule]) -> Decided | Decision | None:
        """What has turned it on in the file's own configuration, if it is on there."""

    @abstractmethod
    def off(self, rule: type[Rule]) -> Decided | Decision | None:
        """What has turned it off, if anything has; else it is on, or nothing has turned it on."""

    @abstractmethod
    def unselected(self) -> Decided | Decision:
        """What names the rules that are on."""

    @abstractmethod
    def asking(self, rule: type[Rule]) -> list[Asking]:
        """The policies that have it judge the goal."""

    @abstractmethod
    def level(self, rule: type[Rule], found: str | None) -> tuple[Any, By]:
        """The level of its findings here, or that of one that was found."""

    @abstractmethod
    def options(self, rule: type[Rule]) -> Iterator[tuple[str, Any, By]]:
        """Its options, first as the configuration has them, then as policies do."""

    def rows(self, rule: type[Rule], found: str | None, language: str) -> Iterator[str]:
        """All of it for a reader, each in a line; ``found`` is the level of a finding."""

        def say(english: str, **params: Any) -> str:
            return fill(translate(english, language), params, language)

        on, off, policies = self.on(rule), self.off(rule), self.asking(rule)
        if on is not None:
            yield say("on: {where}", where=decided_by(on, language))
        elif off is not None:
            yield say("off: {where}", where=decided_by(off, language))
        else:
            basis = self.unselected()
            english = "off: not in {where}" if basis.profile else "off: not selected by {where}"
            yield say(english, where=decided_by(basis, language))
        for policy in policies:
            enforcement = Term(policy.enforcement)
            yield say("policy {name}, {enforcement}: {where}", name=policy.name, enforcement=enforcement, where=_place(policy))
        if on is not None or policies:
            level, by = self.level(rule, found)
            yield say("level {level}: {where}", level=word(level, language), where=_where(by, language))
            for name, value, by in self.options(rule):
                yield say("{option} = {value}: {where}", option=name, value=as_toml(value), where=_where(by, language))

    def as_json(self, rule: type[Rule], found: str | None) -> Mapping[str, Any]:
        on, off, (level, by) = self.on(rule), self.off(rule), self.level(rule, found)
        return {
            "on": described(on) if on else None,
            "off": described(off) if off else None,
            "policies": [one._asdict() for one in self.asking(rule)],
            "level": _described(level, by),
            "options": [{"name": name, **_described(value, by)} for name, value, by in self.options(rule)],
        }


class Present(Origins):
    """By the configuration of today."""

    def __init__(self, configuration: Configuration, settings: Settings, document: Document, goal: Goal | None) -> None:
        self._configuration = configuration
        self._settings = settings
        self._document = document
        self._goal = goal
        self._ignored = configuration.ignored(absolute(document.source.path))

    def on(self, rule: type[Rule]) -> Decided | None:
        return self._configuration.enabled.get(rule) if rule in self._settings.rules else None

    def off(self, rule: type[Rule]) -> Decided | None:
        if rule in self._settings.rules:
            return None
        return self._ignored.get(rule) or self._configuration.switched_off.get(rule)

    def unselected(self) -> Decided:
        return self._configuration.unselected()

    def _policies(self, rule: type[Rule]) -> list[Policy]:
        covering = [policy for policy in self._settings.policies if policy.match.covers(self._document, self._goal)]
        return [policy for policy in covering if rule in policy.rules]

    def asking(self, rule: type[Rule]) -> list[Asking]:
        return [self._asking(policy) for policy in self._policies(rule)]

    def _asking(self, policy: Policy) -> Asking:
        return Asking(policy.name, policy.enforcement(self._settings.today), policy.source.path, policy.line)

    def level(self, rule: type[Rule], found: str | None) -> tuple[Any, By]:
        decided = self._configuration.level(rule, self._goal.status if self._goal else "")
        if found is None or decided.value == found:
            return decided.value, decided
        return found, next((self._asking(policy) for policy in self._policies(rule) if policy.levels.get(rule)), None)

    def options(self, rule: type[Rule]) -> Iterator[tuple[str, Any, By]]:
        for name, decided in self._configuration.options(rule).items():
            yield name, decided.value, decided
        for policy in self._policies(rule):
            for name, value in policy.configured.get(rule, {}).items():
                yield name, value, self._asking(policy)


class Past(Origins):
    """By what the record of a run has of a file and of one of its goals."""

    def __init__(self, record: Mapping[str, Any], file: Mapping[str, Any], goal: Mapping[str, Any] | None) -> None:
        self._judged_by = record["configurations"][file["configuration"]]
        covering = (goal or file).get("policies", ())
        self._policies = [policy for policy in record["policies"] if policy["name"] in covering]
        self._status = goal["status"] if goal else ""

    @staticmethod
    def is_told(record: Mapping[str, Any], file: Mapping[str, Any]) -> bool:
        """Whether a record says who decided: those of older versions do not."""
        return {"on", "off", "unselected", "levels"} <= set(record["configurations"][file["configuration"]])

    def _decided(self, name: str, rule: type[Rule], status: str = "") -> Decision | None:
        found = (one for one in self._judged_by[name] if rule.code in one["rules"] and one.get("status", "") == status)
        return next(map(_decision, found), None)

    def on(self, rule: type[Rule]) -> Decision | None:
        return self._decided("on", rule)

    def off(self, rule: type[Rule]) -> Decision | None:
        return self._decided("off", rule)

    def unselected(self) -> Decision:
        return _decision(self._judged_by["unselected"])

    def asking(self, rule: type[Rule]) -> list[Asking]:
        asking = [policy for policy in self._policies if rule.code in policy["rules"]]
        return [Asking(one["name"], one["enforcement"], one["file"], one["line"]) for one in asking]

    def level(self, rule: type[Rule], found: str | None) -> tuple[Any, By]:
        decided = self._decided("levels", rule, self._status) or self._decided("levels", rule)
        decided = decided or Decision(rule.level, "", 0, "")
        if found is None or decided.value == found:
            return decided.value, decided
        stating = {policy["name"] for policy in self._policies if rule.code in policy.get("levels", ())}
        return found, next((one for one in self.asking(rule) if one.name in stating), None)

    def options(self, rule: type[Rule]) -> Iterator[tuple[str, Any, By]]:
        return iter(())

    def as_json(self, rule: type[Rule], found: str | None) -> Mapping[str, Any]:
        return {name: value for name, value in super().as_json(rule, found).items() if name != "options"}


def _decision(said: Mapping[str, Any]) -> Decision:
    return Decision(said["value"], said["file"] or "", said["line"] or 0, said["profile"] or "")


def _place(policy: Asking) -> str:
    return f"{policy.file}:{policy.line}"


def _where(by: By, language: str) -> str:
    if by is None:
        return translate("the rule itself", language)
    return _place(by) if isinstance(by, Asking) else decided_by(by, language)


def _described(value: Any, by: By) -> dict[str, Any]:
    """A value with what has decided it."""
    if by is not None and not isinstance(by, Asking):
        return {**described(by), "policy": None}
    where = {"file": by.file, "line": by.line, "policy": by.name} if by else {"file": None, "line": None, "policy": None}
    return {"value": value, **where, "profile": None}
