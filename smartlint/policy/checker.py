"""Checks the tree of an expression before anything is evaluated: names, fields, functions and types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smartlint.policy.functions import FUNCTIONS
from smartlint.policy.mistake import Mistake, nearest
from smartlint.policy.overloads import Overload
from smartlint.policy.parser import check_range
from smartlint.policy.tree import (
    Call,
    Chain,
    Comprehension,
    Conditional,
    Constant,
    Entries,
    Items,
    Name,
    Node,
    Select,
)
from smartlint.policy.types import (
    ANY,
    BOOL,
    DOUBLE,
    INT,
    NAMED,
    NULL,
    REFUSED,
    STRING,
    TYPE,
    Records,
    Type,
    Unifier,
    list_of,
    map_of,
)
from smartlint.record import dataclass

#: What people see of an operator.
SYMBOLS = {
    **{f"_{sign}_": sign for sign in ("==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%")},
    "@in": "in", "!_": "!", "-_": "-", "_[_]": "[]",
}  # fmt: skip
_CONSTANTS = {bool: BOOL, int: INT, float: DOUBLE, str: STRING, type(None): NULL}
_KEYS = frozenset(("int", "string", "bool", "any"))


@dataclass(frozen=True)
class Scope:
    """What an expression may speak of: variables with their types, and the records that those are made of."""

    variables: Mapping[str, Type]
    records: Records


def check(node: Node, scope: Scope) -> Type:
    """The type of an expression's value. Raises ``Mistake``."""
    checker = _Checker(scope)
    return checker.unifier.settled(checker.type_of(node))


def _as_double(node: Call) -> list[str]:
    """A whole number that stands where a double is asked for, as a double."""
    return [f"{one.value}.0" for one in node.arguments if isinstance(one, Constant) and type(one.value) is int]


def dotted(node: Node) -> str:
    """``a.b.c`` as it is written; empty where the node is anything else."""
    if isinstance(node, Name):
        return node.name
    if isinstance(node, Select) and not node.test:
        before = dotted(node.operand)
        return f"{before}.{node.field}" if before else ""
    return ""


