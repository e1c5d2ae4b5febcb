"""Patterns of files: ``*`` and ``?`` within a name, ``**`` through folders. A folder's name means all that is in it."""

from __future__ import annotations

import re
from functools import lru_cache

_WILD = re.compile(r"\*\*/|\*\*|\*|\?")
_PATTERNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


class BadGlob(ValueError):
    """A pattern that cannot be meant; ``reason`` names what is wrong, ``at`` is where in it."""

    def __init__(self, reason: str, at: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


_BAD = (
    ("empty", re.compile(r"\s*\Z")),
    ("backslash", re.compile(r".*?\\")),
    ("absolute", re.compile(r"/|[A-Za-z]:|~")),
    ("above", re.compile(r"(?:.*?/)??\.\.(?:/|\Z)")),
    ("bracket", re.compile(r".*?[\[\]{}]")),
    ("stars", re.compile(r".*?(?:[^/*]\*\*|\*\*[^/])")),
    ("negated", re.compile(r"!")),
)


@lru_cache(maxsize=1024)
def pattern(glob: str) -> re.Pattern[str]:
    """What the paths that a glob means look like, relative to the folder that it speaks of. Raises ``BadGlob``."""
    for reason, bad in _BAD:
        match = bad.match(glob)
        if match:
            raise BadGlob(reason, max(match.end() - 1, 0))
    glob = glob.removeprefix("./")
    written, last = "", 0
    for wild in _WILD.finditer(glob):
        written += re.escape(glob[last : wild.start()]) + _PATTERNS[wild[0]]
        last = wild.end()
    written += re.escape(glob[last:].rstrip("/"))
    return re.compile(f"{written}(?:/.*)?", re.DOTALL)


def matches(glob: str, path: str) -> bool:
    """Whether a path relative to the glob's folder, with forward slashes, or a folder above it, is meant."""
    return pattern(glob).fullmatch(path) is not None
