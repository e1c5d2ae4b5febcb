"""Random expressions of the Common Expression Language, mostly of fitting types, with the values of their variables."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

_T = TypeVar("_T")

_INTS = ("0", "1", "2", "3", "7", "-1", "-5", "10", "100", "0x1F")
_EDGES = ("9223372036854775807", "-9223372036854775808", "4611686018427387904", "9007199254740993", "-4611686018427387905")
_DOUBLES = ("0.0", "1.0", "1.5", "-2.5", ".5", "1e3", "1e-7", "1e20", "0.1", "3.0", "123456.75", "-0.0", "1e308")
_TEXTS = (
    "",
    "a",
    "abc",
    "Øke salget",
    "b c",
    "12",
    "-7",
    "1.5",
    "true",
    "false",
    "x\ny",
    "😀",
    "ab12",
    "2026",
    "é",
    'it"s',
    "\\",
    "t",
)
_RAW = ('r"a\\d"', "R'\\n'", '"""long "text" here"""', "'''it's'''", '"\\u00e6\\x41\\101\\n\\t\\\\"', "'\\U0001F600'")
_PATTERNS = (
    "a",
    "^a",
    "c$",
    "[a-c]+",
    "\\\\d+",
    "a.c",
    "(ab|b)c?",
    "^$",
    "[^0-9]",
    "(?i)ABC",
    "a{1,2}",
    "\\\\bsalget\\\\b",
    "x?y*",
    "\\\\s",
    "Ø",
    "^(a+)+$",
    "[[:digit:]]{2}",
    "\\\\pL",
    "\\\\W",
    "(?s)x.y",
    "(?m)^y",
    "a|",
    "(",
)
_TIMES = (
    "2026-01-01T00:00:00Z",
    "2026-06-30T23:59:59Z",
    "2024-02-29T12:34:56.789Z",
    "1969-12-31T23:59:59Z",
    "2026-05-06T07:08:09+02:00",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z",
)
_NO_TIMES = ("2026-02-30T00:00:00Z", "2026-01-01", "0000-01-01T00:00:00Z", "today", "")
_LENGTHS = ("0s", "1s", "90m", "36h", "1h30m", "-1.5h", "100ms", "1500ms", "24h", "8760h", "2h45m10.5s")
_NO_LENGTHS = ("5", "1d", "", "1h 5m", "315576000001s")
_ZONES = ("UTC", "+02:00", "-05:30", "Europe/Oslo", "05:00", "America/New_York", "+05:45", "Asia/Tokyo", "nowhere")
_GETTERS = (
    "getFullYear",
    "getMonth",
    "getDate",
    "getDayOfMonth",
    "getDayOfWeek",
    "getDayOfYear",
    "getHours",
    "getMinutes",
    "getSeconds",
    "getMilliseconds",
)
_LENGTH_GETTERS = ("getHours", "getMinutes", "getSeconds", "getMilliseconds")
#: The types that expressions are made of; those of variables are the first six.
KINDS = ("int", "double", "string", "bool", "ints", "map", "strings", "timestamp", "duration")
_NAMES = {"int": "i", "double": "d", "string": "s", "bool": "b", "ints": "l", "map": "m"}


@dataclass(frozen=True)
class Made:
    """An expression and what its variables are."""

    text: str
    bindings: dict[str, Any]


class Maker:
    """Makes expressions with a source of chance. One in a hundred parts is of a type that does not fit."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._locals: list[tuple[str, str]] = []

    def made(self) -> Made:
        depth = self._chance.randint(1, 3)
        text = self._rare(depth) if self._chance.randint(1, 20) <= 13 else self.of(self._one(KINDS), depth)
        return Made(text, self._bindings())

    def _rare(self, depth: int) -> str:
        """What chance alone makes seldom."""
        kind = self._one(("bool", "bool", "bool", "part", "macro"))
        if kind == "bool":
            return self._bool(depth)
        if kind == "macro":
            return self._quantified(depth)
        zone = _quoted(self._one(_ZONES)) if self._chance.randint(1, 4) == 1 else ""
        part = f"{self.of('timestamp', depth - 2)}.{self._one(_GETTERS)}({zone})"
        return f"({part} {self._one(('<', '<=', '>', '>=', '=='))} {self.of('int', depth - 1)})"

    def _one(self, choices: Sequence[_T]) -> _T:
        return choices[self._chance.randint(0, len(choices) - 1)]

    def _bindings(self) -> dict[str, Any]:
        integers = (0, 1, 2, -3, 5, 1, 2, 4, 6, 2**63 - 1, -(2**63))
        return {
            "i": self._one(integers),
            "d": self._one((0.0, 1.0, -2.5, 0.1, 1e20, 3.0)),
            "s": self._one(_TEXTS),
            "b": self._one((True, False)),
            "l": [self._one(integers[:5]) for _ in range(self._chance.randint(1, 3))],
            "m": {self._one(("a", "b", "abc")): self._one(integers[:5]) for _ in range(self._chance.randint(2, 6))},
            "n": None,
            "x": self._one((1, 1.0, "a", True, None, [1, 1.0, "a"], {"a": 1, "b": [2]})),
        }

    def of(self, kind: str, depth: int) -> str:
        """An expression of a type, seldom of another one."""
        if self._chance.randint(1, 100) == 1:
            kind = self._one(KINDS)
        if depth <= 0 or self._chance.randint(1, 12) == 1:
            return self._leaf(kind)
        if kind == "timestamp" or kind == "duration":
            return self._of_time(kind, depth - 1)
        if self._chance.randint(1, 10) == 1:
            return f"({self.of('bool', depth - 1)} ? {self.of(kind, depth - 1)} : {self.of(kind, depth - 1)})"
        made: Callable[[int], str] = getattr(self, f"_{kind}")
        return made(depth - 1)

    def _leaf(self, kind: str) -> str:
        known = [name for name, of in self._locals if of == kind]
        if known and self._chance.randint(1, 2) == 1:
            return self._one(known)
        if kind in _NAMES and self._chance.randint(1, 4) == 1:
            return self._one((*[_NAMES[kind]] * 9, "x"))
        return self._literal(kind)

    def _literal(self, kind: str) -> str:
        match kind:
            case "int":
                return self._one(_EDGES if self._chance.randint(1, 20) == 1 else _INTS)
            case "double":
                return self._one(_DOUBLES)
            case "string":
                return self._one(_RAW) if self._chance.randint(1, 6) == 1 else _quoted(self._one(_TEXTS))
            case "bool":
                return self._one(("true", "false"))
            case "ints":
                return f"[{', '.join(self._one(_INTS[:7]) for _ in range(self._few()))}]"
            case "strings":
                return f"[{', '.join(_quoted(self._one(_TEXTS)) for _ in range(self._few()))}]"
            case "map":
                keys = sorted({self._one(("a", "b", "abc")) for _ in range(self._few() * 2)})
                return "{" + ", ".join(f"{_quoted(one)}: {self._one(_INTS[:7])}" for one in keys) + "}"
            case "timestamp":
                return f"timestamp({_quoted(self._one(_NO_TIMES if self._chance.randint(1, 40) == 1 else _TIMES))})"
            case _:
                return f"duration({_quoted(self._one(_NO_LENGTHS if self._chance.randint(1, 40) == 1 else _LENGTHS))})"

    def _few(self) -> int:
        return self._one((0, 1, 2, 2, 3, 3, 4))

    # --- by type ----------------------------------------------------------------------------------------------------

    def _int(self, depth: int) -> str:
        def of(kind: str) -> str:
            return self.of(kind, depth)

        number = self._chance.randint(0, 13)
        if number < 5:
            return f"({of('int')} {'+-*/%'[number]} {of('int')})"
        if number == 5:
            return f"-({of('int')})"
        if number == 6:
            return f"{of('ints')}[{self._one(('0', '0', '0', '0', '1', 'i'))}]"
        if number == 7:
            return of("map") + self._one((".a", ".b", '["a"]', '["abc"]'))
        if number == 8:
            sized = of(self._one(("string", "ints", "map", "strings")))
            return self._one((f"size({sized})", f"{sized}.size()"))
        if number == 9:
            digits = _quoted(self._one(("12", "-7")))
            return f"int({self._one((self._literal('timestamp'), of('double'), digits, digits, of('int')))})"
        if number == 10:
            return f"{of('duration')}.{self._one(_LENGTH_GETTERS)}()"
        if number == 11:
            zone = _quoted(self._one(_ZONES)) if self._chance.randint(1, 3) == 1 else ""
            return f"{of('timestamp')}.{self._one(_GETTERS)}({zone})"
        if number == 12:
            return f"dyn({of('int')})"
        return f"{of('timestamp')}.{self._one(_GETTERS)}()"

    def _double(self, depth: int) -> str:
        number = self._chance.randint(0, 5)
        if number < 4:
            return f"({self.of('double', depth)} {'+-*/'[number]} {self.of('double', depth)})"
        if number == 4:
            return f"-{self._literal('double').lstrip('-')}" if depth < 1 else f"-({self.of('double', depth)})"
        given = self._one(
            (
                self.of("int", depth),
                _quoted(self._one(("1.5", "-2e3", "12", ".5", "1e400", "inf", " 7 ", "abc"))),
                self.of("double", depth),
            )
        )
        return f"double({given})"

    def _string(self, depth: int) -> str:
        number = self._chance.randint(0, 4)
        if number == 0:
            return f"({self.of('string', depth)} + {self.of('string', depth)})"
        if number == 1:
            return f"{self.of('strings', depth)}[{self._one(('0', '0', '0', '1'))}]"
        if number == 2:
            return f"dyn({self.of('string', depth)})"
        return f"string({self.of(self._one(('int', 'double', 'bool', 'string', 'timestamp', 'duration')), depth)})"

    def _bool(self, depth: int) -> str:
        def of(kind: str) -> str:
            return self.of(kind, depth)

        number = self._chance.randint(0, 19)
        if number < 3:
            kind = self._one(KINDS)
            return f"({of(kind)} {self._one(('==', '!='))} {of(kind)})"
        if number < 6:
            kind = self._one(("int", "double", "string", "bool", "timestamp", "duration"))
            return f"({of(kind)} {self._one(('<', '<=', '>', '>='))} {of(kind)})"
        if number < 8:
            return f"({of('bool')} {self._one(('&&', '||'))} {of('bool')})"
        if number == 8:
            return f"!({of('bool')})"
        if number == 9:
            inside = self._one((("int", "ints"), ("string", "map"), ("string", "strings")))
            return f"({of(inside[0])} in {of(inside[1])})"
        if number == 10:
            return f"has({of('map')}.{self._one(('a', 'b', 'abc'))})"
        if number == 11:
            words = _quoted(self._one(("true", "false", "1", "f", "TRUE", "True", "t", "yes")))
            return f"bool({self._one((of('bool'), words, of('bool')))})"
        if number == 12:
            kind = self._one(KINDS)
            name = {
                "ints": "list",
                "strings": "list",
                "timestamp": "google.protobuf.Timestamp",
                "duration": "google.protobuf.Duration",
            }.get(kind, kind)
            return f"(type({of(kind)}) == {self._one((name, 'int', 'null_type', 'type(1.0)', 'type'))})"
        if number in (13, 16, 17):
            function = self._one(("contains", "startsWith", "endsWith"))
            return f"{of('string')}.{function}({of('string')})"
        if number in (14, 18):
            text, pattern = of("string"), f'"{self._one(_PATTERNS)}"'
            return self._one((f"{text}.matches({pattern})", f"matches({text}, {pattern})"))
        return self._quantified(depth)

    def _quantified(self, depth: int) -> str:
        macro = self._one(("all", "exists", "exists_one"))
        over, item = self._one((("ints", "int"), ("strings", "string"), ("map", "string")))
        return self._macro(self.of(over, depth), macro, item, lambda: self.of("bool", depth))

    def _macro(self, over: str, macro: str, item: str, *bodies: Callable[[], str]) -> str:
        name = f"v{len(self._locals)}"
        self._locals.append((name, item))
        made = ", ".join(body() for body in bodies)
        self._locals.pop()
        return f"{over}.{macro}({name}, {made})"

    def _ints(self, depth: int) -> str:
        return self._list(depth, "ints", "int")

    def _strings(self, depth: int) -> str:
        return self._list(depth, "strings", "string")

    def _list(self, depth: int, kind: str, item: str) -> str:
        number = self._chance.randint(0, 4)
        if number == 0:
            return f"({self.of(kind, depth)} + {self.of(kind, depth)})"
        if number == 1:
            return f"[{', '.join(self.of(item, depth) for _ in range(self._chance.randint(1, 3)))}]"
        if number == 2:
            return self._macro(self.of(kind, depth), "filter", item, lambda: self.of("bool", depth))
        over, before = self._one((("ints", "int"), ("strings", "string")))
        source = self.of(over, depth)
        if number == 3:
            return self._macro(source, "map", before, lambda: self.of(item, depth))
        return self._macro(source, "map", before, lambda: self.of("bool", depth), lambda: self.of(item, depth))

    def _map(self, depth: int) -> str:
        entries = [f"{_quoted(one)}: {self.of('int', depth)}" for one in ("a", "b", "abc")[: self._chance.randint(1, 3)]]
        return "{" + ", ".join(entries) + "}"

    def _of_time(self, kind: str, depth: int) -> str:
        number = self._chance.randint(0, 3)
        time, length = self.of("timestamp", depth), self.of("duration", depth)
        if kind == "timestamp":
            seconds = self._one(("0", "1767225600", "-1", "253402300800"))
            return (
                f"({time} + {length})",
                f"({length} + {time})",
                f"({time} - {length})",
                f"timestamp({self._one((seconds, time))})",
            )[number]
        return (f"({length} + {length})", f"({length} - {length})", f"({time} - {time})", f"duration({length})")[number]


def _quoted(text: str) -> str:
    """A text as a literal: JSON's escapes are CEL's too."""
    return json.dumps(text, ensure_ascii=False)
