"""What expressions mean: the semantics of the Common Expression Language, errors and all."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.policy.checker import Scope
from smartlint.policy.expression import Expression, plain, value_of
from smartlint.policy.mistake import Failure, Mistake
from smartlint.policy.types import ANY, BOOL, Records, Type

BINDINGS = {
    "i": 1, "d": 2.5, "s": "Øke salget", "b": True, "n": None, "l": [1, 2.0, "a", None], "m": {"a": 1, "b": {"c": [2]}},
}  # fmt: skip
SCOPE = Scope(dict.fromkeys(BINDINGS, ANY), Records({}))


def value(text: str, **bindings: Any) -> Any:
    given = {**BINDINGS, **bindings}
    scope = Scope(dict.fromkeys(given, ANY), Records({}))
    return plain(Expression(text, scope).value({name: value_of(one) for name, one in given.items()}))


VALUES = {
    "7 / 2": 3, "-7 / 2": -3, "-7 % 2": -1, "7 % -2": 1, "7.0 / 2.0": 3.5, "1.0 / 0.0": "Infinity", "-1.0 / 0.0": "-Infinity",
    "0.0 / 0.0": "NaN", "0.0 / 0.0 == 0.0 / 0.0": False, "[0.0 / 0.0] == [0.0 / 0.0]": False, "1.0 / -0.0": "-Infinity",
    "9223372036854775807 - 1": 2**63 - 2, "-9223372036854775808": -(2**63),
    "i == 1.0": True, "i < 1.5": True, "i in [1.0, 3.0]": True, "b == i": False, "dyn(true) in {1: 2}": False,
    "dyn(9007199254740993) > dyn(9007199254740992.0)": True, "n == null": True, "i == n": False,
    "'a' + 'b'": "ab", "[1] + [2]": [1, 2], "s.size()": 10, "size('😀')": 1, "'Z' < 'a'": True, "'ø' < 'z'": False,
    "false && 1 / 0 > 0": False, "1 / 0 > 0 && false": False, "1 / 0 > 0 || true": True, "i && false": False, "i || true": True,
    "true ? 1 : 1 / 0": 1, "[1, 2, 3].exists(x, 6 / (x - 2) > 0)": True, "[1, 2, 3].all(x, 1 / (x - 2) > 0)": False,
    "[].all(x, 1 / 0 > 0)": True, "[].exists(x, true)": False, "[1, 2].exists_one(x, x > 1)": True,
    "[1, 2, 2].exists_one(x, x == 2)": False, "[1, 2, 3].filter(x, x > 1)": [2, 3], "[1, 2, 3].map(x, x > 1, x * 10)": [20, 30],
    "m.map(k, k + '!')": ["a!", "b!"], "m.exists(k, k == 'a')": True,
    "[[1], [2, 3]].map(x, x.map(y, y + x.size()))": [[2], [4, 5]],
    "m.a": 1, "m['b'].c[0]": 2, "has(m.a)": True, "has(m.c)": False, "has(m.b.c)": True, "{1: 'x'}[dyn(1.0)]": "x",
    "l[dyn(1.0)]": 2.0, "'a' in l": True, "'a' in m": True, "{true: 1, 1: 2}": {"true": 1, "1": 2},
    "string(1.0)": "1", "string(1e6)": "1e+06", "string(123456.75)": "123456.75", "string(1e-5)": "1e-05", "string(-0.0)": "-0",
    "string(5e-324)": "5e-324", "string(true)": "true", "int('-12')": -12, "int(-1.9)": -1,
    "int(timestamp('1969-12-31T23:59:59.5Z'))": -1,
    "double('1e3')": 1000.0, "double(3)": 3.0, "bool('True')": True,
    "type(1) == int": True, "type(type(1)) == type": True, "int": "int",
    "timestamp('2026-01-31T00:00:00Z') + duration('24h')": "2026-02-01T00:00:00Z",
    "timestamp('2026-01-02T00:00:00Z') - timestamp('2026-01-01T00:00:00.5Z')": "86399.500s",
    "timestamp('2026-05-06T07:08:09Z').getMonth()": 4, "timestamp('2026-05-03T23:00:00Z').getDayOfWeek('+02:00')": 1,
    "timestamp('9999-12-31T23:59:59Z').getFullYear('+02:00')": 10_000, "duration('-90m').getHours()": -1,
    "duration('1500ms').getMilliseconds()": 500, "string(duration('1h30m'))": "5400s",
    "date('2026-02-28').addDays(1)": "2026-03-01T00:00:00Z", "addDays(date('2024-02-28'), 1)": "2024-02-29T00:00:00Z",
    "s.lower()": "øke salget", "lower('ÆØÅ')": "æøå", "s.contains('salg') && s.startsWith('Ø') && s.endsWith('t')": True,
    "s.matches('^Ø.*(salg|pris)')": True, "matches('abc', '^b')": False,
}  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_a_value(text: str) -> None:
    found, expected = value(text), VALUES[text]
    assert found == expected
    assert type(found) is type(expected)


FAILURES = {
    "9223372036854775807 + 1": "the number does not fit in 64 bits",
    "-9223372036854775808 - 1": "the number does not fit in 64 bits",
    "4611686018427387904 * 2": "the number does not fit in 64 bits",
    "-9223372036854775808 / -1": "the number does not fit in 64 bits",
    "(-9223372036854775808) % -1": "the number does not fit in 64 bits",
    "-(i - 9223372036854775807 - 2)": "the number does not fit in 64 bits",
    "-(-9223372036854775808)": "the number does not fit in 64 bits",
    "int(9.3e18)": "the number does not fit in 64 bits",
    "int(0.0 / 0.0)": "the number does not fit in 64 bits",
    "int('9223372036854775808')": "the number does not fit in 64 bits",
    "1 / 0": "a number is divided by zero",
    "1 % 0": "a number is divided by zero",
    "1 / 0 > 0 && true": "a number is divided by zero",
    "i && true": "`&&` takes `bool`, and this is `int`",
    "s ? 1 : 2": "`? :` takes `bool`, and this is `string`",
    "[1, 2, 3].exists_one(x, 1 / (x - 2) > 0)": "a number is divided by zero",
    "[1, 2].filter(x, i)": "`filter` takes `bool`, and this is `int`",
    "i.all(x, true)": "`all` does not go over a value of the type `int`",
    "m.c": "the map has no key `c`",
    "m[1]": "the map has no key `1`",
    "l[4]": "the list has no item 4: it has 4",
    "l[-1]": "the list has no item -1: it has 4",
    "l['a']": "the place in a list is a whole number, not a value of the type `string`",
    "i.a": "a value of the type `int` has no field `a`",
    "has(i.a)": "a value of the type `int` has no field `a`",
    "i + d": "`+` does not take (int, double)",
    "i < s": "`int` and `string` have no order",
    "i in s": "`in` looks into a list or a map, not into a value of the type `string`",
    "{'a': 1, 'a': 2}": "the map has the key `a` twice",
    "s.matches('(')": "in the pattern `(`, `(` is not closed",
    "timestamp('2026-02-30T00:00:00Z')": "`2026-02-30T00:00:00Z` is no point in time like `2026-06-30T12:00:00Z`",
    "timestamp('9999-12-31T23:59:59Z') + duration('1s')": "no calendar reaches that far",
    "date('2026-6-1')": "`2026-6-1` is no day like `2026-06-30`",
    "duration('1d')": "`1d` is no length of time like `36h` or `1h30m`",
    "timestamp(0).getHours('Oslo')": "there is no time zone `Oslo`",
    "int('1.5')": "`1.5` is no whole number",
    "double('1_0')": "`1_0` is no number",
    "bool('yes')": "`yes` is neither `true` nor `false`",
}


@pytest.mark.parametrize("text", FAILURES)
def test_a_failure(text: str) -> None:
    with pytest.raises(Failure) as raised:
        value(text)
    assert str(raised.value) == FAILURES[text]
    assert raised.value.span is not None
    assert 0 <= raised.value.span.start < raised.value.span.end <= len(text)


def test_an_expression_may_have_to_be_of_a_type() -> None:
    with pytest.raises(Mistake, match="this must be `bool`, and is `int`"):
        Expression("1 + 1", SCOPE, BOOL)
    assert Expression("i", SCOPE, BOOL).type == ANY


def test_values_are_not_changed_by_an_evaluation() -> None:
    expression = Expression("l + l.map(x, x)", SCOPE)
    given = {name: value_of(one) for name, one in BINDINGS.items()}
    assert expression.value(given) == expression.value(given)
    assert given["l"] == BINDINGS["l"]


_PIECES = (
    "i d s b n l m 1 0 2.5 'a' true null [ ] ( ) . , + - * / % == != < && || ! ? : in [1].map(x, x) .size() .a string( has(m.a)"
)


@given(
    st.lists(st.sampled_from(_PIECES.split(" ")), max_size=12),
    st.dictionaries(st.sampled_from("idsb"), st.integers() | st.text()),
)
def test_nothing_but_a_mistake_or_a_failure_is_raised(words: list[str], bindings: dict[str, Any]) -> None:
    found: Any = None
    try:
        found = value(" ".join(words), **bindings)
    except (Mistake, Failure) as error:
        found = str(error)
    assert found is None or isinstance(found, (bool, int, float, str, list, dict))


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text() | st.integers(-(2**63), 2**63 - 1),
                    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside), max_leaves=10))  # fmt: skip
def test_json_comes_back_as_it_went_in(data: Any) -> None:
    def same(one: Any, other: Any) -> bool:
        if isinstance(one, float) and not math.isfinite(one):
            return isinstance(other, str)
        if isinstance(one, list):
            return len(one) == len(other) and all(map(same, one, other))
        if isinstance(one, dict):
            return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
        return bool(type(one) is type(other) and one == other)

    assert same(data, plain(value_of(data)))


def test_a_type_is_named() -> None:
    assert str(Type("list", (Type("int"),))) == "list(int)"