class _Checker:
    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._locals: list[tuple[str, Type]] = []
        self.unifier = Unifier()

    def type_of(self, node: Node) -> Type:
        """The type of a part of the expression."""
        match node:
            case Constant():
                check_range(node)
                return _CONSTANTS[type(node.value)]
            case Name():
                return self._name(node)
            case Select():
                return self._select(node)
            case Call():
                return self._call(node)
            case Comprehension():
                return self._comprehension(node)
            case _:
                return self._made_of(node)

    def _made_of(self, node: Node) -> Type:
        """What chains, choices, lists and maps come to."""
        if isinstance(node, Chain):
            return self._chain(node)
        if isinstance(node, Conditional):
            self._expect(BOOL, node.condition, "? :")
            yes, no = self.type_of(node.yes), self.type_of(node.no)
            if not self.unifier.accepts(yes, no):
                types = {"one": str(self._seen(yes)), "other": str(self._seen(no))}
                raise Mistake("both sides of `:` must be of one type, and these are `{one}` and `{other}`", node.span, **types)
            return self.unifier.joined([yes, no])
        if isinstance(node, Entries):
            return self._map(node)
        assert isinstance(node, Items)
        return list_of(self.unifier.joined([self.type_of(item) for item in node.items]))

    def _chain(self, node: Chain) -> Type:
        """A part that is wrong hides no other: none needs the type of another."""
        wrong = []
        for operand in node.operands:
            try:
                self._expect(BOOL, operand, "&&" if node.every else "||")
            except Mistake as mistake:
                wrong.append(mistake)
        if wrong:
            raise Mistake.together(wrong)
        return BOOL

    def _seen(self, one: Type) -> Type:
        return self.unifier.settled(one)

    def _expect(self, wanted: Type, node: Node, where: str) -> None:
        found = self.type_of(node)
        if not self.unifier.accepts(wanted, found):
            raise Mistake(
                "`{where}` takes `{wanted}`, and this is `{found}`",
                node.span,
                where=where,
                wanted=str(wanted),
                found=str(self._seen(found)),
            )

    def _map(self, node: Entries) -> Type:
        keys, found = [], []
        for one, value in node.entries:
            keys.append(self.type_of(one))
            kind = self._seen(keys[-1])
            if kind.name not in _KEYS:
                raise Mistake("a key is a text, a whole number or a bool, not a `{found}`", one.span, found=str(kind))
            found.append(self.type_of(value))
        return map_of(self.unifier.joined(keys), self.unifier.joined(found))

    # --- names ------------------------------------------------------------------------------------------------------

    def _known(self) -> list[str]:
        return [*self._scope.variables, *(name for name, _ in self._locals)]

    def _variable(self, name: str) -> Type | None:
        found = next((kind for known, kind in reversed(self._locals) if known == name), None)
        return found or self._scope.variables.get(name)

    def _name(self, node: Name) -> Type:
        found = self._variable(node.name)
        if found is not None:
            return found
        if node.name in NAMED:
            return TYPE
        if node.name in REFUSED:
            raise Mistake("values of the type `{type}` are not supported", node.span, type=node.name)
        if node.name in FUNCTIONS:
            raise Mistake("`{name}` is a function: what it takes stands in parentheses after it", node.span, name=node.name)
        raise Mistake("nothing is called `{name}`", node.span, nearest(node.name, self._known()), name=node.name)

    def _select(self, node: Select) -> Type:
        path = dotted(node)
        if path in NAMED and self._variable(path.partition(".")[0]) is None:
            return TYPE
        of = self.unifier.found(self.type_of(node.operand))
        if of.name == "or null":
            of = of.of[0]
        if of == ANY or of.name[0] == "?":
            found: Type | None = ANY
        elif of.name == "map":
            if not self.unifier.accepts(of.of[0], STRING):
                keys = str(self._seen(of.of[0]))
                raise Mistake("the keys of this map are no texts but `{found}`", node.field_span, found=keys)
            found = of.of[1]
        else:
            found = self._field(node, of)
        assert found is not None
        return BOOL if node.test else found

    def _field(self, node: Select, of: Type) -> Type:
        fields = self._scope.records.fields(of)
        if fields is None:
            text = "a `{type}` has no field `{field}`"
            raise Mistake(text, node.field_span, type=str(self._seen(of)), field=node.field)
        if node.field not in fields:
            near = nearest(node.field, fields)
            raise Mistake("a `{type}` has no field `{field}`", node.field_span, near, type=of.name, field=node.field)
        return fields[node.field]

    # --- functions --------------------------------------------------------------------------------------------------

    def _call(self, node: Call) -> Type:
        function = FUNCTIONS.get(node.name)
        if function is None:
            raise self._unknown_function(node)
        overloads = function.called(method=node.method)
        given = tuple(map(self.type_of, node.arguments))
        results = []
        for overload in overloads:
            *takes, gives = self.unifier.fresh((*overload.takes, overload.gives))
            if self.unifier.accept_all(tuple(takes), given):
                results.append(gives)
        if not results:
            raise self._no_overload(node, overloads or function.overloads, given, styled=bool(overloads))
        if len(results) == 1:
            return results[0]
        return results[0] if len(set(results)) == 1 else ANY

    def _unknown_function(self, node: Call) -> Mistake:
        if node.name in REFUSED:
            return Mistake("values of the type `{type}` are not supported", node.name_span, type=node.name)
        macros = ("all", "exists", "exists_one", "filter", "map")
        if node.name in macros:
            text = "`{name}` is written as in `goal.owner.{name}(one, …)`"
            return Mistake(text, node.name_span, name=node.name)
        known = [name for name in (*FUNCTIONS, *macros, "has") if name not in SYMBOLS]
        return Mistake("there is no function `{name}`", node.name_span, nearest(node.name, known), name=node.name)

    def _no_overload(self, node: Call, overloads: Iterable[Overload], given: tuple[Type, ...], *, styled: bool) -> Mistake:
        symbol = SYMBOLS.get(node.name, node.name)
        types = [str(self._seen(one)) for one in given]
        if not styled:
            text = "`{name}` is written as in `{example}`"
            example = f"{node.name}(x)" if node.method else f"x.{node.name}()"
            return Mistake(text, node.name_span, name=symbol, example=example)
        if node.name in ("_==_", "_!=_"):
            text = "both sides of `{name}` must be of one type, and these are `{one}` and `{other}`"
            return Mistake(
                text,
                node.name_span,
                _as_double(node) if {"int", "double"} == set(types) else (),
                name=symbol,
                one=types[0],
                other=types[1],
            )
        takes = " · ".join(f"({', '.join(map(str, overload.takes))})" for overload in overloads)
        return Mistake(
            "`{name}` does not take ({given}), it takes {takes}",
            node.name_span,
            _as_double(node) if {"int", "double"} == set(types) else (),
            name=symbol,
            given=", ".join(types),
            takes=takes,
        )

    # --- macros -----------------------------------------------------------------------------------------------------

    def _comprehension(self, node: Comprehension) -> Type:
        over = self.unifier.found(self.type_of(node.over))
        if over == ANY or over.name[0] == "?":
            item = ANY
        elif over.name in ("list", "map") and over.of:
            item = over.of[0]
        else:
            text = "`{macro}` goes over a list or a map, and this is a `{found}`"
            raise Mistake(text, node.over.span, macro=node.macro, found=str(self._seen(over)))
        self._locals.append((node.variable, item))
        try:
            if node.condition is not None:
                self._expect(BOOL, node.condition, node.macro)
            if node.macro == "map":
                assert node.result is not None
                return list_of(self.type_of(node.result))
        finally:
            self._locals.pop()
        return list_of(item) if node.macro == "filter" else BOOL
