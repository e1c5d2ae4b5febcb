"""Goal files to check, and what is found in them."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Run

Smartlint = Callable[..., Run]

#: A goal that lacks nothing, one without an owner (an error) and one without a plan (a warning).
GOOD = """\
team: Sales
review: every two weeks

goal G1: Win 10 new customers by 30 June 2026
  owner: Kari Nordmann
  how: call the 50 shops that asked for a price last year
"""
UNOWNED = GOOD.replace("  owner: Kari Nordmann\n", "").replace("G1", "G2").replace("10 new customers", "12 new suppliers")
UNPLANNED = GOOD.replace("  how: call the 50 shops that asked for a price last year\n", "")
#: The day that they are made for.
TODAY = ("--today", "2026-02-01")


def write(**files: str) -> None:
    """Writes goal files into the current folder, by their names without the ending."""
    for name, text in files.items():
        Path(f"{name}.goals").write_text(text, encoding="utf-8")


def checked(smartlint: Smartlint, *arguments: str) -> list[str]:
    """The codes of what is found."""
    run = smartlint("check", *TODAY, "--output-format", "json", *arguments)
    return [found["code"] for found in json.loads(run.out)["findings"]]
