"""The tables that configurations name for rules without code: approved metrics, people, budgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from smartlint import toml_text
from smartlint.configuration.layer import LIMIT, Layer, is_foreign
from smartlint.configuration.mistake import Mistake
from smartlint.files import begun
from smartlint.system_errors import cause

ENDINGS = (".csv", ".tsv", ".json", ".toml")


def tables(layers: Sequence[Layer]) -> tuple[dict[str, Any], list[Mistake]]:
    """The tables by name, of the last layer that names each; rows of CSV are maps from column to text."""
    named: dict[str, tuple[Layer, str]] = {}
    for layer in layers:
        stated = layer.data.get("data")
        if isinstance(stated, Mapping):
            named |= {name: (layer, file) for name, file in stated.items() if isinstance(file, str) and file}
    found: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name, (layer, file) in named.items():
        read = _read(layer, name, file)
        if isinstance(read, Mistake):
            mistakes.append(read)
        else:
            (found[name],) = read
    return found, mistakes


def _read(layer: Layer, name: str, file: str) -> Mistake | tuple[Any]:
    """What stands in a file, or why it cannot be had."""
    place, path = ("data", name), layer.folder / file
    if path.suffix.lower() not in ENDINGS:
        return layer.mistake(place, "`{file}` ends in none of {endings}", file=file, endings=ENDINGS)
    try:
        data = begun(path, LIMIT)
    except FileNotFoundError:
        return layer.mistake(place, "there is no file `{file}`", file=file)
    except OSError as error:
        return layer.mistake(place, "`{file}` cannot be read: {reason}", file=file, reason=cause(error))
    if len(data) > LIMIT:
        return layer.mistake(place, "`{file}` is no text, or too long", file=file)
    from smartlint.policy.expression import value_of  # here: most configurations name no table
    from smartlint.policy.mistake import Failure

    try:
        found = _parsed(data.decode("utf-8-sig"), path.suffix.lower())
        value_of(found)
        return (found,)
    except (ValueError, RecursionError, Failure) as error:  # of decoding, TOML and JSON alike
        if is_foreign(path, layer.folder):
            return layer.untold(place, file)
        return layer.mistake(place, "`{file}` cannot be read: {reason}", file=file, reason=str(error))


def _parsed(text: str, ending: str) -> Any:
    if ending == ".json":
        import json

        return json.loads(text)
    if ending == ".toml":
        return toml_text.loads(text)
    import csv

    head = text.partition("\n")[0]
    sign = max((";", "\t", ","), key=head.count)
    rows = csv.DictReader(StringIO(text), delimiter=sign, restkey="", restval="")
    try:
        return [{key.strip(): (value or "").strip() for key, value in row.items() if key} for row in rows]
    except csv.Error as error:
        raise ValueError(error) from None
