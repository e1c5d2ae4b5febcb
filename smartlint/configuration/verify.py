"""Finds all that is wrong in one configuration file, with the place of each, by its JSON Schema and then beyond it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smartlint.configuration import documents
from smartlint.configuration.configuration import ASCENDING, ascends, misordered
from smartlint.configuration.definition import homes
from smartlint.configuration.formats import FORMATS, Fault, Known, near
from smartlint.configuration.mistake import Mistake
from smartlint.source import Span
from smartlint.toml_text import Path
from smartlint.translation import Term

if TYPE_CHECKING:
    from smartlint.configuration.layer import Layer

#: jsonschema's own types allow for errors that are of no schema; those here always are.
_Error = Any

_TYPES = {
    "string": "a text in quotes",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list in brackets",
    "object": "a table",
}


def mistakes(layer: Layer, schema: Mapping[str, Any], known: Known) -> Iterator[Mistake]:
    """All that is wrong in a layer by a schema, and what a schema cannot say."""
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.validators import extend

    checker = FormatChecker(formats=())
    for name, fault in FORMATS.items():
        # a value of another type is told as such, not as one of the wrong format
        checker.checkers[name] = (functools.partial(_has, fault, known), ())
    validator = extend(Draft202012Validator, {ASCENDING: _ascending})  # type: ignore[no-untyped-call]
    for error in validator(schema, format_checker=checker).iter_errors(layer.data):
        yield from _of(error, layer, known)
    yield from _overlapping(layer)


def _ascending(validator: Any, names: Sequence[str], value: Any, schema: Mapping[str, Any]) -> Iterator[_Error]:
    """A word of ours in schemas: the numbers of these names do not fall."""
    from jsonschema import ValidationError

    if isinstance(value, Mapping) and not ascends(value, names):
        yield ValidationError("")


def _has(fault: Callable[[str, Known], Fault | None], known: Known, value: object) -> bool:
    return not isinstance(value, str) or fault(value, known) is None


def _of(error: _Error, layer: Layer, known: Known) -> Iterator[Mistake]:
    """The mistakes that an error of the schema stands for."""
    path: Path = tuple(error.absolute_path)
    if error.validator in ("anyOf", "oneOf"):
        yield from _best(error, layer, known)
    elif error.validator == "additionalProperties":
        yield from _unknown(error, path, layer, known)
    elif error.validator == "enum" and not isinstance(error.instance, str):
        return  # its type is told
    elif error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        for name in missing:
            yield layer.mistake(path, "`{key}` is missing", key=name)
    elif "propertyNames" in error.absolute_schema_path:
        yield _told(error, (*path, error.instance), layer, known, at_key=True)
    else:
        yield _told(error, path, layer, known)


def _best(error: _Error, layer: Layer, known: Known) -> Iterator[Mistake]:
    """Of several forms that a value may have: what is wrong with it in the form that it comes nearest to."""
    branches: dict[Any, list[_Error]] = {}
    for one in error.context or ():
        branches.setdefault(one.relative_schema_path[0], []).append(one)
    fitting = [errors for errors in branches.values() if not any(_is_of_wrong_type(one) for one in errors)]
    if fitting:
        for one in fitting[0]:
            yield from _of(one, layer, known)
        return
    types = dict.fromkeys(branch["type"] for branch in error.validator_value if isinstance(branch.get("type"), str))
    yield _wrong_type(tuple(types), error, tuple(error.absolute_path), layer)


def _is_of_wrong_type(error: _Error) -> bool:
    return error.validator == "type" and not error.relative_path


def _unknown(error: _Error, path: Path, layer: Layer, known: Known) -> Iterator[Mistake]:
    properties = error.schema.get("properties", {})
    for name in error.instance:
        if name not in properties and not _may_be_of_a_plugin(path, known):
            fault = _unknown_key(name, path, list(properties), known)
            span = layer.places.key((*layer.prefix, *path, name))
            yield Mistake(layer.source, span, fault.message, fault.params, fault.near)


def _may_be_of_a_plugin(path: Path, known: Known) -> bool:
    return known.lenient and path[-1:] == ("rules",)


def _unknown_key(name: str, path: Path, properties: Sequence[str], known: Known) -> Fault:
    """What to say of a key that is not known: a slip of the pen, or right in another table."""
    if path[-1:] == ("rules",):
        named = [rule for rule in known.rules if name.upper() == rule.code or name.lower() == rule.name]
        if named and named[0].options:
            return Fault("options stand under the name of a rule, and `{key}` is a code", {"key": name}, (named[0].name,))
        if named:
            return Fault("{code} {name} has no options", {"code": named[0].code, "name": named[0].name})
        return Fault("no rule with options is called `{key}`", {"key": name}, near(name, properties))
    if name == "tool" and not path:
        return Fault("here the keys stand by themselves: `[tool.smartlint]` is for pyproject.toml", {})
    close = near(name, properties)
    elsewhere = [table for table in homes().get(name, ()) if table != path]
    if elsewhere:
        table = ".".join(elsewhere[0])
        if table:
            return Fault("`{key}` belongs under `[{table}]`", {"key": name, "table": table})
        return Fault("`{key}` belongs at the top, before any `[table]`", {"key": name})
    if not properties:
        return Fault("nothing can stand here, and so not `{key}`", {"key": name})
    if path:
        return Fault("unknown key `{key}` under `{table}`", {"key": name, "table": _name(path)}, close)
    return Fault("unknown key `{key}`", {"key": name}, close)


def _told(error: _Error, path: Path, layer: Layer, known: Known, *, at_key: bool = False) -> Mistake:
    """A mistake about one value."""
    value, wanted = error.instance, error.validator_value
    if error.validator == "type":
        return _wrong_type((wanted,) if isinstance(wanted, str) else tuple(wanted), error, path, layer)
    if error.validator == ASCENDING:
        return misordered(layer, path, value, wanted)
    fault = _fault(error.validator, value, wanted, path, known) or Fault("{error}", {"error": error.message})
    span = layer.places.key((*layer.prefix, *path)) if at_key else layer.places.value((*layer.prefix, *path))
    return Mistake(layer.source, span, fault.message, fault.params, fault.near)


_BOUNDS = {
    "minimum": "`{key}` must be at least {limit}, and is {value}",
    "maximum": "`{key}` must be at most {limit}, and is {value}",
    "exclusiveMinimum": "`{key}` must be more than {limit}, and is {value}",
    "exclusiveMaximum": "`{key}` must be less than {limit}, and is {value}",
    "minLength": "`{key}` is empty",
    "minItems": "`{key}` is empty",
    "minProperties": "`{key}` is empty",
    "uniqueItems": "`{key}` names one thing twice",
    "pattern": "`{value}` is not what `{key}` must be like: {limit}",
}


def _fault(validator: str, value: Any, wanted: Any, path: Path, known: Known) -> Fault | None:
    if validator == "format":
        return FORMATS[wanted](value, known)
    if validator == "enum":
        words = tuple(map(str, wanted))
        if len(words) == 1:
            return Fault("`{value}` is not known: there is only {words}", {"value": value, "words": words})
        close = ("nb",) if value == "no" and "nb" in words else near(str(value), words)
        return Fault("`{value}` is none of {words}", {"value": value, "words": words}, close)
    if validator in _BOUNDS:
        return Fault(_BOUNDS[validator], {"key": _name(path), "limit": wanted, "value": value})
    return None


def _wrong_type(wanted: tuple[str, ...], error: _Error, path: Path, layer: Layer) -> Mistake:
    """Another type than one of those wanted; what they are called is translated when it is told."""
    types = tuple(Term(_TYPES[name]) for name in wanted)
    given = Term(_TYPES[_type(error.instance)])
    if len(types) > 1:
        message = "`{key}` takes {type} or {other}, not {given}"
        return layer.mistake(path, message, key=_name(path), type=types[0], other=types[1], given=given)
    return layer.mistake(path, "`{key}` takes {type}, not {given}", key=_name(path), type=types[0], given=given)


def _type(value: Any) -> str:
    names = {bool: "boolean", str: "string", int: "integer", float: "number", list: "array", dict: "object"}
    return names[type(value)]


def _name(path: Path) -> str:
    """A key as it is called: that of an item of a list is the list's, with its number from 1 on."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def _overlapping(layer: Layer) -> Iterator[Mistake]:
    """What is said twice, or the opposite of what is said elsewhere in the same file."""
    lint = layer.data.get("lint")
    if isinstance(lint, dict):
        on = {text for name in ("select", "extend-select") for _, text in _texts(lint.get(name))}
        for number, text in _texts(lint.get("ignore")):
            if text in on:
                yield layer.mistake(("lint", "ignore", number), "`{value}` is selected and ignored", value=text)
    for number, waiver in _tables(layer.data.get("waiver")):
        begins, expires = waiver.get("from"), waiver.get("expires")
        if isinstance(begins, str) and isinstance(expires, str) and expires < begins:
            yield layer.mistake(("waiver", number, "expires"), "this waiver ends before it begins")
    yield from documents.mistakes(layer)
    for table, names in (("rule", ("code", "name")), ("policy", ("name",))):
        yield from _twice(layer, table, names)


def _twice(layer: Layer, table: str, names: Sequence[str]) -> Iterator[Mistake]:
    for name in names:
        first: dict[str, Span] = {}
        for number, entry in _tables(layer.data.get(table)):
            value = entry.get(name)
            if not isinstance(value, str):
                continue
            path = (table, number, name)
            if value in first:
                line = layer.source.position(first[value].start).line
                yield layer.mistake(path, "`{value}` is taken: see line {line}", value=value, line=line)
            first.setdefault(value, layer.places.value((*layer.prefix, *path)))


def _tables(value: Any) -> list[tuple[int, Mapping[str, Any]]]:
    """The tables in a list, each with its number."""
    return [(number, table) for number, table in enumerate(value) if isinstance(table, dict)] if isinstance(value, list) else []


def _texts(value: Any) -> list[tuple[int, str]]:
    """The texts in a list, each with its number."""
    return [(number, text) for number, text in enumerate(value) if isinstance(text, str)] if isinstance(value, list) else []
