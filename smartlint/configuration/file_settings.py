"""The settings that a configuration makes for files which nothing sets apart."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from smartlint.configuration.configuration import Configuration
from smartlint.linter import Settings
from smartlint.rule import Rule


def file_settings(configuration: Configuration, ignored: AbstractSet[type[Rule]], today: date, **others: Any) -> Settings:
    """The settings with the rules that are on but for those that are ignored; ``others`` are what it does not say itself."""
    on = tuple(rule for rule in configuration.enabled if rule not in ignored or rule.always)
    return Settings(
        rules=on,
        today=today,
        language=configuration.language,
        profile=configuration.profile,
        roster=configuration.roster.people,
        known=configuration.rules,
        configured={
            rule: {name: decided.value for name, decided in configuration.options(rule).items()} for rule in on if rule.options
        },
        levels={rule: tuple(decided.value for decided in stated) for rule in on if (stated := configuration.levels(rule))},
        fiscal_year_starts=configuration.fiscal_year_starts,
        **others,
    )
