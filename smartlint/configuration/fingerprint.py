"""All that a configuration says of single files, in one word: where two have the same, they judge alike."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from typing import Any

from smartlint.configuration.layer import Layer
from smartlint.configuration.roster import Roster
from smartlint.digest import blake2b
from smartlint.policy.policy import Policy
from smartlint.rule import Rule


def of_layers(layers: Iterable[Layer], people: Roster, tables: Any) -> str:
    """That of layers, with the people and the tables that they name."""
    stated = [(str(layer.folder), layer.data) for layer in layers]
    return _short(marshal.dumps((stated, repr(people), repr(tables)), 2))


def of_file(layers: str, ignored: Iterable[type[Rule]], policies: Iterable[Policy], *others: Any) -> str:
    """That of a file: the layers' own, the rules that do not apply to it, the policies that do, what else its path decides."""
    rules = sorted(rule.code for rule in ignored)
    ruled = [(policy.name, policy.roster) for policy in policies]
    return _short(repr((layers, rules, ruled, others)).encode("utf-8", "surrogatepass"))


def _short(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
