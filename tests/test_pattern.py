"""Patterns that are compiled when they are first used."""

import re
import subprocess
import sys

import pytest

from smartlint.pattern import compile_late

_WHILE_IMPORTED = """
import re, sys
from smartlint.registry import load
seen, compiled = [], re.compile
def compile(*pattern):
    seen.append(sys._getframe(1).f_globals["__name__"])
    return compiled(*pattern)
re.compile = compile
load()
print([name for name in seen if name.startswith("smartlint")])
"""


def test_it_works_as_what_is_compiled_at_once() -> None:
    late = compile_late(r"(?P<word>[a-z]+)-\d", re.IGNORECASE)

    found = late.search("see ABC-1")

    assert found is not None
    assert found["word"] == "ABC"
    assert late.sub("x", "abc-1 def-2") == "x x"
    assert (late.pattern, late.flags) == (r"(?P<word>[a-z]+)-\d", re.IGNORECASE)


def test_a_pattern_that_is_none_is_told_when_it_is_used() -> None:
    late = compile_late("(")

    with pytest.raises(re.error):
        late.match("a")


def test_rules_compile_nothing_while_they_are_imported() -> None:
    done = subprocess.run([sys.executable, "-c", _WHILE_IMPORTED], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
