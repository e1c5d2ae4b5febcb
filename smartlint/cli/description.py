"""What a rule says of itself, in the reader's language; its page is English."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.rule import Rule


def letters(rule: type[Rule]) -> str:
    """The letters of a rule's code, which its family shares."""
    return rule.code.rstrip("0123456789")


def family(rule: type[Rule]) -> str:
    """The name of a rule's family, that of the folder it stands in: ``time-bound``."""
    package, _, _ = rule.__module__.rpartition(".")
    return package.rpartition(".")[2].replace("_", "-")


def text(rule: type[Rule], english: str, language: str) -> str:
    """A text of a rule, its parameters left open."""
    return translate(english, language, rule.__module__.partition(".")[0])


def profiles(rule: type[Rule], language: str) -> str:
    """Where a rule applies, in words."""
    return translate("always", language) if rule.always else ", ".join(rule.profiles) or "all"


def page(rule: type[Rule]) -> str:
    """What a rule finds and why, with examples: Markdown in English."""
    return inspect.cleandoc(rule.__doc__ or "")


def as_json(rule: type[Rule], language: str) -> dict[str, Any]:
    """What programs are told of a rule, but for its messages and its page."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": family(rule),
        "title": text(rule, rule.title, language),
        "level": rule.level,
        "profiles": list(rule.profiles),
        "always": rule.always,
        "scope": rule.scope,
    }
