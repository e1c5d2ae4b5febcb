"""The canonical layout, of a file or of some of its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lsprotocol import types

from smartlint.fixing import apply
from smartlint.formatter import formatted
from smartlint.lsp.ruler import Ruler
from smartlint.lsp.session import Session
from smartlint.readers import is_document
from smartlint.rule import Edit
from smartlint.source import Span

#: What an item may begin with, where a layout has a hyphen.
_BULLET = re.compile(r"^\s*[*•–](?=\s)")


def layout(session: Session, uri: str, area: types.Range | None = None) -> list[types.TextEdit]:
    """The edits that lay a file out, or the lines of an area, as far as they can be laid out without the others."""
    path = session.path(uri)
    document, configurations = session.workspace.document(path), session.workspace.configurations
    if document is None or configurations is None or is_document(path):
        return []
    before, language = document.source.file.text, configurations.of(path).language
    ruler = session.ruler(path, before)
    after = formatted(before, language)
    edits = list(_edits(before, after)) if after != before else []
    if area is not None:
        edits = _within(_chosen(ruler, area), edits)
        if edits and formatted(apply(edits, before), language) != after:  # it would not say the same
            return []
    return [types.TextEdit(ruler.range(edit.span), edit.text) for edit in edits]


def _chosen(ruler: Ruler, area: types.Range) -> Span:
    """The lines of an area; one that it only reaches the start of is none of them."""
    last = area.end.line - (area.end.character == 0 and area.end.line > area.start.line)
    return Span(ruler.line(area.start.line).start, ruler.line(last + 1).start)


def _within(chosen: Span, edits: Sequence[Edit]) -> list[Edit]:
    """The edits of chosen lines; where lines are only added, of those that have a chosen line on either side."""
    found = [edit for edit in edits if chosen.contains(edit.span)]
    return [edit for edit in found if edit.span.start < edit.span.end or chosen.start < edit.span.start < chosen.end]


# --- what has changed -------------------------------------------------------------------------------------------------


def _edits(before: str, after: str) -> Iterator[Edit]:
    """The lines that are not the same, as few together as have the same letters: a layout neither adds nor loses any."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, old))]
    known, written = [(0, 0)], [(0, 0)]
    for here, there in _alike(old, new):
        known += [(known[-1][1], here[0]), here]
        written += [(written[-1][1], there[0]), there]
    known.append((known[-1][1], len(old)))
    written.append((written[-1][1], len(new)))
    for (first, last), (begin, end) in zip(known, written, strict=True):
        if old[first:last] != new[begin:end]:
            yield Edit(Span(starts[first], starts[last]), "".join(new[begin:end]))


def _alike(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Which lines became which: the first, and the one behind the last, in both texts; blank lines are left out."""
    here, there = _letters(old), _letters(new)
    at = begin = 0
    while at < len(here) and begin < len(there):
        first, start, missing, ahead = at, begin, Counter[str](), 0
        while at == first or any(missing.values()):
            if at < len(here) and (ahead <= 0 or begin == len(there)):
                missing.update(here[at][1])
                ahead += len(here[at][1])
                at += 1
            elif begin < len(there):
                missing.subtract(there[begin][1])
                ahead -= len(there[begin][1])
                begin += 1
            else:
                break
        yield (here[first][0], here[at - 1][0] + 1), (there[start][0], there[max(start, begin - 1)][0] + 1)


def _letters(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The lines that are not blank, each with its number and its signs as they are compared."""
    found = ((number, "".join(_BULLET.sub("-", line).split()).lower()) for number, line in enumerate(lines))
    return [(number, said) for number, said in found if said]
