"""Findings as bytes for this process alone: the rules and rulings that they name stay where they are."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from typing import Any

from smartlint.finding import Finding
from smartlint.policy.policy import Ruling

_FIELDS = Finding.__match_args__
_RULE, _RULING = _FIELDS.index("rule"), _FIELDS.index("ruling")


class Numbers:
    """Things that have no name by which they could be found again, as rules that a policy has made: each is known by number."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._named: list[Any] = []

    def of(self, key: object, thing: object) -> int:
        """The number of a thing, which the key tells from all others."""
        if key not in self._numbers:
            self._numbers[key] = len(self._named)
            self._named.append(thing)
        return self._numbers[key]

    def __getitem__(self, number: int) -> Any:
        return self._named[number]


class Packer:
    """Packs findings and unpacks those that it has packed itself."""

    def __init__(self) -> None:
        self._numbers = Numbers()

    def packed(self, findings: Iterable[Finding]) -> bytes | None:
        """Findings as bytes; None where they do not let themselves be packed: a plugin's parameters may be anything."""
        try:
            return pickle.dumps([self._values(one) for one in findings], pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, TypeError, AttributeError):
            return None

    def unpacked(self, data: bytes) -> list[Finding]:
        """What was packed."""
        found = pickle.loads(data)  # which comes from nowhere but this process
        for values in found:
            values[_RULE] = self._numbers[values[_RULE]]
            values[_RULING] = self._numbers[values[_RULING]]
        return [Finding(*values) for values in found]

    def _values(self, finding: Finding) -> list[Any]:
        values = [getattr(finding, name) for name in _FIELDS]
        values[_RULE] = self._numbers.of(id(finding.rule), finding.rule)
        values[_RULING] = self._numbers.of(_key(finding.ruling), finding.ruling)
        return values


def _key(ruling: Ruling | None) -> object:
    return ruling and (id(ruling.policy), ruling.enforcement, ruling.alone)
