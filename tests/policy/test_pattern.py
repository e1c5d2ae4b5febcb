"""Patterns find what Python's finds where the two mean the same, take RE2's syntax, and never go back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.policy.automaton import search
from smartlint.policy.mistake import Failure


def found(pattern: str, text: str) -> bool:
    return search(pattern, text, lambda steps: None)


_ATOMS = st.sampled_from(["a", "b", "ab", "[ab]", "[^a]", "[a-c]", ".", r"\d", r"\w", r"\s", r"\W", "é", "-", "1", r"\."])
_PATTERNS = st.recursive(
    _ATOMS,
    lambda inside: st.one_of(
        st.lists(inside, min_size=2, max_size=3).map("".join),
        st.lists(inside, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.builds("(?:{}){}".format, inside, st.sampled_from(["*", "+", "?", "{2}", "{1,2}", "{2,}", "*?"])),
        inside.map(lambda part: f"({part})"),
    ),
    max_leaves=6,
)
_TEXTS = st.text("ab1é-. \n", max_size=8)


@given(_PATTERNS, _TEXTS, st.booleans(), st.booleans())
def test_patterns_find_what_pythons_find(pattern: str, text: str, start: bool, end: bool) -> None:
    whole = f"{'^' if start else ''}(?:{pattern}){'$' if end else ''}"
    python = f"{'^' if start else ''}(?:{pattern}){chr(92) + 'Z' if end else ''}"
    assert found(whole, text) == bool(re.search(python, text, re.ASCII))


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("", "", True),
        ("(?i)ÅRS", "årsskiftet", True),
        ("(?i)[k]", "K", True),
        ("(?i:A)b", "ab", True),
        ("(?i:A)b", "aB", False),
        ("(?s)a.b", "a\nb", True),
        ("a.b", "a\nb", False),
        ("(?m)^b$", "a\nb\nc", True),
        ("b$", "b\n", False),
        (r"\bsal\b", "et sal her", True),
        (r"\bsal\b", "salg", False),
        (r"\Bg\b", "salg", True),
        (r"\Aa\z", "a", True),
        (r"\w", "ø", False),
        (r"\pL{2}", "øl", True),
        (r"\p{Lu}", "ø", False),
        (r"\PL", "ø", False),
        (r"[^\d\s]", "1 2", False),
        (r"[\D]", "12", False),
        ("[[:alpha:][:digit:]]{3}", "a1b", True),
        ("[[:^ascii:]]", "aé", True),
        ("[]a]", "]", True),
        ("[a-]", "-", True),
        ("x{,5}", "x{,5}", True),
        ("a{0}b", "b", True),
        (r"\Qa.b\E", "a.b", True),
        (r"\Qa.b\E", "axb", False),
        (r"\x41\x{1F600}\101", "A😀A", True),
        (r"\t\n", "\t\n", True),
        ("(?P<year>[0-9]{4})", "2026", True),
        ("a|", "b", True),
        ("^(?:a|ab)(?:c|bcd)$", "abcd", True),
    ],
)
def test_what_a_pattern_means(pattern: str, text: str, expected: bool) -> None:
    assert found(pattern, text) is expected


_NONE = r"( ) [a a** a++ *a + {2} a{2}{3} (?=a) (?!a) (?<=a) \1 \Z \é [z-a] a{2,1} a{1001} [\b] [[:x:]] \p{Latin} \ \x{110000}"


@pytest.mark.parametrize("pattern", [*_NONE.split(), "(" * 30 + ")" * 30])
def test_what_is_no_pattern(pattern: str) -> None:
    with pytest.raises(Failure):
        found(pattern, "a")


def test_the_steps_grow_with_the_text_and_no_faster() -> None:
    def steps(pattern: str, text: str) -> int:
        taken: list[int] = []
        search(pattern, text, taken.append)
        return sum(taken)

    for pattern in ("(a+)+$", "(a|aa)*b", "(a*)*(a*)*b", "(.*)(.*)(.*)x"):
        short, long = steps(pattern, "a" * 200 + "!"), steps(pattern, "a" * 2000 + "!")
        assert long < 11 * short
