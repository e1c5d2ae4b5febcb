"""What fuzzing starts from: the examples, the cases of other tests, and what was kept."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from smartlint.finding import Kind, Known
from smartlint.language.pack import CODES
from smartlint.packing import Packer
from smartlint.policy.declaration import SUBJECTS
from smartlint.policy.fields import SCHEMA
from smartlint.readers import ENDINGS
from smartlint.registry import load
from smartlint.review import history
from smartlint.review.model import Counts, Run, Share
from smartlint.rows import Row, dumped
from smartlint.testing import lint
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
    if f".{target}" in ENDINGS:
        yield from _documents(f".{target}")
    elif target in _OF:
        yield from _OF[target]()


def _goals() -> Iterator[bytes]:
    return (path.read_bytes() for path in chain(_ROOT.glob("examples/**/*.goals"), _ROOT.glob("tests/good/**/*.goals")))


def _sentences() -> Iterator[bytes]:
    """Each line in each language."""
    for line in chain.from_iterable(map(bytes.splitlines, _goals())):
        yield from (bytes((number,)) + line.strip() for number in range(len(CODES)))


def _of_all_endings() -> Iterator[bytes]:
    for number, ending in enumerate(ENDINGS):
        yield from (bytes((number,)) + seed for seed in _documents(ending))


def _documents(ending: str) -> Iterator[bytes]:
    """The samples with an ending that are short, and packages."""
    for path in chain(_ROOT.glob("tests/readers/documents/*"), _ROOT.glob("examples/**/*")):
        if path.suffix == ending and path.stat().st_size < _SHORT:
            yield path.read_bytes()
    yield from packages.seeds(ending)


def _settings() -> Iterator[bytes]:
    return (path.read_bytes() for path in _ROOT.glob("examples/**/smartlint.toml"))


def _rules() -> Iterator[bytes]:
    """A rule about each field that there is."""
    for number, (subject, of) in enumerate(SUBJECTS.items()):
        for field in SCHEMA[of.name]:
            yield bytes((number,)) + f"{subject}.{field} == {subject}.{field}\n{{{subject}.{field}}}".encode()


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


def _run() -> bytes:
    """What is kept of a run with one finding, without its files."""
    packer = Packer()
    (finding, *_) = lint("goal A: Improve quality\n", *load()).findings
    kinds = [(((0, finding.rule.code), *Kind.of(finding)[1:]), 1, 1)]
    one, none = packer.packed([finding]), packer.packed([])
    return dumped(([], {}, {}, [(0, finding.rule.code), None], one, none, [], [], [], kinds, {1: 1}, 1, 1))


_OF: dict[str, Callable[[], Iterator[bytes]]] = {
    "goals": _goals,
    "prose": _sentences,
    "documents": _of_all_endings,
    "configuration": lambda: (b"\0" + text for text in _settings()),
    "policies": _settings,
    "rule": _rules,
    "expression": lambda: (text.encode()[:4000] for text in HOSTILE.values()),
    "messages": editor.seeds,
    "cache_entry": lambda: iter((pickle.dumps(tuple(Row("a.goals", 1, b"source", b"facts", b"said"))),)),
    "run_entry": lambda: iter((_run(),)),
    "history": lambda: iter((_history(),)),
}
