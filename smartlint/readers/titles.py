"""What titles are: the goal of a document that has only one, an objective over its results, what holds for all goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile

from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.names import Name
from smartlint.readers.blocks import Block, Part
from smartlint.readers.drawing import HANDED, Drafts
from smartlint.readers.headlines import Headlines
from smartlint.readers.items import Items
from smartlint.readers.lines import Lines
from smartlint.readers.moments import moment
from smartlint.readers.naming import label
from smartlint.readers.peeling import Peeled
from smartlint.readers.scope import NOWHERE, Scope
from smartlint.readers.tables import Tables, fields_of_goal
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import Kind, is_aside, is_plan, kind_in, numbered, phrase_of
from smartlint.source import Span

#: A subtitle has no more words.
_HEADING = 9
_NAMING = 2
#: Nor has the name of a single goal: ``Our main goal``.
_SHORT = 3
#: Of the fields of a front matter those that only a goal has.
_SURE = frozenset(("status", "deadline"))
_YEAR = re.compile(r"\b20\d\d\b")

#: Days of the longest time that tells of small things.
_WEEK, _YEAR_DAYS = 7, 365.25
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

    def is_area(self, part: Part, peeled: Peeled, scope: Scope, group: GoalDraft) -> bool:
        """A part of a plan with a time or an owner, whose list says what is to be reached there, as those of people do."""
        if part.heading is not None and part.heading.start in self._items.areas:
            return True
        if scope.kind is not None or scope.goal is not None or part.heading is None:
            return False
        is_coming = part.heading.depth > 1 and self._says.is_coming(part.heading.parts[0])
        if is_coming and self._items.saying.are_aimed([*_items_of(part)]):
            return True
        if not self._items.in_plan:
            return False
        owned = "owner" in {*group.fields, *self._lined(part)} or any(name == "owner" for name, *_ in peeled.fields)
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

    def names_areas(self, part: Part) -> bool:
        """``Focus areas``, in a document that speaks of goals: what somebody wants there is one."""
        text = self._slice(part.heading.parts[0]) if part.heading is not None and part.heading.parts else ""
        phrase, known = phrase_of(text[numbered(text) :]), document_words().areas
        is_bare = any(one != phrase and one.endswith(phrase) for one in known)  # ``Areas`` are so of anything
        return phrase in known and (self._items.in_plan or (self._items.names_goals and not is_bare))

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
