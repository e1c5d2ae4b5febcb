"""What configurations say of documents: which of their keys, columns and headings stand for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from smartlint.configuration.globs import matches
from smartlint.configuration.keys import ONE_OR_MORE, Key
from smartlint.configuration.layer import Layer
from smartlint.configuration.mistake import Mistake
from smartlint.language.vocabulary import vocabulary
from smartlint.readers.mapping import KINDS, NOTHING, DocumentMapping, words_of

STATEMENT, IGNORE, ID = "statement", "ignore", "id"
_TABLE = "documents"


def fields() -> dict[str, str]:
    """The fields of goals by their key in a configuration: ``done-when`` is ``done_when``."""
    names = {name for meanings in vocabulary().fields.values() for name, _ in meanings}
    return {name.replace("_", "-"): name for name in sorted({*names, ID})}


def keys() -> Iterator[Key]:
    """The keys of a table about documents."""
    yield Key("goals", "keys, columns and headings that hold goals", ONE_OR_MORE)
    yield Key("objectives", "keys, columns and headings that hold objectives", ONE_OR_MORE)
    yield Key("key-results", "keys, columns and headings that hold key results", ONE_OR_MORE)
    yield Key(STATEMENT, "keys and columns that have the sentence of a goal", ONE_OR_MORE)
    yield Key(IGNORE, "keys, columns and headings that are left alone, with all below them", ONE_OR_MORE)
    for name in fields():
        yield Key(name, f"keys, columns and headings that have the field `{name}` of a goal", ONE_OR_MORE)


def mapping_of(layers: Sequence[Layer], path: Path) -> DocumentMapping:
    """What is said of a file (an absolute path): all patterns that mean it count, and of two that disagree the last."""
    found = NOTHING
    for layer in layers:
        stated = layer.get((_TABLE,)) or {}
        if stated and path.is_relative_to(layer.folder):
            inside = path.relative_to(layer.folder).as_posix()
            for glob, table in stated.items():
                if matches(glob, inside):
                    found = _mapping(table).beside(found)
    return found


def _mapping(table: Mapping[str, Any]) -> DocumentMapping:
    known = fields()
    named = {key: [words_of(name) for name in _names(value)] for key, value in table.items()}
    return DocumentMapping(
        kinds=tuple((name, KINDS[key]) for key in named if key in KINDS for name in named[key]),
        statements=tuple(named.get(STATEMENT, ())),
        fields=tuple((name, known[key]) for key in named if key in known for name in named[key]),
        ignored=tuple(named.get(IGNORE, ())),
    )


def _names(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [name for name in listed if isinstance(name, str)]


def mistakes(layer: Layer) -> Iterator[Mistake]:
    """Names that stand for two things at once, and names without a letter."""
    stated = layer.get((_TABLE,))
    for glob, table in stated.items() if isinstance(stated, Mapping) else ():
        first: dict[str, str] = {}
        for key, value in table.items() if isinstance(table, Mapping) else ():
            for number, name in enumerate(_names(value)):
                path = (_TABLE, glob, key, number) if isinstance(value, list) else (_TABLE, glob, key)
                words = words_of(name)
                other = first.setdefault(words, key)
                if not words and name:
                    yield layer.mistake(path, "`{value}` is no name of anything", value=name)
                elif other != key:
                    said = {"value": name, "key": key, "other": other}
                    yield layer.mistake(path, "`{value}` cannot be `{key}`: it is `{other}` above", **said)
