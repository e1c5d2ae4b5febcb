"""What titles are: the goal of a document that has only one, an objective over its results, what holds for all goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice, takewhile

from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.names import Name
from smartlint.readers.blocks import Block, Part
from smartlint.readers.drawing import HANDED, Drafts
from smartlint.readers.headlines import Headlines
from smartlint.readers.items import Items
from smartlint.readers.lines import Lines
from smartlint.readers.moments import Moment, moment
from smartlint.readers.naming import label
from smartlint.readers.peeling import Peeled
from smartlint.readers.scope import NOWHERE, Scope
from smartlint.readers.tables import Tables, fields_of_goal
from smartlint.readers.whose import is_people
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import Kind, is_aside, is_denied, is_plan, is_valid_for, kind_in, phrase_of, worded
from smartlint.source import Span

#: A subtitle has no more words.
_HEADING = 9
_NAMING = 2
#: Nor has the name of a single goal: ``Our main goal``.
_SHORT = 3
#: What the document is called goes on for so many lines; what is set at the right is something else.
_SUBTITLE = 2
_GAP = re.compile(r"[ \t\u00a0]{3,}")
#: Of the fields of a front matter those that only a goal has.
_SURE = frozenset(("status", "deadline"))
#: A line with text, in a quotation or not, and how many of them stand near a title.
_FILLED, _NEAR = re.compile(r"^[ \t>]*(?P<text>[^\s#>](?:[^\n]*[^\s.])?)[ \t\r.]*$", re.MULTILINE), 3
#: What a sentence says of the plan as well: ``It was adopted on 28 October and applies to 2027``.
_HOLDS = re.compile(
    r" (?:and|og|och) (?:applies (?:to|for)|is valid (?:for|in)|(?:gjelder|gjeld|gäller|gælder)(?: f[oö]r)?) (?=[^.\n]{1,60}$)"
)
#: The name in a title, with what she is: ``: Kim Moe, nurse``.
_TALK = re.compile(
    r"(?P<what>[^:\n–—]{2,40}?)(?:[ \t]*:|[ \t]+[–—-])[ \t]+(?P<who>[^\W\d][^,:\d\n–—()]{1,40}?)"
    r"(?:,[ \t]+[^,\n]{2,40}|[ \t]*\([^()\n]*\))?[ \t]*$",
    re.MULTILINE,
)
_YEAR = re.compile(r"\b20\d\d\b")

#: Days of a time that a heading plans, and of the longest one that tells of small things.
_MONTH, _WEEK, _YEAR_DAYS = 27, 7, 365.25
#: What a heading says of the goals below it.
_TOLD = frozenset(("period", "deadline"))


class Titles:
    """Judges the title and the headings of one document by what stands below them."""

    def __init__(
        self,
        text: str,
        drafts: Drafts,
        language: str,
        says: Headlines,
        items: Items,
        lines: Lines,
        tables: Tables,
        anchor: Anchor,
    ) -> None:
        self._text = text
        self._drafts = drafts
        self._language = language
        self._says = says
        self._items = items
        self._lines = lines
        self._tables = tables
        self._anchor = anchor

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def hand_down_person(self, top: Part) -> None:
        """Whose goals were agreed in a talk, as its title says: ``Appraisal: Kim Moe, nurse``."""
        heading = None if top.blocks else next((part.heading for part in top.parts), None)
        block = top.blocks[0] if top.blocks else heading
        match = _TALK.match(self._text, *block.parts[0]) if block is not None and block.parts else None
        if match is None or not is_people(match["who"]):
            return
        if any(f" {one} " in worded(match["what"]) for one in document_words().talks):
            self._drafts.field(self._drafts.top, "owner", Span(*match.span("who")))

    def hand_down_subtitle(self, top: Part) -> None:
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

    def hand_down_validity(self, top: Part) -> None:
        """A line or quotation near the title that says for how long all holds: ``Applies from 1 May 2026 to 30 April 2027``."""
        head = next((part.heading for part in top.parts if part.heading is not None), None)
        start = head.end if head is not None and not top.blocks else 0
        for match in islice(_FILLED.finditer(self._text, start), _NEAR):
            span = Span(*match.span("text"))
            holds = _HOLDS.search(self._text, *span)
            is_valid = is_valid_for(self._slice(span))
            span = span if is_valid or holds is None else Span(holds.end(), span.end)
            is_told = is_valid or holds is not None
            found = moment(self._text, span, self._language, self._anchor) if is_told else self._presented(span)
            is_plan_for = found is not None and not found.relative and not found.is_over(self._anchor.today)
            if found is not None and is_plan_for and "period" not in self._drafts.top.fields:
                self._drafts.field(self._drafts.top, found.name, found.span, found.value)

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

    def is_area(self, part: Part, peeled: Peeled, scope: Scope, group: GoalDraft) -> bool:
        """A part of a plan with a time or an owner, whose list says what is to be reached there, as those of people do."""
        if part.heading is not None and part.heading.start in self._items.areas:
            return True
        if scope.kind is not None or scope.goal is not None or part.heading is None:
            return False
        is_coming = part.heading.depth > 1 and self.is_coming(part.heading.parts[0])
        if is_coming and self._items.saying.are_aimed([*_items_of(part)]):
            return True
        if not self._items.in_plan:
            return False
        owned = "owner" in group.fields or any(name == "owner" for name, *_ in peeled.fields)
        if _TOLD.isdisjoint(group.fields) and not owned and "team" not in group.fields:
            return False
        items = [block for block in part.blocks if block.kind == "item"]
        if not (items and scope.personal) and not self._items.saying.say_goals(items, wanted="team" in group.fields):
            return False
        return part.heading.start not in self._items.objectives

    def names_one(self, part: Part, kind: Kind, text: str) -> bool:
        """``Mål`` and ``Our goal``, below which a single sentence is one, over its ``Delmål 1`` or its key results."""
        heads = [deeper.heading.parts[0] if deeper.heading and deeper.heading.parts else NOWHERE for deeper in part.parts]
        return all(map(self._is_under, heads)) and (kind.bare or len(text.split()) <= _SHORT)

    def is_whole(self, part: Part, name: Name, scope: Scope) -> bool:
        """A title that says of which goals the headings below it speak: ``OKR: service, second quarter``."""
        return name.id is None and any(map(self._opens, part.parts)) and not self._says.is_goal_like(name.value, scope)

    def names_first(self, text: str) -> bool:
        """A heading that names goals at once and says more behind a comma: ``Our goals for 2027, as the board left them``."""
        name = text.partition(", ")[0]
        return len(name.split()) <= _HEADING and kind_in(" ".join(name.split()[:_NAMING]), self._language) is not None

    def _is_under(self, head: Span) -> bool:
        name = label(self._text, head, self._language)
        kind = kind_in(self._slice(head), self._language)
        is_sub = name is not None and isinstance(name.meaning, GoalWord) and name.meaning.sub
        return is_sub or (kind is not None and kind.bare and kind.word.kind == "key_result")

    def is_coming(self, span: Span) -> bool:
        """A heading that is a time to come, of a month or more: ``January to March``, ``Året 2027``."""
        found = moment(self._text, span, self._language, self._anchor)
        if found is None or found.relative or found.start is None or found.end is None:
            return False
        more = len(self._slice(span).split()) - len(self._slice(found.span).split())
        left = (found.end - max(found.start, self._anchor.today)).days
        return more <= 1 and left >= _MONTH

    def is_elsewhere(self, span: Span) -> bool:
        """A heading that is nothing but a week or day outside the time of the whole: ``This week``, in a plan for next year."""
        said = self._drafts.top.fields.get("period")
        named = moment(self._text, said.parts[0], self._language, self._anchor) if said is not None and said.parts else None
        whole = (named.value or named) if named is not None else None
        found = moment(self._text, span, self._language, self._anchor)
        if whole is None or found is None or len(self._slice(span).split()) > len(self._slice(found.span).split()):
            return False
        if not (whole.start and whole.end and found.start and found.end) or (found.end - found.start).days > _WEEK:
            return False
        years = [0] if found.relative else [year - found.start.year for year in range(whole.start.year, whole.end.year + 1)]
        shifts = [timedelta(days=round(_YEAR_DAYS * year)) for year in years]  # ``Week 5`` has no year of its own
        return not any(whole.start <= found.end + days and found.start + days <= whole.end for days in shifts)

    def is_one_goal(self, part: Part, span: Span, scope: Scope) -> bool:
        """A title with what is known of the one goal that it is: in a table, or line by line."""
        is_project = phrase_of(self._slice(span).partition(":")[0]) in document_words().projects
        if is_project and any(map(self._opens, part.parts)):
            return False
        tabled = self._tabled(part)
        if len(tabled & HANDED) > 1 and not self._is_opened(part) and not is_plan(self._slice(span)):
            return True
        stated = {*tabled, *self._lined(part)}
        is_title = part.heading is not None and part.heading.depth == 1 and scope.kind is None
        if is_title and not _SURE.isdisjoint(self._drafts.top.fields) and not self._is_opened(part):
            stated |= self._drafts.top.fields.keys()
        if len(stated & HANDED) < 2 or not self._says.is_goal_like(span, scope):
            return False
        return not is_plan(self._slice(span)) and _YEAR.search(self._slice(span)) is None

    def summed_up(self, part: Part) -> Peeled | None:
        """The sentence that says what the only goal of a document is, if its title is just what that is called."""
        for deeper in part.parts:
            name = phrase_of(self._slice(deeper.heading.parts[0])) if deeper.heading and deeper.heading.parts else ""
            first = deeper.blocks[0] if deeper.blocks and name in document_words().summaries else None
            found = self._lines.paragraphs.aim_of(first) if first is not None and first.kind == "text" else None
            if found is not None:
                return found
        return None

    def _is_opened(self, part: Part) -> bool:
        """A heading, or a line in bold print, that speaks of goals."""
        lines = (block.parts[0] for block in part.blocks if block.kind == "text" and block.bold and len(block.parts) == 1)
        is_named = any(len(text.split()) <= _HEADING and self._is_over_goals(text) for text in map(self._slice, lines))
        return is_named or any(self._opens(deeper) for deeper in part.parts)

    def _tabled(self, part: Part) -> set[str]:
        table = next((block for block in part.blocks if block.kind == "table"), None)
        return fields_of_goal(self._text, table.rows, self._language) if table is not None else set()

    def _lined(self, part: Part) -> set[str]:
        """The fields of lines that stand directly below a heading."""
        found = set()
        for block in takewhile(self._lines.is_field, part.blocks):
            name = label(self._text, block.parts[0], self._language, in_goal=True)
            found.add(str(name.meaning) if name is not None else "")
        return found

    def _opens(self, part: Part) -> bool:
        """A heading that speaks of goals."""
        assert part.heading is not None
        return self._is_over_goals(self._slice(part.heading.parts[0]))

    def _is_over_goals(self, text: str) -> bool:
        return not is_aside(text) and kind_in(text, self._language) is not None

    def is_owned(self, part: Part) -> bool:
        """A heading with its owner directly below it, and a list that says goals: whatever the heading above it is about."""
        if part.heading is None or not part.blocks or not self._lines.is_field(part.blocks[0]):
            return False
        items = [block for block in part.blocks if block.kind == "item"]
        return "owner" in self._lined(part) and self._items.saying.say_goals(items)

    def is_kept(self, part: Part) -> bool:
        """What a title promises stands directly below it, or below a heading that says so itself."""
        tables = any(block.kind == "table" and self._tables.is_filled(block) for block in part.blocks)
        items = [block for block in part.blocks if block.kind == "item"]
        return tables or self._items.saying.say_goals(items) or any(map(self._opens, part.parts))

    def is_calendar(self, part: Part) -> bool:
        """Days with what happens then, below a heading that does not speak of goals."""
        return not self._opens(part) and self._items.saying.is_calendar([*_items_of(part)])

    def says_goals(self, part: Part) -> bool:
        """Somewhere below a heading that names no goals stand some: in a list with figures, or in a table."""
        if part.heading is not None and (not part.heading.parts or self._opens(part)):
            return True
        blocks = [block for block in part.blocks if block.kind != "text"]
        if not blocks and not part.parts:
            return True  # running text has to say itself what is wanted
        if any(block.kind != "item" or self._items.saying.is_measured(block) for block in blocks):
            return True
        return any(map(self.says_goals, part.parts))

    def is_over_results(self, part: Part, scope: Scope) -> bool:
        """Items or rows that could belong to a goal stand below: they do not say themselves that they are over others."""
        tables = [block for block in part.blocks if block.kind == "table"]
        if any(not scope.okr or not any(row.bold[:1] == (True,) for row in table.rows[1:]) for table in tables):
            return True
        items = [block for block in part.blocks if block.kind == "item"]
        if items and all(map(self._items.saying.has_target, items)):
            return False  # metrics with their targets are goals themselves
        words = [self._items.saying.word_of(block) for block in items]
        if scope.okr and self._items.labelled and not any(words):
            return False  # the key results of this document say that they are
        return bool(words) and not (words[0] is not None and words[0].kind in ("objective", "goal") and not words[0].sub)


def _items_of(part: Part) -> Iterator[Block]:
    """The items below a heading and below those in it."""
    yield from (block for block in part.blocks if block.kind == "item")
    for deeper in part.parts:
        yield from _items_of(deeper)
