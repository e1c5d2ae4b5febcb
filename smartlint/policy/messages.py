"""Messages of declarative rules: texts by language with ``{expressions}`` in them, which the goal fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from smartlint.policy.checker import Scope
from smartlint.policy.expression import Expression, plain
from smartlint.policy.mistake import Failure, Mistake
from smartlint.policy.moments import SECOND, Timestamp
from smartlint.source import Span

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NO_NAME = re.compile(r"\W+", re.ASCII)
_DAY = 86_400 * SECOND
#: What stands for a value that is missing.
_NOTHING = "–"


def basis(texts: Mapping[str, str]) -> str:
    """The English text, else the first one."""
    return texts.get("en") or next(iter(texts.values()), "")


class Messages:
    """The texts of a message by language, made into formats that share the names of their values.

    Raises ``Mistake`` for an expression that cannot be used; its span is that in the text.
    """

    def __init__(self, texts: Mapping[str, str], scope: Scope) -> None:
        self._scope = scope
        self._expressions: dict[str, tuple[str, Expression]] = {}
        self.formats: dict[str, str] = {}
        for language, text in texts.items():
            self.formats[language] = "".join(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        last = 0
        wrong = []
        for match in _PIECE.finditer(text):
            yield text[last : match.start()]
            last = match.end()
            if match[0] in ("{{", "}}"):
                yield match[0]
                continue
            try:
                yield self._piece(match)
            except Mistake as mistake:
                wrong.append(mistake)
        yield text[last:]
        if wrong:
            raise Mistake.together(wrong)

    def _piece(self, match: re.Match[str]) -> str:
        if match[1] is None:
            raise Mistake("a single brace is written twice, as `{brace}`", Span(*match.span()), brace=match[0] * 2)
        return f"{{{self._name(match[1], match.start(1))}}}"

    def _name(self, expression: str, at: int) -> str:
        """The name under which the value of an expression is known."""
        text = expression.strip()
        if text not in self._expressions:
            try:
                compiled = Expression(text, self._scope)
            except Mistake as mistake:
                lead = at + len(expression) - len(expression.lstrip())
                for one in mistake.each():
                    one.span = Span(one.span.start + lead, one.span.end + lead)
                raise
            taken = {name for name, _ in self._expressions.values()}
            name = base = _NO_NAME.sub("_", text).strip("_") or "value"
            while name in taken or not name.isidentifier():
                name = f"{base}_{len(taken) + 1}" if base.isidentifier() else f"value_{len(taken) + 1}"
            self._expressions[text] = name, compiled
        return self._expressions[text][0]

    def values(self, variables: Mapping[str, Any], steps: int) -> dict[str, Any]:
        """The values that the texts name, by their names."""
        return {name: _shown(expression, variables, steps) for name, expression in self._expressions.values()}


def _shown(expression: Expression, variables: Mapping[str, Any], steps: int) -> Any:
    """A value as a message may name it: days as days, lists as they are, what is not there as a dash."""
    try:
        value = expression.value(variables, steps)
    except Failure:
        return _NOTHING
    if isinstance(value, Timestamp) and value.nanoseconds % _DAY == 0:
        return date(1970, 1, 1).fromordinal(date(1970, 1, 1).toordinal() + value.nanoseconds // _DAY)
    if value is None:
        return _NOTHING
    seen = plain(value)
    if isinstance(seen, bool):
        return str(seen).lower()
    return tuple(map(str, seen)) if isinstance(seen, list) else str(seen) if isinstance(seen, dict) else seen
