"""The waivers that stand in the files of a project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from smartlint.configuration.layer import Layer
from smartlint.files import shown
from smartlint.source import Span
from smartlint.waiver import Waiver


def waivers(layer: Layer) -> Iterator[Waiver]:
    """The waivers of a file that was found to be right."""
    for number, entry in enumerate(layer.data.get("waiver", ())):
        begins, expires = (entry.get(name) for name in ("from", "expires"))
        yield Waiver(
            rule=entry["rule"],
            reason=entry["reason"],
            owner=entry["owner"],
            source=layer.source,
            span=_span(layer, number, "rule"),
            path=as_shown(entry.get("path", ""), layer.folder),
            goal=entry.get("goal", ""),
            goal_span=_span(layer, number, "goal") if "goal" in entry else Span(0, 0),
            approver=entry.get("approved-by", ""),
            expires=date.fromisoformat(expires) if expires else None,
            begins=date.fromisoformat(begins) if begins else None,
        )


def _span(layer: Layer, number: int, key: str) -> Span:
    return layer.places.value((*layer.prefix, "waiver", number, key))


def as_shown(glob: str, folder: Path) -> str:
    """A pattern relative to a folder as one of the paths that findings show, which are relative to the current folder."""
    here = Path.cwd()
    glob = glob.removeprefix("./") or "**"
    if here == folder:
        return glob
    if here.is_relative_to(folder):
        return _below(glob.split("/"), here.relative_to(folder).parts)
    return f"{shown(folder)}/{glob}"


def _below(glob: list[str], names: tuple[str, ...]) -> str:
    """What is left of a pattern in a folder below the one that it speaks of; one that matches nothing, if nothing is."""
    for name in names:
        if not glob:
            return "**"
        if glob[0] == "**":
            return "/".join(glob)
        if not _names(glob[0], name):
            return "/".join(("..", *glob))  # no shown path begins so
        glob = glob[1:]
    return "/".join(glob) or "**"


def _names(part: str, name: str) -> bool:
    from fnmatch import fnmatchcase

    return fnmatchcase(name, part)
