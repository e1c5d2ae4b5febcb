"""What is a goal in a document, and what belongs to it: headings, lead-ins, lines and items become drafts."""

from __future__ import annotations

from collections.abc import Callable

from smartlint.language.people import is_first_name
from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.names import Name
from smartlint.readers.blocks import Part
from smartlint.readers.clauses import is_other, is_section, is_watched, tells_results, wants
from smartlint.readers.drawing import HANDED, KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.headlines import Headlines
from smartlint.readers.items import Items
from smartlint.readers.lines import Lines
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.readers.naming import is_year, label
from smartlint.readers.openings import Openings
from smartlint.readers.peeling import Peeled, Peeler
from smartlint.readers.results import Results
from smartlint.readers.scope import NOWHERE, Scope
from smartlint.readers.tables import Tables
from smartlint.readers.titles import Titles
from smartlint.readers.whose import names_owner
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import (
    Kind,
    field_called,
    is_aside,
    is_denied,
    is_legend,
    is_past,
    is_personal,
    is_record,
    is_todo,
    kind_in,
    knows,
    names_area,
    opens_goals,
    phrase_of,
)
from smartlint.record import replace
from smartlint.source import Span

#: A heading of more words that holds a goal word is a sentence about something else.
_HEADING = 9
_NAMED = 4


def no_fence(fence: Span, scope: Scope) -> None:
    """For documents in which no block can be of goals."""


