"""How what a run found is shown, and what reports say of the run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartlint.cli.frame import locale_language
from smartlint.cli.output import columns, in_color
from smartlint.reporters import Look, Run

if TYPE_CHECKING:
    from smartlint.rule import Level, Rule


def run(rules: Callable[[], Sequence[type[Rule]]], failing: tuple[Level, ...], status: int) -> Run:
    """What reports say of the run: what could be found, what makes it fail, and how it ends."""
    return Run(rules, failing, status, _checkout_folder(), f"{Path.cwd().as_posix().rstrip('/')}/")


def look(today: date, language: str, *, color: str, verbose: bool, quiet: bool, run: Run, evidence: bool) -> Look:
    """How what is printed is shown: as wide as standard output, and in colour if that is wanted."""
    colored = in_color(color, sys.stdout)
    return Look(today, language, colored, columns(sys.stdout), verbose, quiet, locale_language(), run, evidence)


def _checkout_folder() -> str:
    """Where the current folder lies in the checkout of a CI service, with a slash at its end; "" at its top or elsewhere."""
    names = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY")
    top = next((os.environ[name] for name in names if os.environ.get(name)), "")
    if not top:
        return ""
    here = Path(os.path.realpath(Path.cwd()))
    if not here.is_relative_to(os.path.realpath(top)):
        return ""
    inside = here.relative_to(os.path.realpath(top)).as_posix()
    return "" if inside == "." else f"{inside}/"
