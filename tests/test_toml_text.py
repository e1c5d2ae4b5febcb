"""The place of every key and value of a TOML text, compared with what the standard library reads there."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartlint.source import Span
from smartlint.toml_text import Path, loads, places

TEXT = '''\
# a comment with [brackets] and "quotes"
a.b = 1 # one
"quoted key" = "v\\"]"
'literal' = 'c:\\'
long = """
two "lines" # no comment
"""""
raw = \'\'\'x\'\'\'\'
list = [1, 'a]', """x"""", {z = 1, y.w = [2 ,3]}, ] # end
empty = [ # nothing
]
day = 1979-05-27 07:32:00
only-day = 1979-05-27
number = -1_000.5e3
[lint.levels]
TIM = "error"
TIM007 = { draft = "info", committed = "warning" }

[[policy]]
name = "a"
  [policy.match]
  path = "x"
[[policy]]
name = "b"
[[policy.tests]]
u = 1
[[policy.tests]]
u = 2
[ spaced . "out" ]
æ-less = { }
'''.replace("æ-less", "ae")


def values(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value in a table or list, by its path."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, key), value
        if isinstance(value, (dict, list)):
            yield from values(value, (*path, key))


def check(text: str) -> None:
    """Each value that stands in the text reads alone as it reads within; each key is its name."""
    found = places(text)
    for path, value in values(tomllib.loads(text)):
        key, place = found.key(path), found.value(path)
        assert 0 <= place.start < place.end <= len(text)
        if not isinstance(value, dict) and not (isinstance(value, list) and value and isinstance(value[0], dict)):
            assert tomllib.loads(f"x = {text[slice(*place)]}")["x"] == value
        if isinstance(path[-1], str):
            assert tomllib.loads(f"{text[slice(*key)]} = 0") == {path[-1]: 0}


def test_every_form() -> None:
    check(TEXT)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (("a", "b"), "1"),
        (("quoted key",), '"v\\"]"'),
        (("list", 3, "y", "w", 1), "3"),
        (("lint", "levels"), "[lint.levels]"),
        (("policy", 1), "[[policy]]"),
        (("policy", 0, "match", "path"), '"x"'),
        (("policy", 1, "tests", 1, "u"), "2"),
        (("spaced", "out"), '[ spaced . "out" ]'),
        (("day",), "1979-05-27 07:32:00"),
        (("lint", "levels", "TIM007", "missing"), '{ draft = "info", committed = "warning" }'),
    ],
)
def test_where_a_value_stands(path: Path, said: str) -> None:
    assert TEXT[slice(*places(TEXT).value(path))] == said


def test_the_second_table_of_a_kind_is_the_second_in_the_text() -> None:
    found = places(TEXT)
    assert found.value(("policy", 0)) < found.value(("policy", 1))
    assert found.value(("nowhere",)) == Span(0, 0)


_KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,5}", fullmatch=True) | st.sampled_from(['"a b"', "'c.d'", '"\\u00e6"'])
_PLAIN = st.sampled_from(['"x"', "'y'", "1", "-2.5", "true", "2026-01-02", '"""m\nn"""', "'''k'''", '"#"', '"\\\\"'])
_BLANKS = st.sampled_from(["", " ", "\t"])


@st.composite
def lists(draw: st.DrawFn) -> str:
    items = draw(st.lists(_PLAIN, max_size=4))
    return "[" + ",".join(f"{draw(_BLANKS)}{item}{draw(_BLANKS)}" for item in items) + "]"


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A text with tables and arrays of tables, each with its own names."""
    names = draw(st.lists(_KEYS, unique=True, min_size=1, max_size=4))
    lines = []
    for name in names:
        times = draw(st.integers(0, 3))
        for _ in range(max(times, 1)):
            lines.append(f"[[{name}]]" if times else f"[{draw(_BLANKS)}{name}{draw(_BLANKS)}]")
            for key in draw(st.lists(_KEYS, unique_by=str, max_size=3)):
                inline = f"{{ k = {draw(_PLAIN)}, l.m = {draw(lists())} }}"
                value = draw(st.one_of(_PLAIN, lists(), st.just(inline)))
                lines.append(f"{draw(_BLANKS)}{key}{draw(_BLANKS)}={draw(_BLANKS)}{value} # {key}")
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + "\n"


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first text takes long on a busy machine
@given(tables())
def test_whatever_is_toml(text: str) -> None:
    check(text)


@pytest.mark.parametrize("before", ["", "[", "[[", "b = {", "b = [{c = 1}, {"])
def test_a_key_of_a_hundred_thousand_parts_is_refused_at_once(before: str) -> None:
    with pytest.raises(ValueError, match=r"Nested too deeply \(at line 2, column \d+\)"):
        loads(f"x = 1\n{before}a{'.a' * 100_000} = 1\n")


def test_a_text_of_as_many_is_none() -> None:
    text = f'a = "{"a." * 200}"\nb = ["{".a" * 200}"] # {"a." * 200}\n{"z." * 60}z = 1\n'
    assert loads(text) == tomllib.loads(text)
