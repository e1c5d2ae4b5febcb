"""What smartlint says of the example organisation, kept in its folder `expected/`.

python -m tests.organisation            say which expected outputs are not what is printed now
python -m tests.organisation write      write them anew
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from smartlint.cli.program import smartlint

ROOT = Path(__file__).resolve().parents[1]
ORGANISATION = ROOT / "examples" / "organisation"
EXPECTED = ORGANISATION / "expected"
#: Where the organisation's package would be installed from.
PACKAGE = ORGANISATION / "tandem-goals"
_PLACE = ORGANISATION.relative_to(ROOT).as_posix()
_DAY = ("--today", "2026-02-01")
#: What is run, by the name of the file that holds what it prints.
RUNS: Mapping[str, tuple[str, ...]] = {
    "check.txt": ("check", _PLACE, *_DAY, "--color", "never"),
    "check-in-april.txt": ("check", _PLACE, "--today", "2026-04-01", "--output-format", "concise"),
    "check-without-configuration.txt": (
        *("check", _PLACE, "--isolated", "--select", "TIM", "--policy", "pkg:tandem_goals"),
        *(*_DAY, "--output-format", "concise"),
    ),
    "policy-test.txt": ("policy", "test", _PLACE, "--policy", "pkg:tandem_goals", "--coverage", *_DAY),
    "policy-waivers.txt": ("policy", "waivers", _PLACE, *_DAY),
    "review.txt": ("review", _PLACE, *_DAY, "--no-history", "--message-language", "en"),
    "graph.txt": ("graph", _PLACE, "--linked"),
}


def printed(arguments: tuple[str, ...]) -> str:
    """What a command prints, with the package installed, and its exit status. The current folder must be the root."""
    with patch.object(sys, "path", [*sys.path, str(PACKAGE)]):
        run = CliRunner().invoke(smartlint, arguments)
    return f"$ smartlint {' '.join(arguments)}\n\n{run.output}\nexit status {run.exit_code}\n"


def main() -> int:
    EXPECTED.mkdir(exist_ok=True)
    stale = []
    for name, arguments in RUNS.items():
        kept, text = EXPECTED / name, printed(arguments)
        if not kept.exists() or kept.read_text("utf-8") != text:
            stale.append(kept)
            if sys.argv[1:] == ["write"]:
                kept.write_text(text, "utf-8")
    sys.stdout.writelines(f"{path.relative_to(ROOT)}\n" for path in stale)
    return 1 if stale and sys.argv[1:] != ["write"] else 0


if __name__ == "__main__":
    sys.exit(main())
