"""A run of the past, as a decision log has it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from smartlint.cli.frame import say
from smartlint.cli.options import rules_of
from smartlint.cli.origins import Past
from smartlint.cli.told import Told
from smartlint.decision_log import VERSION
from smartlint.explaining import LISTS, Explanation
from smartlint.extracting import decode
from smartlint.files import named, shown
from smartlint.source import Unreadable
from smartlint.system_errors import cause

_LOG = "--log"


def logged(log: Path, file: str, line: int, cell: str, plugins: tuple[str, ...]) -> Told:
    """What the last run in a log that has judged a file came to; where there is none, the command ends."""
    try:
        data = named(log)
    except OSError as error:
        text = say("{file} cannot be read: {reason}.", file=log, reason=cause(error))
        raise click.BadParameter(text, param_hint=_LOG) from None
    path = shown(Path(file))
    is_log = False
    lines = data.split(b"\n")
    for number in range(len(lines) - 1, -1, -1):
        run = _run(lines[number])
        is_log = is_log or bool(run)
        judged = _about(run, path)
        if judged:
            has_changed = judged["files"][0]["sha256"] != _hash(Path(file))
            explanation = Explanation(judged, path, line, cell)
            own = explanation.file
            origins = Past(judged, own, explanation.goal) if Past.is_told(judged, own) else None
            _warn(log, lines, number)
            return Told(explanation, rules_of(plugins), judged, origins, has_changed=has_changed)
    if is_log:
        _warn(log, lines, -1)
        raise click.BadParameter(say("No run in {log} has judged {file}.", log=log, file=path), param_hint=_LOG)
    raise click.BadParameter(say("{file} is no decision log.", file=log), param_hint=_LOG)


def _warn(log: Path, lines: Sequence[bytes], found: int) -> None:
    """Says which of the lines after the one that counts tell of no run: one of them may have judged the file."""
    for number in range(found + 1, len(lines)):
        if lines[number].strip() and not _run(lines[number]):
            click.echo(
                say("{file}:{line}: this line tells of no run, and was passed over.", file=log, line=str(number + 1)), err=True
            )


def _run(line: bytes) -> dict[str, Any]:
    """The run that a line tells of; empty for one that was cut off, or is of another kind."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    is_run = isinstance(entry, dict) and entry.get("version") == VERSION and isinstance(entry.get("files"), list)
    return entry if is_run else {}


def _about(run: dict[str, Any], path: str) -> dict[str, Any]:
    """What a run says of a file, and of the waivers; empty where that is nothing, or not as the schema has it.

    What stands in other files is left out first: a run may have found so much that it takes long to look at all of it.
    """
    waivers = run.get("waivers")
    excusing = [one.get("file") for one in waivers if isinstance(one, dict)] if isinstance(waivers, list) else []
    about = {**run, "files": _in(run.get("files"), [path])}
    about |= {name: _in(run.get(name), [path, *excusing]) for name in LISTS.values()}
    if not about["files"] or not _validator().is_valid(about):
        return {}
    return about if about["files"][0]["configuration"] < len(about["configurations"]) else {}


def _in(items: Any, paths: Sequence[Any]) -> Any:
    """The items of a list that stand in one of these files."""
    if not isinstance(items, list):
        return items
    return [one for one in items if isinstance(one, dict) and one.get("path") in paths]


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(files("smartlint").joinpath("decision_log.schema.json").read_text("utf-8")))


def _hash(path: Path) -> str | None:
    """The hash of a file's text today."""
    try:
        return sha256(decode(path.read_bytes(), path.name).encode("utf-8")).hexdigest()
    except (OSError, Unreadable):
        return None
