"""What may be written at a place: keywords in the file's language, a whole goal, and values of the field that stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from smartlint.formatter.field_order import ORDER
from smartlint.goal import Document, Goal
from smartlint.language.pack import load
from smartlint.language.vocabulary import vocabulary
from smartlint.lsp.actions import snippet
from smartlint.lsp.field_help import FIELD_HELP
from smartlint.lsp.offering import offers
from smartlint.lsp.session import Session
from smartlint.parser.lines import SECTION_STARTS
from smartlint.readers import is_document
from smartlint.source import Span
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.lsp.ruler import Ruler

#: The start of a line up to the place: an item's dash, and what stands before a colon and behind it.
_LINE = re.compile(r"[ \t\u00a0]*(?P<dash>[-*•–][ \t\u00a0]+)?(?P<name>[^:]*)(?P<colon>:)?[ \t\u00a0]*(?P<value>.*)", re.DOTALL)
#: What stands in the parenthesis that an item ends with.
_BRACKET = re.compile(r"(?<=[(,])[ \t\u00a0]*(?P<name>[^:,()]*)(?P<colon>:)?[ \t\u00a0]*(?P<value>[^,()]*)\Z")
_OF_ACTIONS = ("owner", "deadline")
_HOLES = ("⟨name⟩", "⟨date⟩", "⟨what is counted⟩", "⟨what tells the number⟩", "⟨what it is good for⟩", "⟨first step⟩")


def completion(session: Session, uri: str, position: types.Position, *, snippets: bool = False) -> list[types.CompletionItem]:
    """What may be written at a place; with ``snippets`` it may have holes to tab through."""
    path = session.path(uri)
    document = session.workspace.document(path)
    if document is None:
        return []
    ruler = session.ruler_of(document)
    offset = ruler.offset(position)
    start = ruler.line(position.line).start
    line = _LINE.match(ruler.text, start, offset)
    assert line is not None  # whatever stands there
    bracket = _bracket(line)
    found = bracket or line
    goal = _above(ruler, document, start, line.start("name") - start)
    if found["colon"]:
        return list(_values(session, document, goal, ruler, found))
    area = ruler.range(Span(found.start("name"), offset))
    if bracket:
        return _in_order(list(_fields(session, document, area, _OF_ACTIONS)))
    if not _is_goals(document, start):
        return []
    goals = list(_goals(document, area, snippets=snippets))
    if line["dash"]:  # what has a dash is a goal or text
        return _in_order(goals)
    fields = list(_fields(session, document, area, _missing(document, goal)))
    return _in_order([*fields, *goals] if line.start("name") > start else [*goals, *fields])


def _bracket(line: re.Match[str]) -> re.Match[str] | None:
    """The part of an item's open parenthesis that the place is in."""
    text, start, end = line.string, line.start("name"), line.end()
    opened = text.rfind("(", start, end)
    if not line["dash"] or opened < 0 or text.find(")", opened, end) >= 0:
        return None
    return _BRACKET.search(text, max(opened, text.rfind(",", opened, end)), end)


def _above(ruler: Ruler, document: Document, start: int, column: int) -> Goal | None:
    """The goal that a line which begins in a column belongs to."""
    for goal in reversed(document.all_goals):
        at = ruler.position(goal.head.start).character
        if goal.head.start < start and (at < column or at == column == 0):
            return goal
    return None


def _is_goals(document: Document, offset: int) -> bool:
    """Whether a place is in the goal language: all of a goal file is, and the blocks of goals in a Markdown document."""
    if not is_document(document.source.path):
        return True
    from smartlint.readers.masking import Masked

    return any(fence.start <= offset <= fence.end for fence in Masked(document.source.text).fences)


# --- keywords ---------------------------------------------------------------------------------------------------------


def _missing(document: Document, goal: Goal | None) -> list[str]:
    """The fields that a goal, or the heading, does not have yet, in the order in which people ask for them."""
    headings = {name for section in document.sections for name in section.fields}
    has = headings if goal is None else {*goal.fields, *SECTION_STARTS}
    return [name for name in ORDER if name not in has]


def _in_order(items: list[types.CompletionItem]) -> list[types.CompletionItem]:
    for number, item in enumerate(items):
        item.sort_text = f"{number:05}"
    return items


def _fields(session: Session, document: Document, area: types.Range, names: Sequence[str]) -> Iterator[types.CompletionItem]:
    words = load(document.language).data["fields"]
    for name in names:
        yield types.CompletionItem(
            label=words[name][0],
            kind=types.CompletionItemKind.Property,
            detail=name,
            documentation=session.say(FIELD_HELP[name], document.source.path, document.language),
            text_edit=types.TextEdit(area, f"{words[name][0]}: "),
        )


def _goals(document: Document, area: types.Range, *, snippets: bool) -> Iterator[types.CompletionItem]:
    for name, words in load(document.language).data["goals"].items():
        yield types.CompletionItem(
            label=words[0],
            kind=types.CompletionItemKind.Class,
            detail=name,
            text_edit=types.TextEdit(area, f"{words[0]}: "),
        )
    if snippets:
        whole = _whole(document.language)
        yield types.CompletionItem(
            label=f"{whole.partition(' ')[0]} …",
            kind=types.CompletionItemKind.Snippet,
            documentation=whole,
            insert_text_format=types.InsertTextFormat.Snippet,
            text_edit=types.TextEdit(area, snippet(whole)),
        )


def _whole(language: str) -> str:
    """A goal with what makes it a good one, and holes for what only people know."""
    data = load(language).data
    words = {name: words[0] for name, words in data["fields"].items()}
    said = {hole: translate(hole, language) for hole in _HOLES}
    sentence = translate("Raise ⟨what⟩ from ⟨number⟩ to ⟨number⟩ by ⟨date⟩", language)
    return "\n".join(
        (
            f"{data['goals']['goal'][0]} ⟨ID⟩: {sentence}",
            f"  {words['owner']}: {said['⟨name⟩']}",
            f"  {words['metric']}: {said['⟨what is counted⟩']}",
            f"  {words['source']}: {said['⟨what tells the number⟩']}",
            f"  {words['why']}: {said['⟨what it is good for⟩']}",
            f"  {words['how']}:",
            f"  - {said['⟨first step⟩']} ({words['owner']}: {said['⟨name⟩']}, {words['deadline']}: {said['⟨date⟩']})",
        )
    )


# --- values -----------------------------------------------------------------------------------------------------------


def _values(
    session: Session, document: Document, goal: Goal | None, ruler: Ruler, found: re.Match[str]
) -> Iterator[types.CompletionItem]:
    """The values of the field that is named before the place, for the last of several that commas part."""
    names = vocabulary().field_names(" ".join(found["name"].lower().split()))
    field = names.get(document.language) or next(iter(names.values()), "")
    begin = found.start("value") + found["value"].rfind(",") + 1
    while begin < found.end() and ruler.text[begin].isspace():
        begin += 1
    area = ruler.range(Span(begin, found.end()))
    for number, (text, detail) in enumerate(dict.fromkeys(offers(session, document, field, goal))):
        yield types.CompletionItem(
            label=text,
            kind=types.CompletionItemKind.Value,
            detail=detail or None,
            sort_text=f"{number:05}",
            text_edit=types.TextEdit(area, text),
        )
