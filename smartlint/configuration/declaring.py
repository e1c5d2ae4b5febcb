"""Rules that configurations declare without code: each ``[[rule]]`` becomes a rule, or a mistake with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from smartlint.configuration.layer import Layer
from smartlint.configuration.mistake import Mistake
from smartlint.configuration.places import Path as KeyPath
from smartlint.configuration.roster import Roster
from smartlint.rule import Rule
from smartlint.source import Span


def entries(layer: Layer, table: str) -> list[dict[str, Any]]:
    """The tables in a list of them that a layer states, as far as they are any."""
    stated = layer.data.get(table)
    return [one if isinstance(one, dict) else {} for one in stated] if isinstance(stated, list) else []


def declared_names(layers: Iterable[Layer]) -> Iterator[tuple[str, str]]:
    """The codes and names of the rules that layers declare."""
    for layer in layers:
        for entry in entries(layer, "rule"):
            yield str(entry.get("code", "")), str(entry.get("name", ""))


def overlapping(layers: Sequence[Layer]) -> Iterator[Mistake]:
    """Rules and policies in one file with the code or the name of one in another."""
    for table, name in (("rule", "code"), ("rule", "name"), ("policy", "name")):
        first: dict[str, Layer] = {}
        for layer in layers:
            for number, entry in enumerate(entries(layer, table)):
                value = entry.get(name)
                if isinstance(value, str) and first.setdefault(value, layer) is not layer:
                    file = first[value].source.path
                    yield layer.mistake((table, number, name), "`{value}` is taken: see {file}", value=value, file=file)


class Declaring:
    """Makes each declaration once for the same tables and roster, so that configurations which share one share its rule."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int, int], type[Rule] | list[Mistake]] = {}
        self._given: dict[str, int] = {}

    def rules(
        self,
        layers: Sequence[Layer],
        tables: Callable[[Layer, Sequence[Layer]], Mapping[str, Any]],
        roster: Roster,
        wrong: Sequence[Mistake],
    ) -> tuple[list[type[Rule]], list[Mistake]]:
        """The rules that layers declare, and what is wrong with others beside what was found to be ``wrong`` already.

        ``tables`` tells those that the rules of a layer see.
        """
        rules: list[type[Rule]] = []
        mistakes: list[Mistake] = []
        for layer in layers:
            declared = entries(layer, "rule")
            seen = tables(layer, layers) if declared else {}
            told = {_line(one) for one in wrong if one.source is layer.source}
            for number in range(len(declared)):
                made = self._rule(layer, number, seen, roster)
                if isinstance(made, list):
                    mistakes += [one for one in made if _line(one) not in told]
                else:
                    rules.append(made)
        return rules, mistakes

    def _rule(self, layer: Layer, number: int, tables: Mapping[str, Any], roster: Roster) -> type[Rule] | list[Mistake]:
        key = (id(layer), number, self._given.setdefault(repr((tables, roster)), len(self._given)))
        if key not in self._made:
            self._made[key] = _made(layer, number, tables, roster)
        return self._made[key]


def _made(layer: Layer, number: int, tables: Mapping[str, Any], roster: Roster) -> type[Rule] | list[Mistake]:
    from smartlint.policy.declared import Misdeclared, declared  # here: most configurations declare no rule

    try:
        return declared(entries(layer, "rule")[number], layer.source.path, tables, roster.as_data())
    except Misdeclared as error:
        return [_mistake(layer, ("rule", number, *one.keys), one.expression, one.mistake) for one in (error, *error.beside)]


def _line(mistake: Mistake) -> int:
    return mistake.source.position(mistake.span.start).line


def _mistake(layer: Layer, place: KeyPath, expression: str, mistake: Any) -> Mistake:
    span = _within(layer, layer.span(place), expression, mistake.span)
    return Mistake(layer.source, span, mistake.text, mistake.params, mistake.near)


def _within(layer: Layer, value: Span, text: str, part: Span) -> Span:
    """The place of a part of a text that stands in quotes; the whole, where escapes make it stand otherwise there."""
    start = layer.source.slice(value).find(text) if text else -1
    if start < 0:
        return value
    return Span(value.start + start + part.start, value.start + start + max(part.end, part.start + 1))
