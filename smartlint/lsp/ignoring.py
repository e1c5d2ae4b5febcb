"""How a finding is ignored where it stands: by a comment at the end of its line, with a reason."""

from __future__ import annotations

import re

from smartlint.readers import is_document
from smartlint.rule import Edit
from smartlint.source import Span

_DIRECTIVE = re.compile(r"(?:#|<!--)\s*smartlint\s*:(?:\s*ignore\s*\[(?P<codes>[^\]]*)\])?", re.IGNORECASE)
_MARKDOWN = (".md", ".markdown")


def comment(path: str, text: str, line: Span, code: str, reason: str) -> Edit | None:
    """The comment that ignores a rule on a line of a file; None where none can be written."""
    content = text[line.start : line.end].rstrip()
    if not content.strip() or (content.lstrip().startswith("#") and not is_document(path)):
        return None
    written = f"smartlint: ignore[{code}] -- ⟨{reason}⟩"
    end = line.start + len(content)
    if not is_document(path):
        return Edit(Span(end, line.end), f"  # {written}")
    return _in_markdown(text, line, end, written) if path.lower().endswith(_MARKDOWN) else None


def _in_markdown(text: str, line: Span, end: int, written: str) -> Edit | None:
    """In a block of goals it is that of a goal file; in a table it stands in the last cell; in data, as in files, nowhere."""
    from smartlint.readers.masking import FRONT_MATTER, Masked

    front = FRONT_MATTER.match(text)
    if front is not None and line.start < front.end():
        return None
    masked = Masked(text)
    if any(fence.start <= line.start <= fence.end for fence in masked.fences):
        return Edit(Span(end, line.end), f"  # {written}")
    if any(block.start <= line.start < block.end for block in masked.data):
        return None
    if text[line.start : end].lstrip().startswith("|") and text[end - 1] == "|":
        at = line.start + len(text[line.start : end - 1].rstrip())
        return Edit(Span(at, end - 1), f" <!-- {written} --> ")
    return Edit(Span(end, line.end), f" <!-- {written} -->")


def another(text: str, line: Span, code: str) -> Edit | None:
    """The edit by which the comment that stands on a line ignores another rule as well."""
    found = _DIRECTIVE.search(text, line.start, line.end)
    if found is None or found["codes"] is None or not found["codes"].strip():
        return None
    at = found.start("codes") + len(found["codes"].rstrip(" \t,"))
    return Edit(Span(at, found.end("codes")), f", {code}")


def has_comment(text: str, line: Span) -> bool:
    """Whether something is ignored on a line already."""
    return _DIRECTIVE.search(text, line.start, line.end) is not None
