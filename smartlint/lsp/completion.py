"""What may be written at a place: keywords in the file's language, a whole goal, and values of the field that stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from smartlint.formatter.field_order import ORDER
from smartlint.goal import Document, Goal
from smartlint.language.days import day
from smartlint.language.pack import load
from smartlint.language.vocabulary import vocabulary
from smartlint.lsp.actions import snippet
from smartlint.lsp.field_help import FIELD_HELP
from smartlint.lsp.offering import days, offers
from smartlint.lsp.session import Session
from smartlint.parser.lines import SECTION_STARTS
from smartlint.readers import is_document
from smartlint.record import NamedTuple
from smartlint.source import Span
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.lsp.ruler import Ruler

#: The start of a line up to the place: an item's dash, and what stands before a colon and behind it.
_LINE = re.compile(r"[ \t\u00a0]*(?P<dash>[-*•–][ \t\u00a0]+)?(?P<name>[^:]*)(?P<colon>:)?[ \t\u00a0]*(?P<value>.*)", re.DOTALL)
#: What stands in the parenthesis that an item ends with.
_BRACKET = re.compile(r"(?<=[(,])[ \t\u00a0]*(?P<name>[^:,()]*)(?P<colon>:)?[ \t\u00a0]*(?P<value>[^,()]*)\Z")
#: What is left of a word behind the place.
_WORD = re.compile(r"[^\s:,;()]*")
_PARTS = re.compile(r"[,()]")
#: Fields whose items begin with a day.
_SERIES = ("milestones", "progress", "evidence")
_OF_ACTIONS = ("owner", "deadline")
_HOLES = ("⟨name⟩", "⟨date⟩", "⟨what is counted⟩", "⟨what tells the number⟩", "⟨what it is good for⟩", "⟨first step⟩")


class _Keyword(NamedTuple):
    """A keyword that is being typed: where it stands, in which language, what goes behind it; whether holes may follow."""

    area: types.Range
    language: str
    colon: str
    snippets: bool


def completion(session: Session, uri: str, position: types.Position, *, snippets: bool = False) -> list[types.CompletionItem]:
    """What may be written at a place; with ``snippets`` it may have holes to tab through."""
    path = session.path(uri)
    document = session.workspace.document(path)
    if document is None:
        return []
    ruler = session.ruler_of(document)
    offset, whole = ruler.offset(position), ruler.line(position.line)
    line = _LINE.match(ruler.text, whole.start, offset)
    assert line is not None  # whatever stands there
    bracket = _bracket(line)
    found = bracket or line
    goal = _above(ruler, document, whole.start, line.start("name") - whole.start)
    behind = ruler.text[offset : whole.end]
    if found["colon"]:
        return list(_values(session, document, goal, ruler, found, behind))
    if not bracket and not _is_goals(document, whole.start):
        return []
    word = _keyword(ruler, found, behind, _language(session, document), snippets=snippets)
    if bracket:
        return _in_order(list(_fields(session, document, word, _OF_ACTIONS)))
    goals = list(_goals(word))
    if line["dash"]:  # what has a dash is a goal, a text, or what was so on a day
        series = _field_of_item(ruler, position.line)
        return _in_order(list(_series(session, document, series, word.area)) if series in _SERIES else goals)
    fields = list(_fields(session, document, word, _missing(document, goal, offset)))
    return _in_order([*fields, *goals] if line.start("name") > whole.start else [*goals, *fields])


def _keyword(ruler: Ruler, found: re.Match[str], behind: str, language: str, *, snippets: bool) -> _Keyword:
    """The keyword that is being typed; what stands behind the place belongs to it, where it has begun before."""
    rest, has_colon = "", False
    if found["name"]:
        before_colon, colon, _ = _PARTS.split(behind, 1)[0].partition(":")
        has_colon = bool(colon)
        is_field = has_colon and vocabulary().field_names(_folded(found["name"] + before_colon))
        word = _WORD.match(behind)
        rest = before_colon if is_field else word[0] if word else ""
    area = ruler.range(Span(found.start("name"), found.end() + len(rest)))
    return _Keyword(area, language, "" if has_colon else ": ", snippets and not has_colon)


def _folded(name: str) -> str:
    return " ".join(name.lower().split())


def _language(session: Session, document: Document) -> str:
    """The language that keywords are written in: that of the file, or, where it says nothing yet, that of the reader."""
    configurations, path = session.workspace.configurations, document.source.path
    is_told = (
        document.goals
        or any(section.fields for section in document.sections)
        or (configurations is not None and configurations.of(path).language)
    )
    return document.language if is_told else session.language_of(path, document.language)


def _field_of_item(ruler: Ruler, number: int) -> str:
    """The field that an item on a line belongs to."""
    for above in range(number - 1, -1, -1):
        line = ruler.line(above)
        found = _LINE.match(ruler.text, line.start, line.end)
        if found is not None and found["name"].strip() and not found["dash"]:
            names = vocabulary().field_names(_folded(found["name"]))
            return next(iter(names.values()), "") if found["colon"] and not found["value"].strip() else ""
    return ""


def _series(session: Session, document: Document, field: str, area: types.Range) -> Iterator[types.CompletionItem]:
    """The days that an item of a series may begin with: coming ones, or, of what was reached, today."""
    today = session.workspace.today
    language = session.language_of(document.source.path, document.language)
    coming = days(session, document, ends=True) if field == "milestones" else [(today.isoformat(), day(today, language))]
    for text, detail in dict.fromkeys(coming):
        edit = types.TextEdit(area, f"{text}: ")
        yield types.CompletionItem(label=text, kind=types.CompletionItemKind.Value, detail=detail, text_edit=edit)


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


def _missing(document: Document, goal: Goal | None, offset: int) -> list[str]:
    """The fields that a goal, or the heading, does not have yet, in the order in which people ask for them.

    One whose keyword stands at the place is being typed.
    """
    fields = [section.fields for section in document.sections] if goal is None else [goal.fields]
    there = (one for found in fields for one in found.values() if not one.word.span.start <= offset <= one.word.span.end)
    has = {one.name for one in there} | (SECTION_STARTS if goal is not None else frozenset())
    return [name for name in ORDER if name not in has]


def _in_order(items: list[types.CompletionItem]) -> list[types.CompletionItem]:
    for number, item in enumerate(items):
        item.sort_text = f"{number:05}"
    return items


def _fields(session: Session, document: Document, word: _Keyword, names: Sequence[str]) -> Iterator[types.CompletionItem]:
    words = load(word.language).data["fields"]
    for name in names:
        yield types.CompletionItem(
            label=words[name][0],
            kind=types.CompletionItemKind.Property,
            detail=name,
            documentation=session.say(FIELD_HELP[name], document.source.path, word.language),
            text_edit=types.TextEdit(word.area, words[name][0] + word.colon),
        )


def _goals(word: _Keyword) -> Iterator[types.CompletionItem]:
    data = load(word.language).data
    said = {name: words[0] for name, words in data["goals"].items()}
    said |= {name: f"{_neuter(words)} {said['goal']}" for name, words in data["levels"].items()}
    for name, text in said.items():
        yield types.CompletionItem(
            label=text,
            kind=types.CompletionItemKind.Class,
            detail=name,
            text_edit=types.TextEdit(word.area, text + word.colon),
        )
    if word.snippets:
        whole = _whole(word.language)
        yield types.CompletionItem(
            label=f"{whole.partition(' ')[0]} …",
            kind=types.CompletionItemKind.Snippet,
            documentation=whole,
            insert_text_format=types.InsertTextFormat.Snippet,
            text_edit=types.TextEdit(word.area, snippet(whole)),
        )


def _neuter(words: Sequence[str]) -> str:
    """The form of a word for a level that a goal has in the Nordic languages, where it differs: ``operationelt``."""
    return f"{words[0]}t" if f"{words[0]}t" in words else words[0]


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
    session: Session, document: Document, goal: Goal | None, ruler: Ruler, found: re.Match[str], behind: str
) -> Iterator[types.CompletionItem]:
    """The values of the field that is named before the place, for the last of several that commas part."""
    names = vocabulary().field_names(_folded(found["name"]))
    field = names.get(document.language) or next(iter(names.values()), "")
    begin = found.start("value") + found["value"].rfind(",") + 1
    while begin < found.end() and ruler.text[begin].isspace():
        begin += 1
    rest = _WORD.match(behind) if begin < found.end() else None
    area = ruler.range(Span(begin, found.end() + (rest.end() if rest else 0)))
    for number, (text, detail) in enumerate(dict.fromkeys(offers(session, document, field, goal, found.end()))):
        yield types.CompletionItem(
            label=text,
            kind=types.CompletionItemKind.Value,
            detail=detail or None,
            sort_text=f"{number:05}",
            text_edit=types.TextEdit(area, text),
        )
