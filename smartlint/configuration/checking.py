"""Checks configuration files, each once: one that was found to be right is taken at its word as long as it says the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from smartlint import __version__
from smartlint.configuration import cache, definition
from smartlint.configuration.formats import Known, has_holidays, is_met
from smartlint.configuration.layer import Layer
from smartlint.configuration.mistake import Mistake
from smartlint.rule import Rule


def of_the_time(layer: Layer) -> list[Mistake]:
    """The layer asks for another version: whatever else is wrong with it may be right there."""
    wanted = layer.data.get("required-version")
    if not isinstance(wanted, str) or not wanted.strip() or is_met(wanted):
        return []
    message = "this is smartlint {version}, and {wanted} is required"
    return [layer.mistake(("required-version",), message, version=__version__, wanted=wanted)]


class Checking:
    """Makes each schema once."""

    def __init__(self) -> None:
        self._schemas: dict[str, Mapping[str, Any]] = {}

    def mistakes(
        self, layer: Layer, known: Known, schema: Callable[[Sequence[type[Rule]]], Mapping[str, Any]]
    ) -> list[Mistake]:
        """What is wrong with a layer; one that was found to be right before is taken at its word."""
        mark = f"{schema.__name__} {has_holidays()} {definition.fingerprint(known.rules, known.declared)}"
        if layer.trusted or (mark in layer.verified and not known.lenient):
            return []
        from smartlint.configuration.verify import mistakes  # here: it needs jsonschema

        if mark not in self._schemas:
            self._schemas[mark] = schema(known.rules)
        wrong = list(mistakes(layer, self._schemas[mark], known))
        if not wrong and not known.lenient:
            kept = cache.Kept(dict(layer.data), layer.verified | {mark})
            cache.store(layer.key, kept)
        return wrong
