"""Why a file cannot be read, as commands say it that judge nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smartlint.translation import fill


def why(variant: str, data: Mapping[str, Any], language: str) -> str:
    """The reason in the words of the rule about it."""
    from smartlint.registry import load
    from smartlint.rule import ProblemRule

    rule = next(rule for rule in load() if issubclass(rule, ProblemRule) and rule.kind == "unreadable-file")
    return fill(rule.in_language(rule.messages[variant], language), data, language)
