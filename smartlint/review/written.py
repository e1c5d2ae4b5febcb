"""A review as JSON, and the JSON Schema of that: both follow from the model."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from inspect import cleandoc
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from smartlint.json_text import json_text
from smartlint.review.model import VERSION, Review

_PLAIN = {str: "string", int: "integer", bool: "boolean", type(None): "null"}


def as_json(review: Review) -> Iterator[str]:
    """An object with a key for each part; of lists, each item on a line of its own."""
    before = "{\n"
    for name in _names(Review):
        value = getattr(review, name)
        yield f'{before}"{name}": '
        if isinstance(value, tuple):
            yield from _listed(value)
        else:
            yield _line(value)
        before = ",\n"
    yield "\n}\n"


def _listed(items: tuple[Any, ...]) -> Iterator[str]:
    yield "["
    before = "\n"
    for item in items:
        yield before + _line(item)
        before = ",\n"
    yield "]"


def _line(value: Any) -> str:
    # half a letter pair is no text to anybody else
    return json_text(plain(value)).encode("utf-8", "backslashreplace").decode()


def plain(value: Any) -> Any:
    """A part of the model as JSON has it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    return {name: plain(getattr(value, name)) for name in _names(kind)}


@lru_cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a class of the model."""
    return tuple(field.name for field in fields(kind))


# --- the schema -------------------------------------------------------------------------------------------------------


def schema() -> dict[str, Any]:
    """The JSON Schema of a review."""
    kinds: dict[str, Any] = {}
    whole = _object(Review, kinds)
    whole["properties"]["version"] = {"const": VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Output of `smartlint review --output FILE.json`, version {VERSION}",
        **whole,
        "$defs": dict(sorted(kinds.items())),
    }


def _object(kind: Any, kinds: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {
        "description": " ".join(cleandoc(kind.__doc__).split()),
        "type": "object",
        "required": list(_names(kind)),
        "properties": {name: _type(hints[name], kinds) for name in _names(kind)},
    }


def _type(hint: Any, kinds: dict[str, Any]) -> dict[str, Any]:
    origin, parts = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if origin is Literal:
        return {"enum": list(parts)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(part, kinds) for part in parts]}
    if origin is tuple and parts[-1] is Ellipsis:
        return {"type": "array", "items": _type(parts[0], kinds)}
    if origin is tuple:
        items = [_type(part, kinds) for part in parts]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    name = hint.__name__
    if name not in kinds:
        kinds[name] = {}
        kinds[name] = _object(hint, kinds)
    return {"$ref": f"#/$defs/{name}"}
