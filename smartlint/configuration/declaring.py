"""Rules that configurations declare without code: each ``[[rule]]`` becomes a rule, or a mistake with its place."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from smartlint.configuration.data import tables
from smartlint.configuration.layer import Layer
from smartlint.configuration.mistake import Mistake
from smartlint.configuration.roster import Roster, roster
from smartlint.rule import Rule
from smartlint.source import Span
from smartlint.toml_text import Path as KeyPath
from smartlint.toml_text import offsets

#: Where a rule or a policy stands: its layer by identity, the table, and its number in that.
Place = tuple[int, str, int]

_LEFT_OUT = "`{value}` is left out: a policy file that this run is given has one of that name, see {file}"


def entries(layer: Layer, table: str) -> list[dict[str, Any]]:
    """The tables in a list of them that a layer states, as far as they are any."""
    stated = layer.data.get(table)
    return [one if isinstance(one, dict) else {} for one in stated] if isinstance(stated, list) else []


def declared_names(layers: Iterable[Layer]) -> Iterator[tuple[str, str]]:
    """The codes and names of the rules that layers declare."""
    for layer in layers:
        for entry in entries(layer, "rule"):
            yield str(entry.get("code", "")), str(entry.get("name", ""))


class Overlap(NamedTuple):
    """A rule or policy with the code or the name of one in an earlier file.

    It is the ``same`` where it says the same as well, as a file does that is reached in two ways; else ``mistake`` is what
    is wrong. It is ``outdone`` where only the other one's file is imposed.
    """

    place: Place
    mistake: Mistake
    same: bool
    outdone: bool


def overlapping(layers: Sequence[Layer], imposed: Sequence[Layer]) -> Iterator[Overlap]:
    """Rules and policies in one file with the code or the name of one in another: what is imposed comes first."""
    for table, name in (("rule", "code"), ("rule", "name"), ("policy", "name")):
        first: dict[str, tuple[Layer, Mapping[str, Any]]] = {}
        for layer in dict.fromkeys((*imposed, *layers)):
            for number, entry in enumerate(entries(layer, table)):
                value = entry.get(name)
                if not isinstance(value, str):
                    continue
                other, its = first.setdefault(value, (layer, entry))
                if other is not layer:
                    outdone = other in imposed and layer not in imposed
                    message = _LEFT_OUT if outdone else "`{value}` is taken: see {file}"
                    mistake = layer.mistake((table, number, name), message, value=value, file=other.source.path)
                    yield Overlap((id(layer), table, number), mistake, entry == its, outdone)


class _Declined(NamedTuple):
    """What is wrong with a rule; ``inside`` an expression, no schema can have told it."""

    mistake: Mistake
    inside: bool


class Declaring:
    """Makes each declaration once for the same tables and roster, so that configurations which share one share its rule.

    ``above`` tells of a layer what it builds on, and itself last.
    """

    def __init__(self, above: Callable[[Layer], Sequence[Layer]]) -> None:
        self._above = above
        self._made: dict[tuple[int, int, int], type[Rule] | list[_Declined]] = {}
        self._given: dict[str, int] = {}

    def rules(
        self,
        layers: Sequence[Layer],
        people: Roster,
        wrong: Sequence[Mistake],
        left_out: Container[Place],
    ) -> tuple[list[type[Rule]], list[Mistake]]:
        """The rules that layers declare, and what is wrong with others beside what was found to be ``wrong`` already.

        They see the tables of all layers and the ``people`` of the goals; where the layer of a rule, or what that builds on,
        names such a table or people itself, those count.
        """
        rules: list[type[Rule]] = []
        mistakes: list[Mistake] = []
        for layer in layers:
            declared = entries(layer, "rule")
            if not declared:
                continue
            own = self._above(layer)
            seen, missing = tables([*(one for one in layers if one not in own), *own])
            known, unread = roster(own)
            known = Roster(known.members or people.members, known.teams or people.teams)
            mistakes += [*missing, *unread]  # those of files that a nearer one names others instead of
            told = {_line(one) for one in wrong if one.source is layer.source}
            for number in range(len(declared)):
                if (id(layer), "rule", number) in left_out:
                    continue
                made = self._rule(layer, number, seen, known)
                if isinstance(made, list):
                    mistakes += [one.mistake for one in made if one.inside or _line(one.mistake) not in told]
                else:
                    rules.append(made)
        return rules, mistakes

    def _rule(self, layer: Layer, number: int, seen: Mapping[str, Any], people: Roster) -> type[Rule] | list[_Declined]:
        key = (id(layer), number, self._given.setdefault(repr((seen, people)), len(self._given)))
        if key not in self._made:
            self._made[key] = _made(layer, number, seen, people)
        return self._made[key]


def _made(layer: Layer, number: int, seen: Mapping[str, Any], people: Roster) -> type[Rule] | list[_Declined]:
    from smartlint.policy.declared import Misdeclared, declared  # here: most configurations declare no rule

    try:
        return declared(entries(layer, "rule")[number], layer.source.path, seen, people.as_data())
    except Misdeclared as error:
        return [
            _Declined(_mistake(layer, ("rule", number, *one.keys), one.expression, one.mistake), bool(one.expression))
            for one in (error, *error.beside)
        ]


def _line(mistake: Mistake) -> int:
    return mistake.source.position(mistake.span.start).line


def _mistake(layer: Layer, place: KeyPath, expression: str, mistake: Any) -> Mistake:
    span = _within(layer, layer.span(place), expression, mistake.span)
    return Mistake(layer.source, span, mistake.text, mistake.params, mistake.near)


def _within(layer: Layer, value: Span, text: str, part: Span) -> Span:
    """The place of a part of a text that stands in quotes; the whole, where the text cannot be found there."""
    stands = layer.source.slice(value)
    start = stands.find(text) if text else -1
    at = range(start, start + len(text) + 2) if start >= 0 else offsets(stands)
    if start < 0 and len(at) != len(text) + 1:
        return value
    end = min(max(part.end, part.start + 1), len(at) - 1)
    return Span(value.start + at[part.start], value.start + at[end])
