"""The plugins that configurations name: one that is not installed is a mistake, one that does not work is left out."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Any

from smartlint.configuration.configuration import Decided
from smartlint.configuration.formats import near
from smartlint.configuration.layer import Layer
from smartlint.configuration.mistake import Mistake
from smartlint.record import dataclass
from smartlint.registry import BrokenPlugin, UnknownPlugin, load
from smartlint.rule import Rule
from smartlint.settings import ConfigWarning
from smartlint.translation import fill, translate


@dataclass(frozen=True)
class Plugins:
    """The rules there are with those of the plugins that work, by whose names; and what is to be said of the others."""

    rules: tuple[type[Rule], ...]
    working: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    warnings: tuple[ConfigWarning, ...]

    @property
    def broken(self) -> bool:
        """Some of the rules that a configuration speaks of may be missing."""
        return bool(self.mistakes or self.warnings)


def plugins(layers: Sequence[Layer], language: str, needed: Container[Layer] = ()) -> Plugins:
    """What comes of the plugins that layers name; warnings are in the language.

    One that does not work is a mistake where a layer names it that is ``needed``: without its rules, less would be asked of
    goals than policies do.
    """
    working: tuple[str, ...] = ()
    mistakes: list[Mistake] = []
    warnings: list[ConfigWarning] = []
    for layer, number, name in _named(layers):
        place = ("plugins", number)
        try:
            load((*working, name))
            working = (*working, name)
        except UnknownPlugin as error:
            mistakes.append(layer.mistake(place, "no plugin `{name}` is installed", near(name, error.offered), name=name))
        except BrokenPlugin as error:
            if layer in needed:
                text = "the plugin `{name}` does not work, and policies may need its rules: {error}"
                mistakes.append(layer.mistake(place, text, name=name, error=error.why))
                continue
            text = "the plugin `{name}` does not work, and its rules are left out: {error}"
            warnings += warning(Decided(name, layer, place), language, text, name=name, error=error.why)
    working = tuple(dict.fromkeys(working))
    return Plugins(load(working), working, tuple(mistakes), tuple(warnings))


def _named(layers: Sequence[Layer]) -> Iterator[tuple[Layer, int, str]]:
    for layer in layers:
        stated = layer.data.get("plugins")
        for number, name in enumerate(stated if isinstance(stated, list) else ()):
            if isinstance(name, str) and name:
                yield layer, number, name


def warning(decided: Decided, language: str, english: str, **params: Any) -> Iterator[ConfigWarning]:
    """What is to be said of a value, where a layer states it."""
    if decided.layer is not None:
        text = fill(translate(english, language), params, language)
        yield ConfigWarning(text, decided.layer.source, decided.layer.span(decided.path))
