"""What is fuzzed: each target takes bytes and fails on anything but the refusals that it is meant to give."""

from __future__ import annotations

import contextlib
import tempfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from pickle import UnpicklingError
from pickletools import genops
from unittest.mock import patch

from smartlint import kept_run, result_cache
from smartlint.baseline import BrokenBaseline
from smartlint.baseline import read as read_baseline
from smartlint.configuration.configurations import Configurations
from smartlint.configuration.mistake import Mistakes
from smartlint.converting import converted
from smartlint.extracting import is_packed
from smartlint.files import decoded
from smartlint.finding import Finding, Result
from smartlint.formatter import formatted
from smartlint.kept_run import KeptRun, Names, summed
from smartlint.language.inspection import inspect
from smartlint.language.pack import CODES
from smartlint.linter import Linter
from smartlint.policy.declaration import SUBJECTS, Misdeclared
from smartlint.policy.declared import declared
from smartlint.policy.expression import Expression
from smartlint.policy.mistake import Exceeded, Failure, Mistake
from smartlint.readers import ENDINGS, read_document
from smartlint.registry import load
from smartlint.remembering import Memory
from smartlint.result_cache import Cache
from smartlint.review import history as past
from smartlint.rows import Row, loaded
from smartlint.settings import Settings, choose
from smartlint.source import Source
from smartlint.testing import lint
from tests.fuzz import editor
from tests.fuzz.packages import package
from tests.policy.hostile import GIVEN, SCOPE

TODAY = date(2026, 2, 1)
#: What stands around the text where it is a comment, an edit or a configuration's companion.
GOALS = """\
team: Bakery
review: every two weeks

goal G1: Sell 40 cakes a day by 30 June 2026  # smartlint: ignore[MEA] -- counted by hand
  owner: Amy Holt
  how: open at 6

  result G1.1: Raise repeat orders from 12 % to 20 %
    owner: Per Lund
"""
DATA = """\
team: Bakery
objectives:
  - title: Sell 40 cakes a day
    owner: Amy Holt
    due: 2026-06-30
    key_results: [{metric: repeat orders, from: 12 %, to: 20 %}]
"""

#: Which runs of a history are looked at.
_RUNS = "all"

Target = Callable[[bytes], None]
TARGETS: dict[str, Target] = {}


def target(function: Target) -> Target:
    TARGETS[function.__name__.strip("_")] = function
    return function


@cache
def _settings() -> Settings:
    return Settings(choose(load(), "all"), TODAY, profile="all")


def _text(data: bytes) -> str | None:
    text = decoded(data, "")
    return text if isinstance(text, str) else None


def _first(data: bytes) -> int:
    return data[0] if data else 0


def _linted(text: str, path: str, memory: Memory | None = None) -> Result:
    linter = Linter(_settings(), evidence=memory is None, memory=memory)
    linter.check_text(text, path)
    result = linter.finish()
    assert not result.crashed, [finding.message("en") for finding in result.findings if finding.rule.code == "INT001"]
    for finding in result.findings:
        _must_be_sound(finding, len(result.sources[path].text))
    return result


def _must_be_sound(finding: Finding, length: int) -> None:
    """Every place lies in the text, and every message can be said in each language."""
    spans = [finding.place.span, *(place.span for place in finding.related)]
    spans += [edit.span for edit in finding.fix.edits] if finding.fix else []
    assert all(0 <= span.start <= span.end <= length for span in spans)
    for language in CODES:
        assert finding.message(language)
        finding.help(language)


@target
def goals(data: bytes) -> None:
    """A goal file: linted by all rules; its layout, once made, stays as it is."""
    text = _text(data)
    if text is not None:
        _linted(text, "x.goals")
        once = formatted(text)
        assert formatted(once) == once


@target
def comment(data: bytes) -> None:
    """A comment for the linter: behind a goal, and on a line of its own."""
    text = (_text(data) or "").replace("\n", " ")
    _linted(GOALS.replace("open at 6", f"open at 6  # smartlint: {text}") + f"# smartlint: {text}\n", "x.goals")


@target
def prose(data: bytes) -> None:
    """The sentence of a goal, understood in the language that its first byte names."""
    text = _text(data[1:])
    if text is not None:
        seen = inspect(text, CODES[_first(data) % len(CODES)], TODAY)
        for part in (*seen["quantities"], *seen["times"], *seen["words"]):
            start, end = part["span"]
            assert text[start:end] == part["text"]


@target
def documents(data: bytes) -> None:
    """A document, read by its ending, which the first byte names; of what is packed the second names a part to replace."""
    _document(ENDINGS[_first(data) % len(ENDINGS)], data[1:])


def _document(ending: str, data: bytes) -> None:
    path = f"x{ending}"
    text = decoded(package(data, path) if is_packed(path) else data, path)
    if isinstance(text, str):
        _linted(text, path)
        converted(read_document(text, path, today=TODAY))


# each by itself, as its ending is called
TARGETS |= {ending[1:]: partial(_document, ending) for ending in ENDINGS}


