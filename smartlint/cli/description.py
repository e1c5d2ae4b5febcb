"""What a rule says of itself, in the reader's language; its page is English."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from smartlint.json_text import json_text
from smartlint.translation import LANGUAGES, translate

if TYPE_CHECKING:
    from smartlint.rule import Rule


def letters(rule: type[Rule]) -> str:
    """The letters of a rule's code, which its family shares."""
    return rule.code.rstrip("0123456789")


def family(rule: type[Rule]) -> str:
    """The name of a rule's family, that of the folder it stands in: ``time-bound``."""
    package, _, module = rule.__module__.rpartition(".")
    return (package.rpartition(".")[2] or module).replace("_", "-")


def text(rule: type[Rule], english: str, language: str) -> str:
    """A text of a rule, its parameters left open."""
    return rule.in_language(english, language)


def profiles(rule: type[Rule], language: str) -> str:
    """Where a rule applies, in words."""
    return translate("always", language) if rule.always else ", ".join(rule.profiles) or "all"


def status(rule: type[Rule], language: str) -> str:
    """How far one may rely on a rule, in words."""
    if rule.status == "preview":
        return translate("preview", language)
    return translate("deprecated", language) if rule.status == "deprecated" else translate("stable", language)


def origin(rule: type[Rule]) -> str:
    """What a rule comes with: a distribution and its version, else the file or the module that it stands in."""
    from smartlint.registry import origin

    where = origin(rule)
    return f"{where.package} {where.version}" if where.package else declared_in(rule) or rule.__module__


def declared_in(rule: type[Rule]) -> str:
    """The configuration that declares a rule without code, empty for any other."""
    file: str = getattr(rule, "declared_in", "")
    return file


def is_ours(rule: type[Rule]) -> bool:
    """A rule ships with the engine."""
    from smartlint.registry import BUILTIN

    return rule.__module__.partition(".")[0] == BUILTIN[1]


def languages(rule: type[Rule]) -> tuple[str, ...]:
    """The languages of the texts that a rule can judge."""
    return rule.languages or LANGUAGES


def page(rule: type[Rule]) -> str:
    """What a rule finds and why, with examples: Markdown in English."""
    return inspect.cleandoc(rule.__doc__ or "")


def as_json(rule: type[Rule], language: str) -> dict[str, Any]:
    """What programs are told of a rule, but for its messages and its page."""
    from dataclasses import asdict

    from smartlint.registry import origin

    return {
        "code": rule.code,
        "name": rule.name,
        "family": family(rule),
        "title": text(rule, rule.title, language),
        "level": rule.level,
        "profiles": list(rule.profiles),
        "always": rule.always,
        "scope": rule.scope,
        "status": rule.status,
        "languages": list(languages(rule)),
        "origin": asdict(origin(rule)),
        "declared_in": declared_in(rule) or None,
    }


def as_toml(value: Any) -> str:
    """A value as it stands in a configuration."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name} = {as_toml(each)}' for name, each in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(as_toml, value))}]"
    return json_text(value)
