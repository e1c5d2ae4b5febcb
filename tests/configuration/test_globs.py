"""Patterns of files: what they mean, and that none takes longer than the path it is tried on."""

from __future__ import annotations

from functools import lru_cache
from time import process_time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from smartlint.configuration.globs import BadGlob, matches

_GLOBS = st.lists(st.sampled_from(("a", "b", "*", "?", "/", "**/", "/**", ".")), min_size=1, max_size=9).map("".join)
_PATHS = st.text("aab/.", min_size=1, max_size=12)


def means(glob: str, path: str) -> bool:
    """The same, said a sign at a time."""

    @lru_cache(None)
    def fits(at: int, here: int) -> bool:
        rest, left = glob[at:], path[here:]
        if not rest:
            return not left or left.startswith("/")
        if rest.startswith("**/"):
            return fits(at + 3, here) or any(fits(at + 3, one + 1) for one in range(here, len(path)) if path[one] == "/")
        if rest == "**":
            return True
        if rest[0] == "*":
            return fits(at + 1, here) or (left[:1] not in ("", "/") and fits(at, here + 1))
        fit = left[:1] not in ("", "/") if rest[0] == "?" else left[:1] == rest[0]
        return fit and fits(at + 1, here + 1)

    return fits(0, 0)


@example("a/**/*b*a/**", "a/b/ba/a")
@given(_GLOBS, _PATHS)
def test_a_glob_means_what_it_says(glob: str, path: str) -> None:
    assume(not glob.endswith("/") and not glob.startswith("./"))
    try:
        found = matches(glob, path)
    except BadGlob:
        return
    assert found == means(glob, path)


_LONG = {
    "*a" * 40 + "b": "a" * 4000,
    "?*" * 30 + "b": "a" * 4000,
    "**/a/" * 60 + "b": "a/" * 2000,
    "**/*a*/" * 40 + "b": "aa/" * 1300,
}


@pytest.mark.parametrize("glob", _LONG)
def test_no_glob_takes_long(glob: str) -> None:
    start = process_time()
    assert not matches(glob, _LONG[glob])
    assert process_time() - start < 5
