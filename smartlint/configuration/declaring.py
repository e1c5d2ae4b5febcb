"""Rules that configurations declare without code: each ``[[rule]]`` becomes a rule, or a mistake with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from smartlint.configuration.layer import Layer
from smartlint.configuration.mistake import Mistake
from smartlint.configuration.places import Path as KeyPath
from smartlint.rule import Rule
from smartlint.source import Span


class Declaring:
    """Makes each declaration once for the same tables, so that configurations which share one share its rule."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int, str], type[Rule] | Mistake] = {}

    def rules(
        self, layers: Sequence[Layer], tables: Mapping[str, Any], wrong: Sequence[Mistake]
    ) -> tuple[list[type[Rule]], list[Mistake]]:
        """The rules that layers declare, and what is wrong with the others; those that are ``wrong`` already are left out."""
        made = [self._rule(layer, number, tables) for layer in layers for number in _declared(layer, wrong)]
        return [one for one in made if not isinstance(one, Mistake)], [one for one in made if isinstance(one, Mistake)]

    def _rule(self, layer: Layer, number: int, tables: Mapping[str, Any]) -> type[Rule] | Mistake:
        key = (id(layer), number, repr(tables))
        if key not in self._made:
            self._made[key] = _made(layer, number, tables)
        return self._made[key]


def _declared(layer: Layer, wrong: Sequence[Mistake]) -> Iterator[int]:
    """The numbers of the declarations in a layer in which nothing was found to be wrong so far."""
    entries = layer.data.get("rule")
    if not isinstance(entries, list):
        return
    starts = [layer.span(("rule", number)).start for number in range(len(entries))] if wrong else [0] * len(entries)
    ends = [*starts[1:], len(layer.source.text)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if not any(one.source is layer.source and start <= one.span.start < end for one in wrong):
            yield number


def _made(layer: Layer, number: int, tables: Mapping[str, Any]) -> type[Rule] | Mistake:
    from smartlint.policy.declared import Misdeclared, declared  # here: most configurations declare no rule

    entry = dict(layer.data["rule"][number])
    if "from" in entry:
        entry["from"] = date.fromisoformat(entry["from"])
    try:
        return declared(entry, layer.source.path, tables)
    except Misdeclared as error:
        place: KeyPath = ("rule", number, *error.keys)
        span = _within(layer, layer.span(place), error.expression, error.mistake.span)
        return Mistake(layer.source, span, error.mistake.text, error.mistake.params, error.mistake.near)


def _within(layer: Layer, value: Span, text: str, part: Span) -> Span:
    """The place of a part of a text that stands in quotes; the whole, where escapes make it stand otherwise there."""
    start = layer.source.slice(value).find(text) if text else -1
    if start < 0:
        return value
    return Span(value.start + start + part.start, value.start + start + max(part.end, part.start + 1))
