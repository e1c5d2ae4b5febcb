"""Why a file cannot be read, as commands say it that judge nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from smartlint.cli.frame import say
from smartlint.translation import Term, fill


def must_be_file(file: str, option: str) -> None:
    """Ends the command where what an option names is no file."""
    path = Path(file)
    if path.is_file():
        return
    if path.exists():
        reason = Term("it is a folder" if path.is_dir() else "it is no file")
        raise click.BadParameter(say("{file} cannot be read: {reason}.", file=file, reason=reason), param_hint=option)
    raise click.BadParameter(say("There is no file {file}.", file=repr(file)), param_hint=option)


def why(variant: str, data: Mapping[str, Any], language: str) -> str:
    """The reason in the words of the rule about it."""
    from smartlint.registry import load
    from smartlint.rule import ProblemRule

    rule = next(rule for rule in load() if issubclass(rule, ProblemRule) and rule.kind == "unreadable-file")
    return fill(rule.in_language(rule.messages[variant], language), data, language)
