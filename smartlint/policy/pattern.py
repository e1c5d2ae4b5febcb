"""Regular expressions in the syntax of RE2, read into an automaton of signs and choices that never goes back."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import category

from smartlint.policy.mistake import Failure
from smartlint.record import dataclass

#: So many states a pattern may come to, so often a part may be repeated, so deeply groups may be nested.
MOST_STATES, MOST_REPEATS, DEEPEST = 2_100, 1_000, 20
_REPEAT = re.compile(r"\{(\d{1,5})(?:(,)(\d{1,5})?)?\}", re.ASCII)
_FLAGS = re.compile(r"\(\?([imsU]*)(?:-([imsU]+))?([:)])")
_NAMED = re.compile(r"\(\?P?<[A-Za-z_]\w*>", re.ASCII)
_POSIX = re.compile(r"\[:(\^?)([a-z]+):\]")
_CATEGORY = re.compile(r"\\([pP])(?:\{(\^?)([A-Z][a-z]?)\}|([A-Z]))")
_CODE = re.compile(r"\\(?:x\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([0-7]{3}|0[0-7]?))")
_CONTROLS = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_DIGITS, _BLANK = (("0", "9"),), (("\t", "\n"), ("\f", "\r"), (" ", " "))
_WORD = (*_DIGITS, ("A", "Z"), ("a", "z"), ("_", "_"))
_SETS = {"d": _DIGITS, "w": _WORD, "s": _BLANK}
_LETTERS = (("A", "Z"), ("a", "z"))
_CLASSES = {
    "alnum": (*_DIGITS, *_LETTERS), "alpha": _LETTERS, "ascii": (("\0", "\x7f"),), "blank": (("\t", "\t"), (" ", " ")),
    "cntrl": (("\0", "\x1f"), ("\x7f", "\x7f")), "digit": _DIGITS, "graph": (("!", "~"),), "lower": (("a", "z"),),
    "print": ((" ", "~"),), "punct": (("!", "/"), (":", "@"), ("[", "`"), ("{", "~")),
    "space": (("\t", "\r"), (" ", " ")), "upper": (("A", "Z"),), "word": _WORD,
    "xdigit": (*_DIGITS, ("A", "F"), ("a", "f")),
}  # fmt: skip
_GENERAL = frozenset(
    "C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs".split()
)

_OPEN = "in the pattern `{pattern}`, `{piece}` is not closed"
_UNKNOWN = "in the pattern `{pattern}`, `{piece}` means nothing that is supported"
_SHOWN = 10


@dataclass(frozen=True)
class Signs:
    """A set of signs: ranges and Unicode categories, or all but those; each of them may be denied by itself."""

    ranges: tuple[tuple[str, str], ...] = ()
    categories: tuple[tuple[str, bool], ...] = ()
    without: tuple[tuple[tuple[str, str], ...], ...] = ()
    denied: bool = False
    any_case: bool = False

    def __contains__(self, sign: str) -> bool:
        found = self._has(sign)
        if not found and self.any_case:
            lower, upper = sign.lower(), sign.upper()
            found = any(self._has(other) for other in (lower, upper, lower.upper(), upper.lower()) if len(other) == 1)
        return found is not self.denied

    def _has(self, sign: str) -> bool:
        if any(first <= sign <= last for first, last in self.ranges):
            return True
        if any(category(sign).startswith(name) is not denied for name, denied in self.categories):
            return True
        return any(not any(first <= sign <= last for first, last in one) for one in self.without)


@dataclass(frozen=True)
class Part:
    """A part of a pattern: ``signs``, ``place`` (a kind of place), ``row``, ``choice`` or ``repeat`` of other parts."""

    kind: str
    value: Any = None
    parts: tuple[Part, ...] = ()
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Flags:
    """The flags ``i``, ``m`` and ``s`` where a part stands."""

    any_case: bool = False
    lines: bool = False
    dot_all: bool = False

    def changed(self, on: str, off: str) -> Flags:
        def flag(name: str, now: bool) -> bool:
            return (now or name in on) and name not in off

        return Flags(flag("i", self.any_case), flag("m", self.lines), flag("s", self.dot_all))


class Pattern:
    """Reads a pattern; raises ``Failure`` for what is none."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    def read(self) -> Part:
        part = self._choice(Flags())
        if self._at < len(self._text):
            raise self._wrong("in the pattern `{pattern}`, a `)` closes nothing")
        return part

    def _wrong(self, text: str, piece: str = "") -> Failure:
        return Failure(text, pattern=self._text[:60], piece=piece)

    def _next(self) -> str:
        return self._text[self._at] if self._at < len(self._text) else ""

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self._text, self._at)
        if match:
            self._at = match.end()
        return match

    def _choice(self, flags: Flags) -> Part:
        rows = []
        while True:
            row, flags = self._row(flags)
            rows.append(row)
            if self._next() != "|":
                return rows[0] if len(rows) == 1 else Part("choice", parts=tuple(rows))
            self._at += 1

    def _row(self, flags: Flags) -> tuple[Part, Flags]:
        """Parts one after the other, and the flags that they leave."""
        parts: list[Part] = []
        while self._next() not in ("", "|", ")"):
            change = _FLAGS.match(self._text, self._at)
            if change and change[3] == ")":
                self._at = change.end()
                flags = flags.changed(change[1], change[2] or "")
            else:
                parts.append(self._repeated(self._one(flags)))
        return (parts[0] if len(parts) == 1 else Part("row", parts=tuple(parts))), flags

    def _repeated(self, part: Part) -> Part:
        """A part with the ``*``, ``+``, ``?`` or ``{…}`` after it, which ``?`` makes lazy: that decides no match."""
        limits = self._limits()
        if limits is None:
            return part
        if self._next() == "?":
            self._at += 1
        if self._limits() is not None:
            raise self._wrong("in the pattern `{pattern}`, a repetition is repeated")
        return Part("repeat", parts=(part,), least=limits[0], most=limits[1])

    def _limits(self) -> tuple[int, int | None] | None:
        simple = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(self._next())
        if simple:
            self._at += 1
            return simple
        match = self._take(_REPEAT)
        if match is None:
            return None
        least = int(match[1])
        most = least if not match[2] else int(match[3]) if match[3] else None
        if max(least, most or 0) > MOST_REPEATS or (most is not None and most < least):
            raise self._wrong(_UNKNOWN, match[0])
        return least, most

    def _one(self, flags: Flags) -> Part:
        sign = self._next()
        if sign == "(":
            return self._group(flags)
        if sign == "[":
            return Part("signs", self._set(flags))
        if sign == "\\":
            return self._escape(flags)
        if sign in "*+?" or _REPEAT.match(self._text, self._at):
            raise self._wrong("in the pattern `{pattern}`, there is nothing that `{piece}` repeats", sign)
        self._at += 1
        if sign == ".":
            return Part("signs", Signs(denied=True) if flags.dot_all else Signs((("\n", "\n"),), denied=True))
        if sign in "^$":
            start = sign == "^"
            return Part("place", ("line start" if start else "line end") if flags.lines else "start" if start else "end")
        return _literal(sign, flags)

    def _group(self, flags: Flags) -> Part:
        start = self._at
        opening = self._take(_FLAGS)
        if opening:
            flags = flags.changed(opening[1], opening[2] or "")
        elif not self._take(_NAMED):
            self._at += 1
            if self._next() == "?":
                raise self._wrong(_UNKNOWN, self._text[start : start + 3])
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._wrong("in the pattern `{pattern}`, groups stand in one another too deep")
        inside = self._choice(flags)
        if self._next() != ")":
            raise self._wrong(_OPEN, self._text[start : start + _SHOWN])
        self._at += 1
        self._depth -= 1
        return inside

    def _escape(self, flags: Flags) -> Part:
        sign = self._text[self._at + 1 : self._at + 2]
        if sign in ("b", "B", "A", "z"):
            self._at += 2
            return Part("place", {"b": "word edge", "B": "no word edge", "A": "start", "z": "end"}[sign])
        if sign == "Q":
            end = self._text.find("\\E", self._at)
            word = self._text[self._at + 2 : end if end >= 0 else len(self._text)]
            self._at = end + 2 if end >= 0 else len(self._text)
            return Part("row", parts=tuple(_literal(one, flags) for one in word))
        signs = self._shorthand(flags)
        return Part("signs", signs) if signs else _literal(self._sign(), flags)

    def _shorthand(self, flags: Flags) -> Signs | None:
        r"""``\d``, ``\W``, ``\pL``: a set of signs with a name."""
        sign = self._text[self._at + 1 : self._at + 2]
        if sign.lower() in _SETS and sign:
            self._at += 2
            return Signs(_SETS[sign.lower()], denied=sign.isupper(), any_case=flags.any_case)
        match = self._take(_CATEGORY)
        if match is None:
            return None
        name = match[3] or match[4]
        if name not in _GENERAL:
            raise self._wrong(_UNKNOWN, match[0])
        return Signs(categories=((name, (match[1] == "P") is not bool(match[2])),), any_case=flags.any_case)

    def _sign(self) -> str:
        """A single sign, as it is or by its escape."""
        if self._next() != "\\":
            self._at += 1
            return self._text[self._at - 1]
        code = self._take(_CODE)
        if code:
            value = int(code[1] or code[2], 16) if code[1] or code[2] else int(code[3], 8)
            if value > 0x10FFFF:
                raise self._wrong(_UNKNOWN, code[0])
            return chr(value)
        sign = self._text[self._at + 1 : self._at + 2]
        if sign in _CONTROLS and sign:
            self._at += 2
            return _CONTROLS[sign]
        if not sign or sign == "_" or sign.isalnum() or not sign.isascii():
            raise self._wrong(_UNKNOWN, f"\\{sign}")
        self._at += 2
        return sign

    def _set(self, flags: Flags) -> Signs:
        """A set in brackets."""
        start = self._at
        self._at += 1
        denied = self._next() == "^"
        self._at += denied
        ranges: list[tuple[str, str]] = []
        categories: list[tuple[str, bool]] = []
        without: list[tuple[tuple[str, str], ...]] = []
        first = True
        while self._next() != "]" or first:
            if not self._next():
                raise self._wrong(_OPEN, self._text[start : start + _SHOWN])
            first = False
            named = self._named(flags)
            if named is None:
                ranges.append(self._range())
            elif named.denied:
                without.append(named.ranges)
            else:
                ranges += named.ranges
                categories += named.categories
        self._at += 1
        return Signs(tuple(ranges), tuple(categories), tuple(without), denied, flags.any_case)

    def _named(self, flags: Flags) -> Signs | None:
        if self._next() == "\\":
            return self._shorthand(flags)
        match = self._take(_POSIX)
        if match is None:
            return None
        if match[2] not in _CLASSES:
            raise self._wrong(_UNKNOWN, match[0])
        return Signs(_CLASSES[match[2]], denied=bool(match[1]))

    def _range(self) -> tuple[str, str]:
        first = self._sign()
        if self._next() != "-" or self._text[self._at + 1 : self._at + 2] in ("]", ""):
            return first, first
        self._at += 1
        last = self._sign()
        if last < first:
            raise self._wrong(_UNKNOWN, f"{first}-{last}")
        return first, last


def _literal(sign: str, flags: Flags) -> Part:
    return Part("signs", Signs(((sign, sign),), any_case=flags.any_case))