@target
def messages(data: bytes) -> None:
    """What an editor sends to the language server."""
    editor.spoken(data, GOALS)


@target
def edits(data: bytes) -> None:
    """Edits of an open file: what is remembered from one to the next finds what a fresh look finds."""
    text, memory = GOALS, Memory()
    for cut in data.split(b"\xff")[:8]:
        if len(cut) >= 3:
            start = cut[0] * len(text) // 256
            text = text[:start] + cut[2:].decode("utf-8", "replace") + text[start + cut[1] % 32 :]
        assert _linted(text, "x.goals", memory).findings == _linted(text, "x.goals").findings


@target
def configuration(data: bytes) -> None:
    """A configuration, or what stands beside one: waivers, a roster."""
    names = ("smartlint.toml", "smartlint-waivers.toml", "people.csv")
    name = names[_first(data) % len(names)]
    with _folder() as folder:
        if name == "people.csv":
            (folder / names[0]).write_text('[roster]\nfile = "people.csv"\n', "utf-8")
        (folder / name).write_bytes(data[1:])
        _judge(Configurations(), folder)


@target
def policies(data: bytes) -> None:
    """A file of policies and of rules without code, which the command line names."""
    with _folder() as folder:
        (folder / "acme.toml").write_bytes(data)
        _judge(Configurations(isolated=True, imposed=[Source(f"{folder}/acme.toml", "--policy")]), folder)


def _judge(configurations: Configurations, folder: Path) -> None:
    """Judges two files by a configuration, unless that is refused."""
    configurations.of(f"{folder}/x.goals")
    with contextlib.suppress(Mistakes):
        configurations.must_be_right()
        for file, text in (("x.goals", GOALS), ("x.yaml", DATA)):
            linter = Linter(configurations.settings(f"{folder}/{file}", TODAY))
            linter.check_text(text, f"{folder}/{file}")
            assert not linter.finish().crashed


@target
def expression(data: bytes) -> None:
    """An expression of a declarative rule."""
    text = _text(data)
    if text is not None:
        with contextlib.suppress(Mistake, Failure, Exceeded):
            Expression(text, SCOPE).value(GIVEN)


@target
def rule(data: bytes) -> None:
    """A rule without code: the first byte names what it is about, the first line is what it asserts, the others its message."""
    text = _text(data[1:])
    if text is not None:
        asserted, _, message = text.partition("\n")
        said = {
            "for-each": tuple(SUBJECTS)[_first(data) % len(SUBJECTS)],
            "assert": asserted,
            "message": message or "{goal.id}",
        }
        with contextlib.suppress(Misdeclared):
            made = declared({"code": "ACM001", "name": "cost-centre", **said}, "acme.toml", {"costs": [{"name": "cakes"}]})
            assert not lint({"x.goals": GOALS, "x.yaml": DATA}, made, today=TODAY).crashed


@target
def baseline(data: bytes) -> None:
    """A baseline."""
    text = _text(data)
    if text is not None:
        with contextlib.suppress(BrokenBaseline):
            read_baseline(text)


@target
def history(data: bytes) -> None:
    """The database with the history of reviews."""
    with _folder() as folder:
        place = past.where(folder)
        place.parent.mkdir()
        place.write_bytes(data)
        with contextlib.suppress(past.NoHistory), past.opened(place) as database:
            for run in past.runs(database, _RUNS):
                found = past.entries(database, _RUNS, run.run.id)
                past.keep(database, _RUNS, run.run.id + 1, [(one, one) for one in found])


def _loaded(data: bytes) -> object:
    """As rows are loaded, but for what asks for more room than it may need: Python takes that before it looks further."""
    if not _is_modest(data):
        raise UnpicklingError
    return loaded(data)


def _is_modest(data: bytes) -> bool:
    try:
        return all(code.name != "LONG_BINPUT" or (number or 0) < len(data) for code, number, _ in genops(data))
    except Exception as error:  # it breaks off there
        return "expected" not in str(error)  # so many bytes


@target
def cache_entry(data: bytes) -> None:
    """What lies in the cache, with a sum that fits: whoever can write there can make one."""
    with _folder() as folder, patch.object(result_cache, "loaded", _loaded):
        kept, key = Cache(folder), "a" * 40
        entry = zlib.compress(data)
        kept.put(key, Row("", 0, b"", b"", b""))
        (place,) = (path for path in folder.rglob(key[2:]))
        place.write_bytes(result_cache._sum(entry) + entry)
        kept.get(key)


@target
def run_entry(data: bytes) -> None:
    """What lies in the cache of a run, with a sum that fits, and what it says lies there."""
    with _folder() as folder, patch.object(kept_run, "loaded", _loaded):
        kept, name = Cache(folder), "a" * 40
        linter = Linter(_settings())
        part = zlib.compress(data)
        start = len(data) % (len(part) + 1)
        kept.write(name, summed((part[start:], part, (len(part) - start).to_bytes(8, "big"))))
        result = KeptRun(kept, name, linter, [], "en", Names([_settings()])).result()
        assert result is None or isinstance(result, Result)


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
