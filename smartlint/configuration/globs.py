"""Patterns of files: ``*`` and ``?`` within a name, ``**`` through folders. A folder's name means all that is in it."""

from __future__ import annotations

import re
from functools import lru_cache

from smartlint.pattern import compile_late

_FOLDERS = compile_late(r"(?:\*\*/)+")


class BadGlob(ValueError):
    """A pattern that cannot be meant; ``reason`` names what is wrong, ``at`` is where in it."""

    def __init__(self, reason: str, at: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


_BAD = (
    ("empty", compile_late(r"\s*\Z")),
    ("backslash", compile_late(r".*?\\")),
    ("absolute", compile_late(r"/|[A-Za-z]:|~")),
    ("above", compile_late(r"(?:.*?/)??\.\.(?:/|\Z)")),
    ("bracket", compile_late(r".*?[\[\]{}]")),
    ("stars", compile_late(r".*?(?:[^/*]\*\*|\*\*[^/])")),
    ("negated", compile_late(r"!")),
)


@lru_cache(maxsize=1024)
def pattern(glob: str) -> re.Pattern[str]:
    """What the paths that a glob means look like, relative to the folder that it speaks of. Raises ``BadGlob``."""
    for reason, bad in _BAD:
        match = bad.match(glob)
        if match:
            raise BadGlob(reason, max(match.end() - 1, 0))
    first, *others = map(_names, _FOLDERS.split(glob.removeprefix("./").rstrip("/")))
    # the first folders that fit are taken for good, as what follows may stand anywhere below: no glob takes long
    between = "".join(f"(?>(?:[^/]*/)*?{one})" for one in others[:-1])
    last = f"(?:[^/]*/)*?{others[-1]}" if others else ""
    return re.compile(f"{first}{between}{last}(?:/.*)?", re.DOTALL)


def _names(glob: str) -> str:
    return "/".join(".*" if name == "**" else _name(name) for name in glob.split("/"))


def _name(glob: str) -> str:
    first, *others = (re.escape(part).replace(r"\?", "[^/]") for part in glob.split("*"))
    between = "".join(f"(?>[^/]*?{part})" for part in others[:-1])
    return f"{first}{between}[^/]*{others[-1]}" if others else first


def matches(glob: str, path: str) -> bool:
    """Whether a path relative to the glob's folder, with forward slashes, or a folder above it, is meant."""
    return pattern(glob).fullmatch(path) is not None
