"""Findings as bytes for this process alone: the rules and rulings that they name stay where they are."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from smartlint.finding import Finding
from smartlint.policy.policy import Ruling

_FIELDS = Finding.__match_args__
_of_fields = attrgetter(*_FIELDS)
_RULE, _RULING = _FIELDS.index("rule"), _FIELDS.index("ruling")


class Numbers:
    """Things that have no name by which they could be found again, as rules that a policy has made: each is known by number."""

    def __init__(self, named: Iterable[Any] = ()) -> None:
        self._numbers: dict[object, int] = {}
        self.named = list(named)

    def of(self, key: object, thing: object) -> int:
        """The number of a thing, which the key tells from all others."""
        if key not in self._numbers:
            self._numbers[key] = len(self.named)
            self.named.append(thing)
        return self._numbers[key]

    def __getitem__(self, number: int) -> Any:
        return self.named[number]


class Packer:
    """Packs findings, and unpacks those that were packed with the same rules and rulings as ``things``, in this order.

    ``loads`` is what loads them: for what somebody else may have made, one that takes nothing but data.
    """

    def __init__(self, things: Iterable[Any] = (), loads: Callable[[bytes], Any] = pickle.loads) -> None:
        self._numbers = Numbers(things)
        self._loads = loads

    @property
    def things(self) -> Sequence[Any]:
        """The rules and rulings that what was packed names."""
        return self._numbers.named

    def packed(self, findings: Iterable[Finding]) -> bytes:
        """Findings as bytes."""
        return pickle.dumps([self._values(one) for one in findings], pickle.HIGHEST_PROTOCOL)

    def unpacked(self, data: bytes) -> list[Finding]:
        """What was packed."""
        found = self._loads(data)
        for values in found:
            values[_RULE] = self._numbers[values[_RULE]]
            values[_RULING] = self._numbers[values[_RULING]]
        return [Finding(*values) for values in found]

    def _values(self, finding: Finding) -> list[Any]:
        values = list(_of_fields(finding))
        values[_RULE] = self._numbers.of(id(finding.rule), finding.rule)
        values[_RULING] = self._numbers.of(_key(finding.ruling), finding.ruling)
        return values


def _key(ruling: Ruling | None) -> object:
    return ruling and (id(ruling.policy), ruling.enforcement, ruling.alone)
