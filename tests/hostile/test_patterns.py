"""Every regular expression of the engine and the rules takes a time that grows no faster than the text it is tried on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from inspect import getsource
from pkgutil import walk_packages
from random import Random
from re import _constants as signs  # type: ignore[attr-defined,unused-ignore]
from re import _parser as parser  # type: ignore[attr-defined,unused-ignore]
from time import process_time
from types import ModuleType
from typing import Any

import pytest

import smartlint
import smartlint_rules
from smartlint.pattern import Pattern

_SIZE = 800
#: What takes longer is measured again, on a text four times as long, which may take so many times as long.
_LONG, _MOST = 0.001, 9
_CLASSES = {"DIGIT": "9", "SPACE": " ", "WORD": "a"}
_SIGNS = "a9 -.,:#/|*_A\"'([{\\\n\t%$=ø"
#: What people repeat, besides what a pattern itself repeats.
_REPEATED = (*"a9 -.:,(*\t", "a ", "9 ", "- ", "a, ", ": ", "🟢")
#: These are asked for texts of ours, not for those of others.
_OWN = {"smartlint.cli.rule._FENCED"}
_SCANS = r"(?<![\w.]){name}\.(?:search|finditer|findall|subn?|split)\("


def _modules() -> Iterator[ModuleType]:
    for package in (smartlint, smartlint_rules):
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith("__main__"):
                continue
            try:
                yield import_module(found.name)
            except ModuleNotFoundError as error:
                if (error.name or "").startswith("smartlint"):
                    raise  # what an extra needs may be absent


def _patterns() -> Iterator[tuple[str, str, int, bool]]:
    """Each pattern with its name, its flags, and whether a text is searched for it from every place."""
    for module in _modules():
        for name, value in vars(module).items():
            several = value if isinstance(value, tuple) else (value,)
            for one in several:
                if isinstance(one, re.Pattern | Pattern) and isinstance(one.pattern, str):
                    scans = re.search(_SCANS.format(name=re.escape(name)), getsource(module)) is not None
                    yield f"{module.__name__}.{name}", one.pattern, one.flags, scans


def _fits(sign: str, members: Iterable[Any]) -> bool:
    for kind, value in members:
        if kind is signs.CATEGORY:
            of = {"DIGIT": sign.isdigit(), "SPACE": sign.isspace(), "WORD": sign.isalnum() or sign == "_"}
            if of[str(value).rpartition("_")[2]] != ("NOT" in str(value)):
                return True
        elif (kind is signs.LITERAL and value == ord(sign)) or (kind is signs.RANGE and value[0] <= ord(sign) <= value[1]):
            return True
    return False


def _of_class(members: list[Any], chance: Random) -> str:
    if members[0][0] is signs.NEGATE:
        return chance.choice([sign for sign in _SIGNS if not _fits(sign, members[1:])] or ["é"])
    kind, value = chance.choice(members)
    if kind is signs.CATEGORY:
        return " " if "NOT" in str(value) else _CLASSES[str(value).rpartition("_")[2]]
    return chr(value[0] if kind is signs.RANGE else value)


_REPEATS = (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT)


def _sample(tree: Any, chance: Random) -> str:
    """A text that fits a part of a pattern, but for what it looks ahead and back for."""
    made = []
    for kind, value in tree:
        if kind in _REPEATS:
            low, high, part = value
            made += [_sample(part, chance) for _ in range(min(max(low, min(high, chance.choice((0, 1, 2)))), 5))]
        elif kind is signs.IN:
            made.append(_of_class(value, chance))
        elif kind is signs.LITERAL:
            made.append(chr(value))
        elif kind in (signs.ANY, signs.NOT_LITERAL):
            made.append("a" if value != ord("a") else "b")
        elif kind is signs.BRANCH:
            made.append(_sample(chance.choice(value[1]), chance))
        elif kind in (signs.SUBPATTERN, signs.ATOMIC_GROUP):
            made.append(_sample(value[3] if kind is signs.SUBPATTERN else value, chance))
    return "".join(made)


def _repeated(tree: Any) -> Iterator[Any]:
    """What a pattern repeats without end."""
    for kind, value in tree:
        if kind in _REPEATS:
            if value[1] is signs.MAXREPEAT:
                yield value[2]
            yield from _repeated(value[2])
        elif kind is signs.BRANCH:
            for branch in value[1]:
                yield from _repeated(branch)
        elif kind in (signs.SUBPATTERN, signs.ATOMIC_GROUP):
            yield from _repeated(value[3] if kind is signs.SUBPATTERN else value)


def _texts(pattern: str, flags: int) -> Iterator[Callable[[int], str]]:
    """Texts of any size that begin as the pattern does and go on with what it repeats, and never end as it does."""
    chance = Random(1)
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    pieces = {*_REPEATED, *(_sample(part, chance) for part in _repeated(tree) for _ in range(2)), _sample(tree, chance)}
    for piece in sorted(pieces - {""}):
        for start in ("", _sample(tree, chance)):
            yield lambda size, start=start, piece=piece: start + piece * (size // len(piece)) + "\0"  # type: ignore[misc]


@cache
def _all() -> dict[str, tuple[str, int, bool]]:
    found: dict[str, tuple[str, int, bool]] = {}
    for name, pattern, flags, scans in _patterns():
        if name not in _OWN:
            found[f"{name} {pattern[:40]}"] = (pattern, flags, scans)
    return found


def _seconds(act: Callable[[str], Any], text: str, tries: int) -> float:
    took = []
    for _ in range(tries):
        start = process_time()
        act(text)
        took.append(process_time() - start)
    return min(took)


def _slow(pattern: str, flags: int, *, scans: bool) -> Iterator[str]:
    compiled = re.compile(pattern, flags)
    acts: list[Callable[[str], Any]] = [compiled.match]
    if scans:
        acts.append(lambda text: [None for _ in compiled.finditer(text)])
    for make in _texts(pattern, flags):
        for act in acts:
            if _seconds(act, make(_SIZE), 1) > _LONG:
                small = _seconds(act, make(_SIZE), 3)
                ratio = _seconds(act, make(4 * _SIZE), 2) / small
                if small > _LONG and ratio > _MOST:
                    yield f"{make(30)!r}: {ratio:.0f} times for four times as much"


@pytest.mark.timeout(120)
def test_no_pattern_takes_longer_than_its_text() -> None:
    assert len(_all()) > 200
    found = {name: slow for name, given in _all().items() if (slow := next(_slow(*given[:2], scans=given[2]), None))}
    assert not found


def test_what_is_slow_is_noticed() -> None:
    assert next(_slow(r"\d+x", 0, scans=True), None)
    assert next(_slow(r"\s*(?:\|?\s*-|,?\s*-|;?\s*-|:?\s*-)", 0, scans=False), None)
    assert not next(_slow(r"(?<!\d)\d+x", 0, scans=True), None)
