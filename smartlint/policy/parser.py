"""Text becomes the tree of an expression, by the grammar in ``policy.lark``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from smartlint.policy.literals import LEAST, MOST, text_of, whole_number
from smartlint.policy.mistake import Mistake
from smartlint.policy.tree import (
    Call,
    Chain,
    Comprehension,
    Conditional,
    Constant,
    Entries,
    Items,
    Macro,
    Name,
    Node,
    Select,
)
from smartlint.source import Span

if TYPE_CHECKING:
    from lark import Lark, Token

    Part = Token | Node
    Parts = Sequence[Part]

#: So long, and of so many words and signs, an expression may be; so many brackets, and parts, may stand in one another.
LONGEST, MOST_TOKENS, MOST_BRACKETS, DEEPEST = 20_000, 1_500, 40, 120
_OPERATORS = {
    "LESS": "_<_", "AT_MOST": "_<=_", "MORE": "_>_", "AT_LEAST": "_>=_", "EQUAL": "_==_", "UNEQUAL": "_!=_", "IN": "@in",
    "PLUS": "_+_", "MINUS": "_-_", "TIMES": "_*_", "OVER": "_/_", "MODULO": "_%_",
}  # fmt: skip
_WORDS = {"TRUE": True, "FALSE": False, "NULL": None}
#: Words that the language keeps for itself: no variable is called so.
RESERVED = frozenset(
    "as break const continue else for function if import let loop package namespace return var void while".split()
)
#: What people write who come from other languages.
_INSTEAD = {"=": "==", "&": "&&", "|": "||", "and": "&&", "or": "||", "not": "!", "is": "==", "===": "=="}
_MACROS: dict[str, tuple[int, ...]] = {"all": (2,), "exists": (2,), "exists_one": (2,), "filter": (2,), "map": (2, 3)}
_OPENING, _CLOSING = ("LPAR", "LSQB", "LBRACE"), ("RPAR", "RSQB", "RBRACE")
_N = TypeVar("_N", bound=Node)


def parse(text: str) -> Node:
    """The tree of an expression. Raises ``Mistake``."""
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken, VisitError

    if len(text) > LONGEST:
        raise Mistake("an expression may have at most {limit} signs", Span(0, 1), limit=LONGEST)
    try:
        return cast(Node, grammar().parse(text))
    except UnexpectedCharacters as error:
        at: Any = error.pos_in_stream
        _not_a_word(text, at)
    except UnexpectedToken as error:
        _not_expected(text, error.token)
    except VisitError as error:
        raise error.orig_exc from None


def _not_a_word(text: str, at: int) -> NoReturn:
    found = text[at]
    if found in "\"'" or (found in "rRbB" and text[at + 1 : at + 2] in ('"', "'")):
        raise Mistake("this text has no end: its closing quote is missing", Span(at, at + 1))
    _refuse(text, found, Span(at, at + 1))


def _not_expected(text: str, token: Token) -> NoReturn:
    if token.type == "$END":
        end = len(text.rstrip())
        raise Mistake("the expression is not complete: something is missing at its end", Span(end, end + 1))
    at = token.start_pos or 0
    _refuse(text, str(token), Span(at, at + len(token)))


def _refuse(text: str, found: str, span: Span) -> NoReturn:
    instead = _INSTEAD.get(found)
    raise Mistake("`{found}` is not expected here", span, [instead] if instead else [], found=found)


class _Bounds:
    """Counts words and brackets on their way to the parser, which a hostile expression must not keep busy."""

    always_accept = ()

    def process(self, stream: Iterable[Token]) -> Iterator[Token]:
        depth = 0
        for count, token in enumerate(stream):
            depth += (token.type in _OPENING) - (token.type in _CLOSING)
            if depth > MOST_BRACKETS:
                raise _too_deep(_span([token]), MOST_BRACKETS)
            if count > MOST_TOKENS:
                raise Mistake("an expression may have at most {limit} words and signs", _span([token]), limit=MOST_TOKENS)
            yield token


def _too_deep(span: Span, limit: int) -> Mistake:
    return Mistake("the parts of an expression stand in one another at most {limit} deep", span, limit=limit)


@lru_cache
def grammar() -> Lark:
    """The LALR parser of expressions, which gives a tree of nodes."""
    from smartlint.policy.parse_table import load

    return load(transformer=_Builder(), postlex=_Bounds())


def _span(parts: Parts) -> Span:
    first, last = parts[0], parts[-1]
    start = first.span.start if isinstance(first, Node) else first.start_pos
    end = last.span.end if isinstance(last, Node) else last.end_pos
    assert start is not None and end is not None
    return Span(start, end)


def _nodes(parts: Parts) -> tuple[Node, ...]:
    return tuple(part for part in parts if isinstance(part, Node))


def _made(kind: type[_N], parts: Parts, *values: Any, **named: Any) -> _N:
    """A node that spans these parts and is one deeper than the deepest of them."""
    depth = 1 + max((part.depth for part in parts if isinstance(part, Node)), default=0)
    span = _span(parts)
    if depth > DEEPEST:
        raise _too_deep(span, DEEPEST)
    return kind(span, depth, *values, **named)


def _node(part: Part) -> Node:
    assert isinstance(part, Node)
    return part


class _Builder:
    """Makes nodes of what the rules of the grammar match; each method is named after its rule."""

    def start(self, parts: Parts) -> Node:
        return _node(parts[0])

    def conditional(self, parts: Parts) -> Node:
        return _made(Conditional, parts, *_nodes(parts))

    def either(self, parts: Parts) -> Node:
        return _made(Chain, parts, False, _nodes(parts))

    def both(self, parts: Parts) -> Node:
        return _made(Chain, parts, True, _nodes(parts))

    def relation(self, parts: Parts) -> Node:
        operator = cast("Token", parts[1])
        return _made(Call, parts, _OPERATORS[operator.type], _span([operator]), _nodes(parts))

    sum = product = relation

    def denial(self, parts: Parts) -> Node:
        return self._prefixed(parts, "!_")

    def negation(self, parts: Parts) -> Node:
        operand = parts[-1]
        if len(parts) == 2 and isinstance(operand, Constant) and type(operand.value) in (int, float) and operand.value >= 0:
            return _made(Constant, parts, -operand.value)  # a sign belongs to its number: the least one has no positive
        return self._prefixed(parts, "-_")

    def _prefixed(self, parts: Parts, name: str) -> Node:
        """An operator before its operand; two of them come to nothing."""
        operand = _node(parts[-1])
        return operand if len(parts) % 2 else _made(Call, parts, name, _span(parts[:-1]), (operand,))

    def select(self, parts: Parts) -> Node:
        word = cast("Token", parts[2])
        return _made(Select, parts, _node(parts[0]), word.strip("`"), _span([word]))

    def index(self, parts: Parts) -> Node:
        return _made(Call, parts, "_[_]", _span(parts[1:]), _nodes(parts))

    def method(self, parts: Parts) -> Node:
        target, _, word, *_ = parts
        name = str(word)
        if name in _MACROS and len(_nodes(parts)) - 1 in _MACROS[name]:
            return _comprehension(cast(Macro, name), parts)
        return _made(Call, parts, name, _span([word]), (_node(target), *_nodes(parts[3:])), method=True)

    def call(self, parts: Parts) -> Node:
        word = parts[1] if parts[0] == "." else parts[0]
        arguments = _nodes(parts)
        if word == "has":
            if len(arguments) != 1 or not isinstance(arguments[0], Select):
                raise Mistake("`has` takes a field, as in `has(goal.deadline)`", _span(parts))
            asked = arguments[0]
            return _made(Select, parts, asked.operand, asked.field, asked.field_span, test=True)
        return _made(Call, parts, str(word), _span([word]), arguments)

    def name(self, parts: Parts) -> Node:
        word = str(parts[-1])
        if word in RESERVED:
            raise Mistake("`{found}` is a word that the language keeps for itself", _span(parts), found=word)
        return _made(Name, parts, word)

    def group(self, parts: Parts) -> Node:
        inside = _node(parts[1])
        if isinstance(inside, Constant):
            check_range(inside)
        return inside

    def list(self, parts: Parts) -> Node:
        return _made(Items, parts, _nodes(parts))

    def map(self, parts: Parts) -> Node:
        flat = [entry for part in parts if isinstance(part, tuple) for entry in part]
        nodes = [parts[0], *flat, parts[-1]]
        return _made(Entries, nodes, tuple(zip(flat[::2], flat[1::2], strict=True)))

    def entry(self, parts: Parts) -> tuple[Node, ...]:
        return _nodes(parts)

    def literal(self, parts: Parts) -> Node:
        token = cast("Token", parts[0])
        kind = token.type
        if kind in ("UINT", "BYTES", "LONG_BYTES"):
            what = "uint" if kind == "UINT" else "bytes"
            raise Mistake("values of the type `{type}` are not supported", _span(parts), type=what)
        if kind in _WORDS:
            return _made(Constant, parts, _WORDS[kind])
        if kind == "INT":
            return _made(Constant, parts, whole_number(token))
        if kind == "FLOAT":
            return _made(Constant, parts, float(token))
        return _made(Constant, parts, text_of(token, token.start_pos or 0))


def check_range(constant: Constant) -> None:
    """Raises ``Mistake`` for a whole number that does not fit in 64 bits. Only a sign before it can tell."""
    if type(constant.value) is int and not LEAST <= constant.value <= MOST:
        raise Mistake("a whole number goes from {least} to {most}", constant.span, least=str(LEAST), most=str(MOST))


def _comprehension(macro: Macro, parts: Parts) -> Node:
    over, variable, *bodies = _nodes(parts)
    if not isinstance(variable, Name):
        raise Mistake("the first argument of `{macro}` is a new name for each item", variable.span, macro=macro)
    condition, result = (bodies[0], None) if macro != "map" else (None, bodies[0]) if len(bodies) == 1 else bodies
    return _made(Comprehension, parts, macro, over, variable.name, variable.span, condition, result)
