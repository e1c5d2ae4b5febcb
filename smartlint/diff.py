"""The unified diff between two texts of a file, as ``git apply`` and ``patch -p1`` take it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

_UNENDED = "\\ No newline at end of file"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def unified(path: str, old: str, new: str) -> Iterator[str]:
    """The lines of the diff, each with its line end; none if the texts are the same.

    The texts are those of the whole file, a byte order mark included. Lines end at LF: a CR before it is part of them.
    """
    before, after = _named("a", path), _named("b", path)
    for line in unified_diff(_lines(old), _lines(new), before, after):
        yield line if line.endswith("\n") else f"{line}\n{_UNENDED}\n"


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _named(side: str, path: str) -> str:
    """A file's name as git writes it: in quotes if it could be taken for more, with a tab behind it if it has blanks."""
    name = f"{side}/{path}"
    if any(sign in _ESCAPES or sign < " " or sign == "\x7f" for sign in name):
        return '"' + "".join(map(_escaped, name)) + '"'
    return f"{name}\t" if " " in name else name


def _escaped(sign: str) -> str:
    return _ESCAPES.get(sign) or (f"\\{ord(sign):03o}" if sign < " " or sign == "\x7f" else sign)
