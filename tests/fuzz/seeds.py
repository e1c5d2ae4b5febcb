"""What fuzzing starts from: the examples, the cases of other tests, and what was kept."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from smartlint.finding import Known
from smartlint.language.pack import CODES
from smartlint.readers import ENDINGS
from smartlint.review import history
from smartlint.review.model import Counts, Run, Share
from smartlint.rows import Row
from tests.fuzz import editor, packages
from tests.policy.hostile import HOSTILE

_ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "kept"
#: The fuzzer changes short inputs more often, in bytes.
_SHORT = 2048
_RUN = history.Past(
    Run(0, "2026-02-01T09:00:00+00:00", "2026-02-01", "1.0", 1, 1, Counts(1), 0, Share(1, 0), (("owned", Share(1, 0)),)),
    {"Bakery": Share(1, 0)},
)


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
    elif target == "documents":
        yield from _documents()
    elif target == "messages":
        yield from editor.seeds()
    elif target == "cache_entry":
        yield pickle.dumps(tuple(Row("a.goals", 1, b"source", b"facts", b"said")))
    elif target == "history":
        yield _history()


def _documents() -> Iterator[bytes]:
    """The samples that are short, after the number of their ending, and packages."""
    for path in sorted(_ROOT.glob("tests/readers/documents/*")):
        if path.suffix in ENDINGS and path.stat().st_size < _SHORT:
            yield bytes((ENDINGS.index(path.suffix),)) + path.read_bytes()
    yield from packages.seeds()


def _history() -> bytes:
    """A history of one run with one finding."""
    with TemporaryDirectory() as name:
        place = history.where(Path(name))
        place.parent.mkdir()
        with history.opened(place) as database:
            number = history.add_run(database, "all", _RUN)
            about = Known("a.goals", ("B1",), "OWN001", "missing", "", "Sell 40 cakes")
            history.keep(database, "all", number, [(history.Entry(about, "error", "B1", "Sell 40 cakes"), None)])
        with closing(sqlite3.connect(place)) as database:  # in small pages
            database.execute("PRAGMA page_size = 512")
            database.execute("VACUUM")
        return place.read_bytes()
