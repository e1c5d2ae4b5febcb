"""The keys of a configuration: what each sets, and the forms that their values take, as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from smartlint.record import dataclass
from smartlint.rule import LEVELS

Schema = Mapping[str, Any]

STATUSES = ("draft", "committed", "at_risk", "paused", "done", "cancelled")


@dataclass(frozen=True)
class Key:
    """A key of a table: what it sets, which values it takes, and what holds where nobody sets it.

    ``adds`` says that what several files state adds up along ``extend``; else the last one counts.
    """

    name: str
    help: str
    schema: Schema
    default: Any = None
    required: bool = False
    adds: bool = False


TEXT: Schema = {"type": "string", "minLength": 1}
TEXTS: Schema = {"type": "array", "items": TEXT}
GLOBS: Schema = {"type": "array", "items": {"type": "string", "format": "glob"}}
SELECTORS: Schema = {"type": "array", "items": {"type": "string", "format": "rule-selector"}}
DATE: Schema = {"type": "string", "format": "date"}
LEVEL: Schema = {"type": "string", "enum": list(LEVELS)}
PERIOD: Schema = {"type": "string", "format": "period"}
ONE_OR_MORE: Schema = {"anyOf": [TEXT, {**TEXTS, "minItems": 1}]}


def any_of(words: Sequence[str]) -> Schema:
    one = {"type": "string", "enum": list(words)}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def table_of(keys: Sequence[Key]) -> dict[str, Any]:
    """The schema of a table that has these keys and no others."""
    properties = {}
    for key in keys:
        stated = {} if key.default is None else {"default": key.default}
        properties[key.name] = {"description": key.help, **key.schema, **stated}
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [key.name for key in keys if key.required]
    return {**schema, "required": required} if required else schema


def by_name(name: str, value: Schema) -> Schema:
    """The schema of a table whose keys are all of a format."""
    return {"type": "object", "propertyNames": {"format": name}, "additionalProperties": value}


LEVELS_BY_RULE: Schema = by_name(
    "rule-selector",
    {
        "anyOf": [
            LEVEL,
            {**table_of([Key(one, "the level for goals of this status", LEVEL) for one in STATUSES]), "minProperties": 1},
        ]
    },
)