class Interpreter:
    """Reads the outline of one document into drafts; ``fence`` reads a block of goals or data.

    ``dated``: the document says when it was written.
    """

    def __init__(
        self,
        text: str,
        peeler: Peeler,
        drafts: Drafts,
        language: str,
        anchor: Anchor,
        fence: Callable[[Span, Scope], None],
        mapping: DocumentMapping = NOTHING,
        *,
        dated: bool = False,
    ) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._language = language
        self._anchor = anchor
        self._mapping = mapping
        self._results = Results(text, language, mapping)
        self._is_promised = False  # some heading has called what stands below it goals
        self._says = Headlines(text, drafts, language, anchor, dated=dated)
        self._items = Items(text, peeler, drafts, self._says, language, anchor)
        self._tables = Tables(text, peeler, drafts, self._says, language, mapping)
        self._lines = Lines(text, peeler, drafts, language, self._items, self._says, self._tables, fence, anchor)
        self._titles = Titles(text, drafts, language, self._says, self._items, self._lines, self._tables, anchor)

    def read(self, top: Part, title: Span | None, named: Kind | None = None) -> None:
        """``title`` is that of the front matter; ``named`` the kind of goals that the file is called after."""
        alone = [part for part in top.parts if (part.heading is not None and part.heading.depth == 1) or len(top.parts) == 1]
        scope = Scope(self._drafts.top)
        self._items.look_through(top)
        if named is not None:
            first = next((block for block in (*top.blocks, *(part.heading for part in top.parts)) if block is not None), None)
            because = first.first if first is not None else NOWHERE
            scope = self._says.container(named.word, scope, self._drafts.top, because)
        if title is not None:
            scope = self._title(title, scope)
        Openings(self._text, self._drafts, self._language, self._says, self._anchor).hand_down(top)
        if len(alone) == 1 and not top.blocks:
            self._part(alone[0], scope, self._drafts.top)
            top.parts.remove(alone[0])
        self._lines.take(top.blocks, scope)
        for part in top.parts:
            self._part(part, scope)

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _title(self, span: Span, scope: Scope) -> Scope:
        kind = kind_in(self._slice(span), self._language)
        if kind is None or is_aside(self._slice(span)) or is_denied(self._slice(span)):
            return scope
        self._says.hand_down(self._drafts.top, span)
        return self._says.container(kind.word, scope, self._drafts.top, span)

    # --- headings ---------------------------------------------------------------------------------------------------

    def _part(self, part: Part, scope: Scope, group: GoalDraft | None = None) -> None:
        assert part.heading is not None
        if self._results.are_below(part):
            scope = replace(scope, okr=True)
        below = (self._stated(part, scope, group) if self._mapping else None) or self._heading(part, scope, group)
        if below.closed:
            self._explained(part, replace(scope, group=group or scope.group))
            return
        below = replace(below, areas=below.areas or self._titles.names_areas(part))
        self._lines.take(part.blocks, below)
        self._results.join(part.parts)
        goal = self._results.goal(part, below)
        named = [self._slice(deeper.heading.parts[0]) for deeper in part.parts if deeper.heading and deeper.heading.parts]
        people = sum(map(self._says.is_person, named)) + any(map(is_first_name, named)) * 2
        below = replace(below, personal=below.personal or people > 1)
        is_title = scope.kind is None and below.kind is not None and below.goal is None
        self._is_promised = self._is_promised or is_title
        is_kept = is_title and self._titles.is_kept(part)
        for deeper in part.parts:
            is_other = is_title and self._titles.is_calendar(deeper)
            is_promised = not is_other and (not is_kept or self._titles.says_goals(deeper))
            over = replace(below, goal=goal, holder=goal) if self._results.are(deeper) else below
            self._part(deeper, over if is_promised else replace(over, kind=None))

    def _explained(self, part: Part, scope: Scope) -> None:
        """Tables of goals that their heading explains, ``How to read the table``, and goals put below another one."""
        assert part.heading is not None
        text = self._slice(part.heading.parts[0]) if part.heading.parts else ""
        for deeper in part.parts if scope.kind is not None and not scope.closed and (is_past(text) or is_other(text)) else ():
            if self._titles.is_owned(deeper):
                self._part(deeper, scope)
        if not scope.closed and is_legend(text):
            self._lines.take([block for block in part.blocks if self._tables.is_filled(block)], scope)

    def _stated(self, part: Part, scope: Scope, group: GoalDraft | None) -> Scope | None:
        """What the configuration says of a heading, if anything."""
        assert part.heading is not None
        span = part.heading.parts[0] if part.heading.parts else NOWHERE
        text = self._slice(span)
        if self._mapping.is_ignored(text):
            return replace(scope, closed=True)
        word, field = self._mapping.kind(text), self._mapping.field(text)
        if word is not None:
            group = group or self._drafts.group(scope.group if scope.goal is None else scope.goal)
            self._says.hand_down(group, span, only_time=True)
            return replace(self._says.container(word, scope, group, span), stated=True)
        if field and scope.holder is not None:
            return replace(scope, field=field, word=span, kind=None, single=False)
        return None

    def _heading(self, part: Part, scope: Scope, group: GoalDraft | None) -> Scope:
        assert part.heading is not None
        peeled = self._peeler.peel(part.heading.parts)
        if not peeled.parts:
            return self._signs(peeled, scope, group)
        span = peeled.parts[0] = self._says.unnumbered(peeled.parts[0])
        text = self._slice(span)
        name = label(self._text, span, self._language)
        goal = name if name is not None and isinstance(name.meaning, GoalWord) and name.value.start < name.value.end else None
        if is_record(text) and group is not None:
            return replace(scope, group=group)
        kind = kind_in(text, self._language) if len(text.split()) <= _HEADING or self._titles.names_first(text) else None
        is_list_of_deeds = group is None and kind is None and (self._items.names_goals or self._is_promised) and is_todo(text)
        if (
            is_list_of_deeds
            or (self._is_closed(text, kind, title=group is not None) and not (scope.holder is not None and knows(text)))
            or (group is None and self._titles.is_elsewhere(span))
            or (goal is not None and self._items.saying.is_template(goal.value))
        ):
            return replace(scope, closed=True)
        if goal is not None and not is_year(self._text, goal) and not (group and self._titles.is_whole(part, goal, scope)):
            return self._goal_heading(part, goal, peeled, span, scope)
        if kind is not None and is_denied(text):
            return replace(scope, closed=True)
        field = field_called(text, self._language)
        if field and scope.holder is not None and not (kind is not None and kind.bare):
            return replace(scope, field=field, word=span, kind=None, single=False)
        if group is None:
            group = self._drafts.group(scope.group if scope.goal is None else scope.goal)
        scope = replace(scope, personal=scope.personal or (kind is not None and is_personal(text)))
        return self._named(part, peeled, span, scope, group, kind, field)

    @staticmethod
    def _is_closed(text: str, kind: Kind | None, *, title: bool) -> bool:
        told = is_past(text) or (not title and (is_other(text) or is_section(text) or is_watched(text)))
        told = (told and kind is None) or (not title and tells_results(text))
        return (is_aside(text) and not wants(text)) or is_record(text) or told

    def _named(
        self, part: Part, peeled: Peeled, span: Span, scope: Scope, group: GoalDraft, kind: Kind | None, field: str
    ) -> Scope:
        """A heading that names what stands below it: goals of a ``kind``, a ``field``, a time, or a topic."""
        assert part.heading is not None
        text = self._slice(span)
        timed = self._says.hand_down(group, span, personal=scope.personal)
        timed = timed or any(name == "deadline" for name, *_ in peeled.fields)
        asks = wants(text)
        if kind is not None or asks:
            self._hand(peeled, group, whole=part.heading.depth == 1)  # ``Goals for reading (responsible: Anna)``
        if kind is not None and (kind.bare or not field or field == "target"):
            return self._says.container(kind.word, scope, group, span, single=self._titles.names_one(part, kind, text))
        if not field and scope.goal is not None and (timed or self._tables.deliver(part.blocks, text)):
            return replace(scope, group=group, goal=None, holder=None, kind=PLAIN, because=span, field="", single=False)
        if self._items.in_plan and not self._items.names_goals and names_area(text):
            return self._says.container(PLAIN, scope, group, span)
        is_dated = timed or "period" in self._drafts.top.fields
        is_targets = is_dated and self._items.in_plan and phrase_of(text) in document_words().targets
        if field == "done_when" or asks or is_targets or (opens_goals(text) and timed):
            return self._says.container(PLAIN, scope, group, span)
        if field:
            return replace(scope, group=group, kind=None, single=False)
        if self._titles.is_area(part, peeled, scope, group):
            self._hand(peeled, group)
            return replace(self._says.container(PLAIN, scope, group, span), timed=self._says.is_coming(span))
        return self._other_heading(part, peeled, span, scope, group)

    def _hand(self, peeled: Peeled, group: GoalDraft, *, whole: bool = False) -> None:
        """What stands around a heading holds for all goals below it; a unit in the title of the ``whole`` is its team."""
        for name, span, value in peeled.fields:
            if name in HANDED:
                who = self._slice(span)
                is_team = whole and name == "owner" and (names_owner(who) or (" " not in who and not is_first_name(who)))
                self._drafts.field(group, "team" if is_team else name, span, value)

    def _signs(self, peeled: Peeled, scope: Scope, group: GoalDraft | None) -> Scope:
        """A heading of nothing but a name in a tag, or a sign: it holds for all goals below it."""
        group = group or self._drafts.group(scope.above)
        for name, span, value in peeled.fields:
            self._drafts.field(group, name, span, value)
        return replace(scope, group=group)

    def _goal_heading(self, part: Part, name: Name, peeled: Peeled, head: Span, scope: Scope) -> Scope:
        assert isinstance(name.meaning, GoalWord)
        peeled.parts[0] = name.value
        if not self._says.is_goal_like(name.value, scope):
            self._sentence_below(part, peeled, scope)
        word = name.meaning
        above = scope.above if word.kind == "key_result" or word.sub else scope.group
        goal = self._drafts.goal(above, word, peeled, name.word.cover(name.id or name.word), head, number=name.id)
        over_results = word.kind == "objective" or scope.okr or self._items.saying.are_results(part.blocks)
        kind = KEY_RESULT if over_results else None
        return replace(scope, group=goal, goal=goal, holder=goal, kind=kind, because=head, single=False)

    def _sentence_below(self, part: Part, peeled: Peeled, scope: Scope) -> None:
        """``Goal 1: Reading`` is a topic; its goal is the sentence that stands first below it."""
        first = part.blocks[0] if part.blocks and part.blocks[0].kind == "text" else None
        below = self._peeler.peel(first.parts) if first is not None else None
        if below is None or not below.parts or self._lines.is_field(part.blocks[0]):
            return
        span = Span(below.parts[0].start, below.parts[-1].end)
        words = self._slice(span).split()
        named = kind_in(" ".join(words[:_NAMED]), self._language) is not None  # "this goal is reached when …"
        if len(words) > _NAMED and not named and words[-1][-1] != ":" and self._says.is_goal_like(span, scope):
            peeled.parts[:] = below.parts
            peeled.fields += below.fields
            del part.blocks[0]

    def _other_heading(self, part: Part, peeled: Peeled, span: Span, scope: Scope, group: GoalDraft) -> Scope:
        text = self._slice(span)
        below = replace(scope, group=group, single=False)
        if part.heading is not None and part.heading.start in self._items.objectives:
            return self._says.objective(peeled, span, below, scope)
        if self._titles.is_one_goal(part, span, below):
            peeled = self._titles.summed_up(part) or peeled
            goal = self._drafts.goal(scope.group, PLAIN, peeled, span, span)
            return replace(below, group=goal, goal=goal, holder=goal, kind=None)
        if scope.kind is None or self._says.is_label(text, group) or any(name == "deadline" for name, *_ in peeled.fields):
            self._hand(peeled, group, whole=part.heading is not None and part.heading.depth == 1)
            return below
        if not scope.timed and self._says.is_goal_like(span, scope) and self._titles.is_over_results(part, scope):
            word = OBJECTIVE if scope.okr else scope.kind
            goal = self._drafts.goal(scope.above, word, peeled, span, scope.because)
            kind = KEY_RESULT if scope.okr or self._items.saying.are_results(part.blocks) else None
            return replace(below, group=goal, goal=goal, holder=goal, kind=kind, because=span)
        self._hand(peeled, group)
        return below
