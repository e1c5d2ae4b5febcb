"""What the lines near the title of a document say of all its goals: for when they hold, and whose they are."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from smartlint.language.times import Anchor
from smartlint.readers.blocks import Part
from smartlint.readers.drawing import Drafts
from smartlint.readers.headlines import Headlines
from smartlint.readers.moments import Moment, moment
from smartlint.readers.whose import is_people
from smartlint.readers.word_lists import any_of, document_words
from smartlint.readers.words import is_aside, is_denied, is_plan, is_valid_for, kind_in, worded
from smartlint.source import Span

#: A subtitle has no more words.
_HEADING = 9
#: What the document is called goes on for so many lines; what is set at the right is something else.
_SUBTITLE = 2
_GAP = re.compile(r"[ \t\u00a0]{3,}")
#: A line with text, in a quotation or not, and how many of them stand near a title.
_FILLED, _NEAR = re.compile(r"^[ \t>]*(?P<text>[^\s#>](?:[^\n]*[^\s.])?)[ \t\r.]*$", re.MULTILINE), 3
#: A sentence that ends in a year, before another one.
_YEAR_FIRST = re.compile(r"[^.:\n]{0,30}\b20\d\d(?=\.[ \t]+[A-ZÆØÅÄÖ])")
#: The name in a title, with what she is: ``: Kim Moe, nurse``.
_TALK = re.compile(
    r"(?P<what>[^:\n–—]{2,40}?)(?:[ \t]*:|[ \t]+[–—-])[ \t]+(?P<who>[^\W\d][^,:\d\n–—()]{1,40}?)"
    r"(?:,[ \t]+[^,\n]{2,40}|[ \t]*\([^()\n]*\))?[ \t]*$",
    re.MULTILINE,
)


@lru_cache
def _holds() -> re.Pattern[str]:
    """What a sentence says of the plan as well: ``It was adopted on 28 October and applies to 2027``."""
    return re.compile(rf" (?:{any_of('joining')}) (?:{any_of('applying')}) (?=[^.\n]{{1,60}}$)")


class Openings:
    """Reads the lines near the title of one document."""

    def __init__(self, text: str, drafts: Drafts, language: str, says: Headlines, anchor: Anchor) -> None:
        self._text = text
        self._drafts = drafts
        self._language = language
        self._says = says
        self._anchor = anchor

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def hand_down(self, top: Part) -> None:
        self._person(top)
        self._subtitle(top)
        self._validity(top)

    def _person(self, top: Part) -> None:
        """Whose goals were agreed in a talk, as its title says: ``Appraisal: Kim Moe, nurse``."""
        heading = None if top.blocks else next((part.heading for part in top.parts), None)
        block = top.blocks[0] if top.blocks else heading
        match = _TALK.match(self._text, *block.parts[0]) if block is not None and block.parts else None
        if match is None or not is_people(match["who"]):
            return
        if any(f" {one} " in worded(match["what"]) for one in document_words().talks):
            self._drafts.field(self._drafts.top, "owner", Span(*match.span("who")))

    def _subtitle(self, top: Part) -> None:
        """A line below the title that speaks of goals and their time: ``Objectives and key results, first half of 2027``."""
        parts = [top, *top.parts[:1]]
        block = next((part.blocks[0] for part in parts if part.blocks), None)
        for line in block.parts[:_SUBTITLE] if block is not None and block.kind == "text" else ():
            gap = _GAP.search(self._text, line.start, line.end)
            span = Span(line.start, gap.start() if gap is not None else line.end)
            text = self._slice(span)
            is_title = len(text.split()) <= _HEADING and not text.endswith((".", ":", "?"))
            names = kind_in(text, self._language) is not None or is_plan(text)
            if is_title and names and not is_denied(text) and not is_aside(text):
                self._says.hand_down(self._drafts.top, span)

    def _validity(self, top: Part) -> None:
        """A line or quotation near the title that says for how long all holds: ``Applies from 1 May 2026 to 30 April 2027``."""
        head = next((part.heading for part in top.parts if part.heading is not None), None)
        start = head.end if head is not None and not top.blocks else 0
        for match in islice(_FILLED.finditer(self._text, start), _NEAR):
            span = Span(*match.span("text"))
            holds = _holds().search(self._text, *span)
            is_valid = is_valid_for(self._slice(span))
            span = span if is_valid or holds is None else Span(holds.end(), span.end)
            is_told = is_valid or holds is not None
            found = moment(self._text, span, self._language, self._anchor) if is_told else self._said(span)
            is_plan_for = found is not None and not found.relative and not found.is_over(self._anchor.today)
            if found is not None and is_plan_for and "period" not in self._drafts.top.fields:
                self._drafts.field(self._drafts.top, found.name, found.span, found.value)

    def _said(self, span: Span) -> Moment | None:
        """The time that a sentence is, ``Season 2027. Written by Kim``, or presents."""
        first = _YEAR_FIRST.match(self._text, *span)
        if first is not None and self._says.is_coming(Span(*first.span())):
            return moment(self._text, Span(*first.span()), self._language, self._anchor)
        return self._presented(span)

    def _presented(self, span: Span) -> Moment | None:
        """The time that a sentence presents: ``This is Q1 2027``, ``Dette er målene våre for 2027``."""
        for clause in document_words().presenting.finditer(self._text, *span):
            found = moment(self._text, Span(*clause.span()), self._language, self._anchor)
            if found is None or found.name != "period" or self._text[found.span.end : clause.end()].strip(" .:"):
                continue
            before = self._slice(Span(clause.end("opening"), found.span.start))
            if not before.strip() or (kind_in(before, self._language) is not None and not is_denied(before)):
                return found
        return None
