"""Findings in files that are judged again with each key: most have only moved, and are told from where they stood before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from smartlint.finding import Finding, Place
from smartlint.record import NamedTuple, replace
from smartlint.source import Position, Span


class Found(NamedTuple):
    """A finding as it was made, and how much further down it stands now: by so many signs and lines."""

    finding: Finding
    by: int = 0
    lines: int = 0

    @property
    def here(self) -> Finding:
        """The finding where it stands now."""
        return _moved(*self) if self.by or self.lines else self.finding


class Moving(Sequence[Finding]):
    """Findings in order of path, place and code; where each stands is worked out for those that somebody asks for."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.append = self.found.append

    def findings(self) -> Moving:
        """All of them in order, when there are no more to come."""
        self.found.sort(key=_order)
        return self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Finding]:
        return map(self.__getitem__, range(len(self.found)))

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        if isinstance(index, slice):
            return list(map(self.__getitem__, range(*index.indices(len(self.found)))))
        return self.found[index].here


def _order(found: Found) -> tuple[str, int, str]:
    finding, by, _ = found
    place = finding.place
    return place.path, place.span.start + by, finding.rule.code


def _moved(finding: Finding, by: int, lines: int) -> Finding:
    """A finding whose part of the file stands further down, or up."""
    changes: dict[str, Any] = {"place": _below(finding.place, by, lines)}
    if finding.fix is not None:
        edits = [replace(edit, span=Span(edit.span.start + by, edit.span.end + by)) for edit in finding.fix.edits]
        changes["fix"] = replace(finding.fix, edits=tuple(edits))
    if finding.related:
        changes["related"] = tuple([_below(place, by, lines) for place in finding.related])
    return replace(finding, **changes)


def _below(place: Place, by: int, lines: int) -> Place:
    (begin, stop), start, end = place.span, place.start, place.end
    if lines:
        start, end = Position(start.line + lines, start.column), Position(end.line + lines, end.column)
    return replace(place, span=Span(begin + by, stop + by), start=start, end=end)
