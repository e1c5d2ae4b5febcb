"""The canonical layout, of a file or of some of its lines."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from lsprotocol import types

from smartlint.fixing import apply
from smartlint.formatter import formatted
from smartlint.lsp.session import Session
from smartlint.readers import is_document
from smartlint.rule import Edit
from smartlint.source import Span


def layout(session: Session, uri: str, area: types.Range | None = None) -> list[types.TextEdit]:
    """The edits that lay a file out, or the lines of an area, as far as they can be laid out without the others."""
    path = session.path(uri)
    document, configurations = session.workspace.document(path), session.workspace.configurations
    if document is None or configurations is None or is_document(path):
        return []
    before, language = document.source.file.text, configurations.of(path).language
    ruler = session.ruler(path, before)
    after = formatted(before, language)
    edits = list(_edits(before, after))
    if area is not None:
        chosen = ruler.span(area)
        edits = [edit for edit in edits if edit.span.start <= chosen.end and chosen.start <= edit.span.end]
        if formatted(apply(edits, before), language) != after:  # it would not say the same
            return []
    return [types.TextEdit(ruler.range(edit.span), edit.text) for edit in edits]


def _edits(before: str, after: str) -> Iterator[Edit]:
    """The lines that are not the same."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, old))]
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(Span(starts[first], starts[last]), "".join(new[begin:end]))
