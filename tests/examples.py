"""What smartlint says of the examples, kept beside them.

    python -m tests.examples            say which expected outputs are not what is printed now
    python -m tests.examples write      write them anew

Each folder under `examples/` is checked as a whole, since its files may link to one another; `mal.goals` has its share of
the output in `mal.expected.txt`.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from click.testing import CliRunner

from smartlint.cli.program import smartlint
from smartlint.readers import is_document

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
TODAY = "2026-02-01"
CLEAN = "No findings.\n"
CONFIGURATION = "smartlint.toml"
_PLACE = re.compile(r"^ *--> (\S+?):\d+:\d+", re.MULTILINE)


def folders() -> list[Path]:
    return sorted(path for path in EXAMPLES.iterdir() if path.is_dir() and files(path))


def files(folder: Path) -> list[Path]:
    """The goal files of a folder, and the documents where its configuration speaks of them."""
    asked = "[documents" in (folder / CONFIGURATION).read_text("utf-8") if (folder / CONFIGURATION).exists() else False
    named = (path for path in folder.iterdir() if path.suffix == ".goals" or (asked and is_document(path.name)))
    return sorted(path for path in named if path.name != CONFIGURATION)


def printed(folder: Path) -> dict[Path, str]:
    """What a check of a folder prints of each of its files. The current folder must be the root of the checkout."""
    place = folder.relative_to(ROOT).as_posix()
    output = CliRunner().invoke(smartlint, ["check", place, "--today", TODAY, "--color", "never"]).stdout
    blocks: dict[str, list[str]] = defaultdict(list)
    for block in output.split("\n\n"):
        found = _PLACE.search(block)
        if found:
            blocks[found[1]].append(block.strip("\n"))
    return {
        path: "\n\n".join(blocks[path.relative_to(ROOT).as_posix()]) + "\n"
        if blocks[path.relative_to(ROOT).as_posix()]
        else CLEAN
        for path in files(folder)
    }


def expected(path: Path) -> Path:
    return path.with_suffix(".expected.txt")


def main() -> int:
    stale = []
    for folder in folders():
        for path, text in printed(folder).items():
            kept = expected(path)
            if not kept.exists() or kept.read_text("utf-8") != text:
                stale.append(kept)
                if sys.argv[1:] == ["write"]:
                    kept.write_text(text, "utf-8")
    sys.stdout.writelines(f"{path.relative_to(ROOT)}\n" for path in stale)
    return 1 if stale and sys.argv[1:] != ["write"] else 0


if __name__ == "__main__":
    sys.exit(main())
