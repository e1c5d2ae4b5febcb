"""What fuzzing starts from: the examples, the cases of other tests, and what was kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from smartlint.language.pack import CODES
from tests.policy.hostile import HOSTILE

_ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "kept"
_ENDINGS = {"goals": [".goals"], "configuration": [".toml", ".csv"], "documents": [".md", ".yaml", ".json", ".toml", ".csv"]}


def kept(target: str) -> Iterator[Path]:
    """Inputs that failed once, or that led somewhere."""
    return (path for path in sorted((KEPT / target).glob("*")) if path.is_file())


def seeds(target: str) -> Iterator[bytes]:
    yield from (path.read_bytes() for path in kept(target))
    texts = chain(_ROOT.glob("examples/**/*.goals"), _ROOT.glob("tests/good/**/*.goals"))
    if target == "prose":
        for path in texts:
            for line in path.read_bytes().splitlines():
                yield from (bytes([number]) + line.strip() for number in range(len(CODES)))
    elif target == "expression":
        yield from (text.encode()[:4000] for text in HOSTILE.values())
    elif target == "goals":
        yield from (path.read_bytes() for path in texts)
