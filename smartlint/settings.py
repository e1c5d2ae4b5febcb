"""What a run, or a file of it, is judged by: which rules, with which options and levels, in which language, on which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from smartlint.policy.policy import Policy
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.record import dataclass, field, replace
from smartlint.rule import Level, Rule
from smartlint.source import Source, Span
from smartlint.waiver import Waiver


@dataclass(frozen=True)
class ConfigWarning:
    """What is to be said of a configuration file, at a place in it."""

    text: str
    source: Source
    span: Span


@dataclass(frozen=True)
class Settings:
    """What a run judges by.

    ``rules`` are those that are on, ``known`` those there are (empty: the engine's own); ``language`` "" means: found out
    for each file; ``roster`` are the people there are. ``warnings`` are what the reading of the configuration left to say.
    ``configured`` are options that were set, by rule; ``levels`` levels, the most specific first: one, or one for each of
    some statuses; ``fiscal_year_starts`` is the number of a month, for files that do not say. ``policies`` judge beside the
    rules; in files that are ``passed_by`` they alone do. ``mapping`` is what names in documents stand for.
    ``fingerprint`` is the same where all that matters to a single file is, and "" where nobody knows.
    """

    rules: tuple[type[Rule], ...]
    today: date
    language: str = ""
    profile: str = "smart"
    roster: tuple[str, ...] = ()
    known: tuple[type[Rule], ...] = ()
    waivers: tuple[Waiver, ...] = ()
    warnings: tuple[ConfigWarning, ...] = ()
    configured: Mapping[type[Rule], Mapping[str, Any]] = field(default_factory=dict)
    levels: Mapping[type[Rule], tuple[Level | Mapping[str, Level], ...]] = field(default_factory=dict)
    fiscal_year_starts: int = 1
    policies: tuple[Policy, ...] = ()
    passed_by: bool = False
    mapping: DocumentMapping = NOTHING
    fingerprint: str = ""

    @property
    def reading(self) -> dict[str, Any]:
        """How texts are read, as ``read_document`` takes it."""
        how = {"language": self.language, "today": self.today, "fiscal_year_starts": self.fiscal_year_starts}
        return {**how, "mapping": self.mapping} if self.mapping else how

    def states(self, source: Source) -> bool:
        """Whether something that is to be said of a file was read for these settings."""
        stated = [one.source for one in self.warnings] + [one.source for one in self.waivers]
        return any(one is source for one in stated)

    def options(self, rule: type[Rule]) -> dict[str, Any]:
        usual = {option.name: option.profiles.get(self.profile, option.default) for option in rule.options}
        return {**usual, **self.configured.get(rule, {})}

    def under(self, policy: Policy) -> Settings:
        """What a policy judges by where these settings hold."""
        roster = policy.roster or self.roster
        return replace(self, rules=policy.rules, configured=policy.configured, levels=policy.levels, roster=roster, policies=())

    def level(self, rule: type[Rule], status: str) -> Level | None:
        """The level that is stated for a rule's findings in goals of a status, None where nobody has."""
        for stated in self.levels.get(rule, ()):
            level = stated if isinstance(stated, str) else stated.get(status)
            if level:
                return level
        return None


def choose(
    rules: Sequence[type[Rule]],
    profile: str = "smart",
    select: Sequence[type[Rule]] | None = None,
    ignore: Sequence[type[Rule]] = (),
) -> tuple[type[Rule], ...]:
    """The rules that are on: those of the profile, or those selected, less those ignored; and those always on."""
    basis = [rule for rule in rules if profile == "all" or profile in rule.profiles] if select is None else select
    chosen = set(basis) - set(ignore)
    return tuple(rule for rule in rules if rule in chosen or rule.always)
