"""What an editor offers to do about findings: to mend one, to mend all, to ignore one with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from smartlint.finding import Finding
from smartlint.lsp import ignoring
from smartlint.lsp.diagnostics import diagnostic
from smartlint.lsp.ruler import Ruler
from smartlint.lsp.session import Session
from smartlint.rule import Edit
from smartlint.source import Span

FIX_ALL = "source.fixAll.smartlint"
_HOLE = re.compile(r"⟨([^⟩]*)⟩")
_SPECIAL = re.compile(r"[\\$}]")
_SHOWN = 50


def actions(session: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about the findings in a range."""
    path = session.path(params.text_document.uri)
    document = session.workspace.document(path)
    if document is None:
        return []
    ruler = session.ruler(path, document.source.file.text)
    chosen, only = ruler.span(params.range), params.context.only
    found: list[types.CodeAction] = []
    if _wants(types.CodeActionKind.QuickFix, only):
        here = [one for one in session.workspace.result().findings if _touches(one, path, chosen)]
        found += [action for finding in here for action in _fix(session, ruler, finding)]
        found += [action for finding in here for action in _ignore(session, ruler, finding)]
    if only and _wants(FIX_ALL, only):
        found += _fix_all(session, path, ruler)
    return found


def _wants(kind: str, only: Sequence[str] | None) -> bool:
    """Kinds are parted by dots, and whoever wants one wants those below it."""
    return not only or any(not one or kind == one or kind.startswith(f"{one}.") for one in only)


def _touches(finding: Finding, path: str, chosen: Span) -> bool:
    place = finding.place
    return place.path == path and place.span.start <= chosen.end and chosen.start <= place.span.end


def _fix(session: Session, ruler: Ruler, finding: Finding) -> Iterator[types.CodeAction]:
    if finding.fix is not None:
        yield types.CodeAction(
            title=_title(session, ruler, finding),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(session, finding)],
            is_preferred=finding.fix.applicability == "safe",
            edit=_edit(session, ruler, finding.place.path, finding.fix.edits),
        )


def _title(session: Session, ruler: Ruler, finding: Finding) -> str:
    """What is done, in the words of the goal."""
    assert finding.fix is not None
    edit = finding.fix.edits[0]
    old, new = _short(ruler.text[edit.span.start : edit.span.end]), _short(edit.text)
    text = "Write “{new}” instead of “{old}”" if old and new else "Add “{new}”" if new else "Delete “{old}”"
    said = session.say(text, finding.place.path, finding.language, old=old, new=new)
    return f"{said} ({finding.rule.code})"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _ignore(session: Session, ruler: Ruler, finding: Finding) -> Iterator[types.CodeAction]:
    """A comment at the end of the line, with a hole for the reason, or the comment that stands there for this rule as well."""
    if finding.rule.always or finding.binds:
        return
    path, code = finding.place.path, finding.rule.code
    line = ruler.line(ruler.position(finding.place.span.start).line)
    if ignoring.has_comment(ruler.text, line):
        title, edit = "Ignore {code} here too, for the same reason", ignoring.another(ruler.text, line, code)
    else:
        title = "Ignore {code} here, with a reason…"
        edit = ignoring.comment(path, ruler.text, line, code, session.say("reason", path, finding.language))
    if edit is not None:
        yield types.CodeAction(
            title=session.say(title, path, finding.language, code=code),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(session, finding)],
            edit=_edit(session, ruler, path, (edit,)),
        )


def _fix_all(session: Session, path: str, ruler: Ruler) -> Iterator[types.CodeAction]:
    after = session.workspace.fixed(path).after.get(path)
    if after is not None:
        yield types.CodeAction(
            title=session.say("Fix all that is safe to fix", path),
            kind=FIX_ALL,
            edit=_edit(session, ruler, path, (changed(ruler.text, after),)),
        )


def changed(before: str, after: str) -> Edit:
    """The one edit that makes one text of another, without what both begin and end with."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    most = shorter - start
    end = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    return Edit(Span(start, len(before) - end), after[start : len(after) - end])


def _edit(session: Session, ruler: Ruler, path: str, edits: Sequence[Edit]) -> types.WorkspaceEdit:
    """Edits of a file; holes are places to tab through, where the editor can."""
    uri = session.uri(path)
    if not session.snippets or not any(_HOLE.search(edit.text) for edit in edits):
        return types.WorkspaceEdit({uri: [types.TextEdit(ruler.range(edit.span), edit.text) for edit in edits]})
    opened = session.workspace.opened.get(path)
    file = types.OptionalVersionedTextDocumentIdentifier(uri, opened.version if opened else None)
    snippets = [
        types.SnippetTextEdit(ruler.range(edit.span), types.StringValue(kind="snippet", value=snippet(edit.text)))
        for edit in edits
    ]
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(file, snippets)])


def snippet(text: str) -> str:
    """A text whose holes are numbered places, each with its name in it; whatever else would mean something is escaped."""
    pieces, done = [], 0
    for number, hole in enumerate(_HOLE.finditer(text), 1):
        pieces += [_escaped(text[done : hole.start()]), f"${{{number}:{_escaped(hole[1])}}}"]
        done = hole.end()
    return "".join(pieces) + _escaped(text[done:])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text)
