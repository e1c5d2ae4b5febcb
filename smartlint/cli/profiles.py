"""What a profile is for, and how it differs from the default one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

from smartlint.cli.description import as_toml
from smartlint.record import dataclass
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.registry import Profile
    from smartlint.rule import Rule

_WIDTH = 100


@dataclass(frozen=True)
class Setting:
    """An option that has another value in a profile than in the default one."""

    rule: type[Rule]
    option: str
    value: Any
    usual: Any


@dataclass(frozen=True)
class Difference:
    """What a profile adds to the default one, what it drops, and what it sets differently in the rules of both."""

    rules: tuple[type[Rule], ...]
    adds: tuple[type[Rule], ...]
    drops: tuple[type[Rule], ...]
    settings: tuple[Setting, ...]


def compare(profile: Profile, rules: Sequence[type[Rule]]) -> Difference:
    """A profile beside the default one."""
    from smartlint.linter import choose
    from smartlint.registry import BASE

    here, usual = choose(rules, profile.name), choose(rules, BASE)
    settings = (
        Setting(rule, option.name, value, option.profiles.get(BASE, option.default))
        for rule in here
        for option in rule.options
        if (value := option.profiles.get(profile.name, option.default)) != option.profiles.get(BASE, option.default)
    )
    adds = tuple(rule for rule in here if rule not in usual)
    drops = tuple(rule for rule in usual if rule not in here)
    return Difference(here, adds, drops, tuple(settings))


def title(profile: Profile, language: str) -> str:
    """The name of a profile and what it is for."""
    said = translate(profile.title, language, profile.package)
    return f"{profile.name}: {said}" if said else profile.name


def description(profile: Profile, language: str) -> str:
    """What a profile asks for."""
    return translate(profile.description, language, profile.package)


def as_text(profile: Profile, rules: Sequence[type[Rule]], language: str) -> Iterator[str]:
    """A profile as a paragraph."""
    yield f"{title(profile, language)}\n"
    said = description(profile, language)
    if said:
        yield fill(said, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False) + "\n"
    for line in _facts(compare(profile, rules), language):
        yield fill(line, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False) + "\n"


def as_markdown(profile: Profile, rules: Sequence[type[Rule]], language: str) -> Iterator[str]:
    """A profile as a section."""
    yield f"## {title(profile, language)}\n\n"
    said = description(profile, language)
    if said:
        yield f"{said}\n\n"
    for line in _facts(compare(profile, rules), language):
        yield f"- {line}\n"


def _facts(difference: Difference, language: str) -> Iterator[str]:
    yield translate("Rules: {count}", language).format(count=len(difference.rules))
    if difference.adds:
        yield translate("Adds to smart: {codes}", language).format(codes=_codes(difference.adds))
    if difference.drops:
        yield translate("Drops from smart: {codes}", language).format(codes=_codes(difference.drops))
    for setting in difference.settings:
        text = translate("{code} `{option}` = {value}, in smart {usual}", language)
        option = f"{setting.rule.name}.{setting.option}"
        value, usual = as_toml(setting.value), as_toml(setting.usual)
        yield text.format(code=setting.rule.code, option=option, value=value, usual=usual)


def _codes(rules: Sequence[type[Rule]]) -> str:
    return ", ".join(rule.code for rule in rules)


def as_json(profile: Profile, rules: Sequence[type[Rule]], language: str) -> dict[str, Any]:
    """What programs are told of a profile."""
    from smartlint.registry import BASE

    difference = compare(profile, rules)
    return {
        "name": profile.name,
        "title": translate(profile.title, language, profile.package),
        "description": description(profile, language),
        "rules": [rule.code for rule in difference.rules],
        "base": BASE,
        "adds": [rule.code for rule in difference.adds],
        "drops": [rule.code for rule in difference.drops],
        "options": [
            {"rule": setting.rule.code, "option": setting.option, "value": setting.value, "base": setting.usual}
            for setting in difference.settings
        ],
    }
