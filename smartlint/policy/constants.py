"""Texts in an expression that can only be wrong: patterns, days and lengths of time that are none.

CEL lets those fail when they are used. In a rule that is too late: nobody may look at a goal that it is about for months.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from smartlint.policy.automaton import automaton
from smartlint.policy.mistake import Failure, Mistake
from smartlint.policy.moments import read_day, read_duration, read_timestamp
from smartlint.policy.tree import Call, Constant, Node, walk

#: What reads the last argument of a function.
_READERS: dict[str, Callable[[str], Any]] = {
    "matches": automaton,
    "timestamp": read_timestamp,
    "duration": read_duration,
    "date": read_day,
}


def check_constants(tree: Node) -> None:
    """Raises ``Mistake`` at the first text that its function cannot read."""
    calls = [node for node in walk(tree) if isinstance(node, Call) and node.name in _READERS]
    for call in sorted(calls, key=lambda call: call.span):
        last = call.arguments[-1]
        if isinstance(last, Constant) and isinstance(last.value, str):
            try:
                _READERS[call.name](last.value)
            except Failure as failure:
                raise Mistake(failure.text, last.span, **failure.params) from None
