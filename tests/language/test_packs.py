"""The packs have the same shape, are complete, and no regex of the language package is slow on any text."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import time
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import smartlint.language
import smartlint_grammar
from smartlint.language import pack
from smartlint.language.pack import CODES, Clues, load
from smartlint.language.roles import FORMS, LISTED
from smartlint.pattern import Pattern
from tests.language.reading import sentence

#: Tables whose keys are words or names of their language; the keys of all others are the same everywhere.
_OWN_KEYS = frozenset(
    (
        "numbers.words",
        "numbers.multipliers",
        "numbers.scales",
        "numbers.fractions",
        "numbers.multiples",
        "numbers.ordinals",
        "quantities.currency_scales",
        "quantities.units",
        "time.times",
        "time.recurrence",
    )
)


@cache
def source(code: str) -> dict[str, Any]:
    """A pack as it is written."""
    folder = Path(smartlint_grammar.__file__).parent / "languages"
    return tomllib.loads((folder / f"{code}.toml").read_text("utf-8"))


def _tables(data: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, set[str]]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield path + key, set(value)
            yield from _tables(value, f"{path}{key}.")


@pytest.mark.parametrize("code", CODES)
def test_every_pack_has_the_same_tables_and_keys(code: str) -> None:
    mine, english = dict(_tables(source(code))), dict(_tables(source("en")))
    assert set(mine) == set(english)
    assert {table: keys for table, keys in mine.items() if table not in _OWN_KEYS} == {
        table: keys for table, keys in english.items() if table not in _OWN_KEYS
    }


def _lists(data: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _lists(value, f"{path}{key}.")
        elif isinstance(value, list):
            yield path + key, value


@pytest.mark.parametrize("code", CODES)
def test_lists_hold_lower_case_words_once(code: str) -> None:
    for name, words in _lists(source(code)):
        if name.startswith("detect."):
            continue
        assert len(words) == len(set(words)), name
        assert all(word and word == word.lower() == word.strip() for word in words), name


#: The lists of the lexicon whose words are told apart: what a word is called depends on which one it stands in.
LISTS = (
    "vague_verbs",
    "vague_qualifiers",
    "comparatives",
    "superlatives",
    "hedge_verbs",
    "escapes",
    "weasels",
    "open_lists",
    "activity",
    "deliver",
)


def _forms(code: str) -> Iterator[tuple[str, str]]:
    words = source(code)["words"]
    groups = {f"change {sign}": words["change"][sign] for sign in "+-="}
    groups |= {name: words[name]["forms"] for name in LISTS}
    for name, entries in groups.items():
        for entry in entries:
            for part in entry.split("|"):  # a verb and its noun; "good: better" names the dictionary form
                for form in part.rpartition(":")[2].split(" "):
                    yield name, form


@pytest.mark.parametrize("code", CODES)
def test_no_word_stands_in_two_lists_of_the_lexicon(code: str) -> None:
    places: dict[str, set[str]] = {}
    for name, form in _forms(code):
        if form:
            places.setdefault(form, set()).add(name)
    assert {form: names for form, names in places.items() if len(names) > 1} == {}


@pytest.mark.parametrize("code", CODES)
def test_the_lexicon_is_broad(code: str) -> None:
    words = source(code)["words"]
    assert sum(len(words["change"][sign]) for sign in "+-=") >= 45
    for name, least in (("vague_verbs", 50), ("vague_qualifiers", 65), ("comparatives", 45), ("deliver", 65)):
        assert len(words[name]["forms"]) >= least, name


@pytest.mark.parametrize("code", CODES)
def test_a_word_that_is_a_noun_too_is_a_verb_of_the_lexicon(code: str) -> None:
    pack = load(code)
    verbs = {*LISTED, *(f"form.{form}" for form in FORMS), "multiple", "state"}
    assert [word for word in source(code)["words"]["noun_too"] if not set(pack.meaning(word).roles) & verbs] == []


@pytest.mark.parametrize("code", CODES)
def test_months_weekdays_and_numbers_are_complete(code: str) -> None:
    data = source(code)
    for table, last in (("months", 12), ("weekdays", 7)):
        assert sorted(map(int, data["time"][table])) == list(range(1, last + 1))
        names = [name for words in data["time"][table].values() for name in words]
        assert len(names) == len(set(names))
    assert set(data["numbers"]["ordinals"].values()) >= {1, 2, 3, 4}
    assert set(data["quantities"]["currencies"]) == {"EUR", "USD", "GBP", "NOK", "SEK", "DKK"}


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_of_a_pack_is_one_token_with_its_roles(code: str) -> None:
    from smartlint.language.tokens import Line

    pack = load(code)
    for phrase in pack.words():
        if " " in phrase and re.fullmatch(r"[^\W\d_]+( [^\W\d_]+)*", phrase):
            tokens = Line(phrase, pack).tokens
            assert [token.text for token in tokens] == [phrase]
            assert tokens[0].roles == pack.meaning(phrase).roles


# --- time that grows with the text and no faster ----------------------------------------------------------------------


def _patterns() -> Iterator[tuple[str, re.Pattern[str] | Pattern]]:
    for module in pkgutil.iter_modules(smartlint.language.__path__, "smartlint.language."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, (re.Pattern, Pattern)):
                yield f"{module.name}.{name}", value


PATTERNS = dict(_patterns())
#: Beginnings of everything that the patterns look for, to be repeated without an end.
HOSTILE = (
    "1",
    "1 ",
    "1.",
    "1 000 ",
    "1,111",
    "a",
    "a.",
    "a-",
    "a'",
    "A a ",
    "@a",
    "a@a.",
    "<a ",
    "[a",
    "_",
    "?",
    "X",
    "/1",
    "1/1/",
    "  ",
)


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) >= 8


@pytest.mark.parametrize("name", PATTERNS)
def test_no_quantifier_stands_directly_inside_another(name: str) -> None:
    source = re.sub(r"\\.", "C", re.sub(r"\[[^\]]*\]", "C", PATTERNS[name].pattern))
    assert not re.search(r"\((?:\?:)?.[+*]\)[+*]", source)


def _seconds(run: Any, text: str) -> float:
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        run(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_linear(name: str) -> None:
    pattern = PATTERNS[name]

    def run(text: str) -> None:
        for _ in pattern.finditer(text):
            pass

    for unit in HOSTILE:
        for end in ("", "!"):
            short, long = (unit * (size // len(unit)) + end for size in (1_000, 8_000))
            assert _seconds(run, long) < 40 * max(_seconds(run, short), 0.000_3), unit


@pytest.mark.parametrize("code", CODES)
def test_reading_is_linear(code: str) -> None:
    pieces = (
        "12 ",
        "by the ",
        "hundre ",
        "og ",
        "en halv ",
        "from 1 to ",
        "fra 1. mai – ",
        "10-",
        "in ",
        "+1 2 3 4 ",
        "3/4 of ",
        "the ",
        "kr ",
    )
    for piece in pieces:
        short, long = (piece * (size // len(piece)) for size in (1_000, 8_000))
        assert _seconds(lambda text: sentence(code, text), long) < 40 * max(
            _seconds(lambda text: sentence(code, text), short), 0.002
        ), piece


def test_a_pack_is_compiled_again_only_where_its_file_was_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = tmp_path / "languages" / "en.toml"
    written.parent.mkdir()
    written.write_bytes((Path(smartlint_grammar.__file__).parent / "languages" / "en.toml").read_bytes())
    monkeypatch.setattr(smartlint_grammar, "__file__", str(tmp_path / "__init__.py"))
    first = pack._compiled("en", ("en",))
    before = written.stat()
    written.write_bytes(b"#" * before.st_size)
    os.utime(written, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert pack._compiled("en", ("en",)) == first
    os.utime(written, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    with pytest.raises(KeyError):
        pack._compiled("en", ("en",))


@pytest.mark.parametrize("code", CODES)
def test_the_pack_of_every_language_has_clues(code: str) -> None:
    clues = load(code).clues
    assert isinstance(clues, Clues)
    assert clues.noun_endings
    assert clues.present
    assert clues.be


def test_clues_are_sets_of_words_and_tuples_of_endings() -> None:
    clues = load("en").clues
    assert "publishing".endswith(clues.noun_endings)
    assert {"website", "report"} <= clues.built
    assert "people" in clues.many


@pytest.mark.parametrize("path", sorted(Path(smartlint.language.__file__).parent.glob("*.py")), ids=lambda path: path.stem)
def test_no_class_is_a_named_tuple_for_which_compiled_code_would_load_typing(path: Path) -> None:
    assert "(NamedTuple" not in path.read_text("utf-8")
