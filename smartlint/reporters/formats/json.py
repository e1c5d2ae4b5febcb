"""The whole result for programs: version 1 of the format that ``check.schema.json`` describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from smartlint.json_text import json_text
from smartlint.reporters import Look, plain

if TYPE_CHECKING:
    from smartlint.finding import Result

ENCODING = "utf-8"


def report(result: Result, look: Look) -> Iterator[str]:
    """An object with each finding on a line of its own."""
    lists: dict[str, Iterator[dict[str, Any]]] = {
        "findings": (plain.finding(found, look) for found in result.findings),
        "suppressed": (plain.finding(found, look) for found in result.suppressed),
        "waived": ({**plain.finding(one.finding, look), "waiver": plain.waiver(one.waiver)} for one in result.waived),
        "baselined": (plain.finding(found, look) for found in result.baselined),
        "stale": iter(plain.stale(result)),
        "notices": (plain.notice(said, look) for said in result.notices),
    }
    if look.evidence:
        lists["evidence"] = plain.evidence(result)
    yield f'{{"version": {plain.VERSION}, "today": {json_text(look.today.isoformat())},\n'
    for name, items in lists.items():
        yield f'"{name}": '
        yield from plain.listed(items)
        yield ",\n"
    yield f'"summary": {json_text(plain.summary(result))}}}\n'
