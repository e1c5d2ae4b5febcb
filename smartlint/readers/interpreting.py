"""What is a goal in a document, and what belongs to it: headings, lead-ins, lines and items become drafts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft, pieces
from smartlint.parser.layout import HEADER
from smartlint.parser.names import Name
from smartlint.readers.blocks import Block, Part
from smartlint.readers.drawing import HANDED, KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.headlines import SENTENCE, Headlines
from smartlint.readers.items import Items
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.readers.naming import is_year, label, own_id
from smartlint.readers.peeling import Peeled, Peeler
from smartlint.readers.scope import NOWHERE, Scope
from smartlint.readers.tables import Tables, keyed
from smartlint.readers.words import (
    Kind,
    field_called,
    field_ending,
    is_aside,
    is_denied,
    is_record,
    kind_in,
    numbered,
    opens_goals,
)
from smartlint.record import replace
from smartlint.source import Span

#: A heading or lead-in of more words that holds a goal word is a sentence about something else.
_LEAD_IN = 14
_HEADING = 9
_NAMED = 4
_SHORT = 3
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?][ \t\n]+(?=[A-ZÆØÅÄÖ])")


def no_fence(fence: Span, above: GoalDraft) -> None:
    """For documents in which no block can be of the goal language."""


class Interpreter:
    """Reads the outline of one document into drafts; ``fence`` reads a block of the goal language."""

    def __init__(
        self,
        text: str,
        peeler: Peeler,
        drafts: Drafts,
        language: str,
        anchor: Anchor,
        fence: Callable[[Span, GoalDraft], None],
        mapping: DocumentMapping = NOTHING,
    ) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._language = language
        self._anchor = anchor
        self._fence = fence
        self._items = Items(text, peeler, drafts, language, anchor)
        self._says = Headlines(text, drafts, language, anchor)
        self._tables = Tables(text, peeler, drafts, self._says, language, mapping)

    def read(self, top: Part, title: Span | None, named: Kind | None = None) -> None:
        """``title`` is that of the front matter; ``named`` the kind of goals that the file is called after."""
        alone = [part for part in top.parts if part.heading is not None and part.heading.depth == 1]
        scope = Scope(self._drafts.top)
        self._objectives = self._items.look_through(top)
        if named is not None:
            first = next(iter(top.blocks), None)
            because = first.first if first is not None else NOWHERE
            scope = self._says.container(named.word, scope, self._drafts.top, because)
        if title is not None:
            scope = self._title(title, scope)
        if len(alone) == 1 and not top.blocks:
            self._part(alone[0], scope, self._drafts.top)
            top.parts.remove(alone[0])
        self._blocks(top.blocks, scope)
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
        below = self._heading(part, scope, group)
        if below.closed:
            return
        self._blocks(part.blocks, below)
        for deeper in part.parts:
            self._part(deeper, below)

    def _heading(self, part: Part, scope: Scope, group: GoalDraft | None) -> Scope:
        assert part.heading is not None
        peeled = self._peeler.peel(part.heading.parts)
        if not peeled.parts:
            group = group or self._drafts.group(scope.above)
            for field, span, value in peeled.fields:
                self._drafts.field(group, field, span, value)
            return replace(scope, group=group)
        span = peeled.parts[0]
        span = Span(span.start + numbered(self._slice(span)), span.end)
        peeled.parts[0] = span
        text = self._slice(span)
        name = label(self._text, span, self._language)
        goal = name if name is not None and isinstance(name.meaning, GoalWord) else None
        if is_record(text) and part.heading.depth == 1 and group is not None:
            return replace(scope, group=group)
        if (
            is_aside(text)
            or is_record(text)
            or (goal is not None and goal.value.start < goal.value.end and self._items.is_template(goal.value))
        ):
            return replace(scope, closed=True)
        if goal is not None and goal.value.start < goal.value.end and not is_year(self._text, goal):
            return self._goal_heading(part, goal, peeled, span, scope)
        kind = kind_in(text, self._language) if len(text.split()) <= _HEADING else None
        if kind is not None and is_denied(text):
            return replace(scope, closed=True)
        field = field_called(text, self._language)
        if field and scope.holder is not None and not (kind is not None and kind.bare):
            return replace(scope, field=field, word=span, kind=None, single=False)
        if group is None:
            group = self._drafts.group(scope.group if scope.goal is None else scope.goal)
        timed = self._says.hand_down(group, span)
        if kind is not None and (kind.bare or not field or field == "target"):
            return self._says.container(kind.word, scope, group, span, single=self._names_one(kind, text) and not part.parts)
        if field == "done_when":
            return self._says.container(PLAIN, scope, group, span)
        if opens_goals(text) and timed:
            return self._says.container(PLAIN, scope, group, span)
        if field:
            return replace(scope, group=group, kind=None, single=False)
        return self._other_heading(part, peeled, span, scope, group)

    @staticmethod
    def _names_one(kind: Kind, text: str) -> bool:
        """``Mål`` and ``Our goal``, below which a single sentence is one."""
        return kind.bare or len(text.split()) <= _SHORT

    def _goal_heading(self, part: Part, name: Name, peeled: Peeled, head: Span, scope: Scope) -> Scope:
        assert isinstance(name.meaning, GoalWord)
        peeled.parts[0] = name.value
        if not self._says.is_goal_like(name.value, scope):
            self._sentence_below(part, peeled, scope)
        word = name.meaning
        above = scope.above if word.kind == "key_result" or word.sub else scope.group
        goal = self._drafts.goal(above, word, peeled, name.word.cover(name.id or name.word), head, number=name.id)
        kind = KEY_RESULT if word.kind == "objective" or scope.okr else None
        return replace(scope, group=goal, goal=goal, holder=goal, kind=kind, because=head, single=False)

    def _sentence_below(self, part: Part, peeled: Peeled, scope: Scope) -> None:
        """``Goal 1: Reading`` is a topic; its goal is the sentence that stands first below it."""
        first = part.blocks[0] if part.blocks and part.blocks[0].kind == "text" else None
        below = self._peeler.peel(first.parts) if first is not None else None
        if below is None or not below.parts or self._is_field(part.blocks[0]):
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
        if part.heading is not None and part.heading.start in self._objectives:
            return self._objective(peeled, span, below, scope)
        if self._is_metadata(part) and not any(self._opens(deeper) for deeper in part.parts):
            goal = self._drafts.goal(scope.group, PLAIN, peeled, span, span)
            return replace(below, group=goal, goal=goal, holder=goal, kind=None)
        if scope.kind is None or self._says.is_label(text, group):
            return below
        if self._says.is_goal_like(span, scope) and any(block.kind in ("item", "table") for block in part.blocks):
            word = OBJECTIVE if scope.okr else scope.kind
            goal = self._drafts.goal(scope.above, word, peeled, span, scope.because)
            kind = KEY_RESULT if scope.okr else None
            return replace(below, group=goal, goal=goal, holder=goal, kind=kind, because=span)
        return below

    def _objective(self, peeled: Peeled, span: Span, below: Scope, above: Scope) -> Scope:
        """What holds below an objective of a plan."""
        goal = self._drafts.goal(above.group, OBJECTIVE, peeled, span, span)
        return replace(below, group=goal, goal=goal, holder=goal, kind=KEY_RESULT, because=span, okr=True)

    def _is_metadata(self, part: Part) -> bool:
        table = next((block for block in part.blocks if block.kind == "table"), None)
        names = {name for name, _ in keyed(self._text, table.rows, self._language)} if table is not None else set()
        return len(names & HANDED) > 1

    def _opens(self, part: Part) -> bool:
        """A heading that speaks of goals."""
        assert part.heading is not None
        text = self._slice(part.heading.parts[0])
        return not is_aside(text) and kind_in(text, self._language) is not None

    # --- below a heading --------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Sequence[Block], base: Scope) -> None:
        now = base
        used = False  # a list has been read in the scope of a line of text
        at = 0
        while at < len(blocks):
            block = blocks[at]
            if block.kind == "item":
                end = at
                while end < len(blocks) and blocks[end].kind == "item":
                    end += 1
                self._items.take(blocks[at:end], now)
                used, at = True, end
                continue
            if block.kind == "table":
                self._tables.take(block, now)
            elif block.kind == "fence":
                self._fence(block.parts[0], now.above)
            else:
                alone = at == 0 and all(self._is_field(other) for other in blocks[1:])
                found = self._line(block, self._after(blocks, at), base, now, alone=alone, used=used)
                now = found if found is not None else base if used and now.field == "" else now
                used = used and found is None
            at += 1

    def _after(self, blocks: Sequence[Block], at: int) -> Block | None:
        """The block below one, but for lines that are fields of it."""
        return next((block for block in blocks[at + 1 :] if not self._is_field(block)), None)

    def _is_field(self, block: Block) -> bool:
        name = label(self._text, block.parts[0], self._language, in_goal=True) if block.kind == "text" else None
        return name is not None and isinstance(name.meaning, str)

    def _line(self, block: Block, after: Block | None, base: Scope, now: Scope, *, alone: bool, used: bool) -> Scope | None:
        """What holds after a line of text; None where it says nothing of the lines below."""
        peeled = self._peeler.peel(block.parts)
        if not peeled.parts:
            return None
        first = peeled.parts[0]
        whole = Span(first.start, peeled.parts[-1].end)
        if block.start in self._objectives:
            return self._objective(peeled, whole, base, base)
        if self._slice(whole).endswith(":"):
            whole = self._last_sentence(whole)
        text = self._slice(whole)
        name = label(self._text, first, self._language, in_goal=now.holder is not None)
        listed = after is not None and after.kind == "item"
        if is_aside(text) and (text.endswith(":") or (block.bold and listed)):
            return replace(base, closed=True)
        if name is not None and isinstance(name.meaning, GoalWord):
            return self._labelled(name, peeled, base, now)
        if name is not None:
            return self._field(name, peeled, base, now)
        if text.endswith(":") or (listed and len(peeled.parts) == 1 and (block.bold or self._says.is_title(text))):
            return self._lead_in(whole, peeled, base, bold=block.bold and not text.endswith(":"))
        return self._sentence(block, whole, peeled, base, now, listed=listed, alone=alone, used=used)

    def _last_sentence(self, span: Span) -> Span:
        """What leads to a list is the sentence before it, whatever else its paragraph says."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self._text, span.start, span.end)]
        return Span(ends[-1], span.end) if ends else span

    def _labelled(self, name: Name, peeled: Peeled, base: Scope, now: Scope) -> Scope:
        assert isinstance(name.meaning, GoalWord)
        word = name.meaning
        peeled.parts[:1] = pieces(name.value)
        head = name.word.cover(name.id or name.word)
        if not peeled.parts:
            group = self._drafts.group(now.goal or base.group if word.kind == "key_result" else base.group)
            self._says.hand_down(group, Span(name.word.start, max(head.end, name.value.start)))
            scope = now if word.kind == "key_result" else base
            return replace(self._says.container(word, scope, group, head), single=True)
        if self._items.is_template(Span(peeled.parts[0].start, peeled.parts[-1].end)):
            return replace(base, closed=True)
        under = word.kind == "key_result" or word.sub
        above = now.goal if under and now.goal is not None else base.above
        goal = self._drafts.goal(above, word, peeled, head, head, number=own_id(self._text, name, peeled))
        if under and now.goal is not None:
            return replace(now, holder=goal, field="", kind=KEY_RESULT if now.okr else now.kind)
        kind = KEY_RESULT if word.kind == "objective" or base.okr else None
        return replace(base, goal=goal, holder=goal, kind=kind, because=head, okr=base.okr or kind is not None, field="")

    def _field(self, name: Name, peeled: Peeled, base: Scope, now: Scope) -> Scope | None:
        """A field of the goal above, or of all goals below the heading."""
        holder = now.holder or base.holder
        field = str(name.meaning)
        if name.value.start >= name.value.end and len(peeled.parts) == 1:
            if holder is None:
                return replace(base, kind=PLAIN if field == "done_when" and base.kind else None, goal=None)
            return replace(now, holder=holder, field=field, word=name.word, kind=None)
        if holder is not None:
            self._items.add_field(holder, name, peeled.parts[1:])
        elif field in HEADER:
            self._items.add_field(base.group, name, ())
        return now

    def _lead_in(self, span: Span, peeled: Peeled, base: Scope, *, bold: bool) -> Scope:
        text = self._slice(span)
        field = field_called(text, self._language) or field_ending(text)
        kind = kind_in(text, self._language) if len(text.split()) <= _LEAD_IN else None
        if field and (kind is None or base.holder is not None):
            if base.holder is not None:
                return replace(base, field=field, word=span, kind=None)
            return replace(base, kind=PLAIN, because=span) if field == "done_when" else replace(base, kind=None)
        if kind is not None and is_denied(text):
            return replace(base, closed=True)
        group = self._drafts.group(base.above)
        timed = self._says.hand_down(group, span)
        if kind is not None and (kind.bare or not bold):
            return self._says.container(kind.word, base, group, span)
        if opens_goals(text) and (timed or base.kind is not None):
            return replace(base, group=group, goal=base.goal, kind=base.kind or PLAIN, because=span, single=False)
        if bold and base.kind is not None and not self._says.is_label(text, group) and self._says.is_goal_like(span, base):
            word = OBJECTIVE if base.okr and base.goal is None else base.kind
            goal = self._drafts.goal(base.above, word, peeled, span, base.because)
            return replace(base, goal=goal, holder=goal, kind=KEY_RESULT if base.okr else None, because=span)
        return replace(base, group=group if base.goal is None else base.group, kind=base.kind)

    def _sentence(
        self, block: Block, span: Span, peeled: Peeled, base: Scope, now: Scope, *, listed: bool, alone: bool, used: bool
    ) -> Scope | None:
        """A sentence without a label: an objective over its key results, the one goal below a heading, or neither."""
        if base.closed or now.closed:
            return None
        words = len(self._slice(span).split())
        objective = base.okr and base.goal is None and (used or now.goal is None)
        plain = len(block.parts) == 1 and _SENTENCE_END.search(self._slice(span)) is None
        if listed and objective and plain and 2 < words <= SENTENCE // 2:
            goal = self._drafts.goal(base.group, OBJECTIVE, peeled, span, base.because)
            return replace(base, goal=goal, holder=goal, kind=KEY_RESULT, because=span)
        single = (alone and base.single) or (now.single and now is not base)
        if single and now.kind is not None and words <= SENTENCE and self._says.is_goal_like(span, now):
            goal = self._drafts.goal(now.above, now.kind, peeled, span, now.because)
            kind = KEY_RESULT if now.okr and now.kind.kind != "key_result" else None
            return replace(now, goal=goal, holder=goal, kind=kind, single=False)
        return None
