"""``smartlint policy reference``: what expressions may speak of, made from what they are checked by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import did_you_mean, message_language
from smartlint.cli.output import write
from smartlint.json_text import json_text
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.policy.overloads import Overload

#: What is no function: logic, and what CEL calls macros, which take a name for each item and an expression about it.
_MACROS = (
    "bool && bool → bool",
    "bool || bool → bool",
    "bool ? A : A → A",
    "has(record.field) → bool",
    "list.all(x, bool) → bool",
    "list.exists(x, bool) → bool",
    "list.exists_one(x, bool) → bool",
    "list.filter(x, bool) → list",
    "list.map(x, any) → list",
    "list.map(x, bool, any) → list",
)


@click.command(
    name="reference",
    epilog="""\b
Examples:
  smartlint policy reference
  smartlint policy reference Goal
  smartlint policy reference addDays""",
)
@click.argument("name", required=False)
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@message_language("that of the environment")
def reference(name: str | None, output_format: str, message_language: str) -> None:
    """Show what the expressions of `[[rule]]` may speak of: variables, fields, functions and limits.

    NAME is a record such as Goal, or a function such as addDays; by default all are shown.
    """
    records, functions = _records(), _functions()
    if name is not None:
        _must_be_known(name, [*records, *functions])
        records = {one: fields for one, fields in records.items() if one == name}
        functions = {one: written for one, written in functions.items() if one == name}
    whole: dict[str, Any] = {} if name else {"variables": _variables(), "macros": _MACROS, "limits": _limits()}
    if output_format == "json":
        whole = {"version": 1, **whole, "records": records, "functions": functions}
        write([json_text(whole, indent=2) + "\n"], encoding="utf-8")
    else:
        language = message_language or locale_language()
        listed = {one: list(fields.items()) for one, fields in records.items()}
        write("\n".join(section) for section in _spaced(_sections(whole, listed, functions, language)))


def _must_be_known(name: str, known: list[str]) -> None:
    from smartlint.policy.mistake import nearest

    if name not in known:
        text = say("There is no record or function {name}.", name=repr(name)) + did_you_mean(nearest(name, known))
        raise click.BadParameter(text, param_hint="NAME")


def _sections(
    whole: dict[str, Any], records: dict[str, list[tuple[str, str]]], functions: dict[str, list[str]], language: str
) -> Iterator[list[str]]:
    """Pieces of text, each a headline and what stands below it."""
    if whole:
        yield [translate("Variables", language), *_rows(list(whole["variables"].items()))]
    for name, fields in records.items():
        yield [name, *_rows(fields)]
    written = [f"  {line}" for lines in functions.values() for line in lines]
    if whole:
        yield [translate("Functions and operators", language), *written, *(f"  {macro}" for macro in whole["macros"])]
        yield [
            translate("Limits", language),
            *_rows([(str(limit), translate(what, language)) for what, limit in whole["limits"].items()]),
        ]
    elif written:
        yield [line.strip() for line in written]


def _spaced(sections: Iterator[list[str]]) -> Iterator[list[str]]:
    for number, section in enumerate(sections):
        yield [*([""] if number else []), *section, ""]


def _rows(pairs: list[tuple[str, str]]) -> Iterator[str]:
    width = max(len(left) for left, _ in pairs)
    return (f"  {left:{width}}  {right}" for left, right in pairs)


def _variables() -> dict[str, str]:
    from smartlint.policy.declaration import GIVEN, SUBJECTS

    return {name: str(kind) for name, kind in {**SUBJECTS, **GIVEN}.items()}


def _records() -> dict[str, dict[str, str]]:
    from smartlint.policy.schema import RECORDS
    from smartlint.policy.types import Type

    return {name: {field: str(kind) for field, kind in (RECORDS.fields(Type(name)) or {}).items()} for name in RECORDS.names()}


def _functions() -> dict[str, list[str]]:
    """Each function and operator as it is called."""
    from smartlint.policy.checker import SYMBOLS
    from smartlint.policy.functions import FUNCTIONS

    return {
        SYMBOLS.get(name, name): [f"{_called(name, overload)} → {overload.gives}" for overload in function.overloads]
        for name, function in FUNCTIONS.items()
    }


def _called(name: str, overload: Overload) -> str:
    from smartlint.policy.checker import SYMBOLS

    first, *rest = map(str, overload.takes)
    if name == "_[_]":
        return f"{first}[{rest[0]}]"
    if name in SYMBOLS:
        return f"{first} {SYMBOLS[name]} {rest[0]}" if rest else f"{SYMBOLS[name]}{first}"
    if overload.style == "function":
        return f"{name}({', '.join((first, *rest))})"
    return f"{first}.{name}({', '.join(rest)})"


def _limits() -> dict[str, int]:
    """The limits there are, by what they limit."""
    from smartlint.policy.arithmetic import LONGEST_TEXT, MOST_ITEMS
    from smartlint.policy.automaton import LONGEST_PATTERN
    from smartlint.policy.declared import STEPS_PER_GOAL
    from smartlint.policy.expression import STEPS
    from smartlint.policy.parser import DEEPEST, LONGEST, MOST_BRACKETS, MOST_TOKENS
    from smartlint.policy.pattern import MOST_REPEATS

    return {
        "signs of an expression": LONGEST,
        "words and signs of an expression, counted as it is read": MOST_TOKENS,
        "brackets in one another": MOST_BRACKETS,
        "parts in one another": DEEPEST,
        "steps of an evaluation": STEPS,
        "steps more for each goal of what is judged": STEPS_PER_GOAL,
        "signs of a text that an expression makes": LONGEST_TEXT,
        "items of a list that an expression makes": MOST_ITEMS,
        "signs of a pattern of `matches`": LONGEST_PATTERN,
        "repetitions of a part of a pattern": MOST_REPEATS,
    }
