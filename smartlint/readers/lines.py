"""Lines of text, lists and tables below a heading: what is a goal among them, and what holds for those after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import pieces
from smartlint.parser.layout import HEADER
from smartlint.parser.names import Name
from smartlint.readers.blocks import Block
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.headlines import SENTENCE, Headlines
from smartlint.readers.items import Items
from smartlint.readers.naming import label, own_id
from smartlint.readers.peeling import Peeled, Peeler, is_people, names_owner
from smartlint.readers.scope import Scope
from smartlint.readers.tables import Tables
from smartlint.readers.words import answering, field_called, field_ending, is_aside, is_denied, kind_in, opens_goals
from smartlint.record import replace
from smartlint.source import Span

#: A lead-in of more words that holds a goal word is a sentence about something else.
_LEAD_IN = 14
#: A topic in bold print has no more words.
_TOPIC = 3
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?][ \t\n]+(?=[A-ZÆØÅÄÖ])")


class Lines:
    """Reads the blocks below one heading after the other; ``fence`` reads a block of goals or data."""

    def __init__(
        self,
        text: str,
        peeler: Peeler,
        drafts: Drafts,
        language: str,
        items: Items,
        says: Headlines,
        tables: Tables,
        fence: Callable[[Span, Scope], None],
    ) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._language = language
        self._items = items
        self._says = says
        self._tables = tables
        self._fence = fence

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def take(self, blocks: Sequence[Block], base: Scope) -> None:
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
                self._fence(block.parts[0], now)
            else:
                alone = at == 0 and all(self.is_field(other) for other in blocks[1:])
                found = self._line(block, self._after(blocks, at), base, now, alone=alone, used=used)
                now = found if found is not None else base if used and now.field == "" else now
                used = used and found is None
            at += 1

    def _after(self, blocks: Sequence[Block], at: int) -> Block | None:
        """The block below one, but for lines that are fields of it."""
        return next((block for block in blocks[at + 1 :] if not self.is_field(block)), None)

    def is_field(self, block: Block) -> bool:
        """A line of text that is a field of the goal above it."""
        name = label(self._text, block.parts[0], self._language, in_goal=True) if block.kind == "text" else None
        return name is not None and isinstance(name.meaning, str)

    def _line(self, block: Block, after: Block | None, base: Scope, now: Scope, *, alone: bool, used: bool) -> Scope | None:
        """What holds after a line of text; None where it says nothing of the lines below."""
        peeled = self._peeler.peel(block.parts)
        if not peeled.parts:
            for field, span, value in peeled.fields:
                self._drafts.field(now.holder or base.group, field, span, value)
            return now
        first = peeled.parts[0]
        whole = Span(first.start, peeled.parts[-1].end)
        if block.start in self._items.objectives:
            return self._says.objective(peeled, whole, base, base)
        if self._slice(whole).endswith(":"):
            whole = self._last_sentence(whole)
        text = self._slice(whole)
        name = label(self._text, first, self._language, in_goal=now.holder is not None)
        listed = after is not None and after.kind == "item"
        if is_aside(text) and (text.endswith(":") or (block.bold and listed and len(text.split()) <= _LEAD_IN)):
            return replace(base, closed=True)
        if name is not None and isinstance(name.meaning, GoalWord):
            return self._labelled(name, peeled, base, now)
        if name is not None:
            return self._field(name, peeled, base, now)
        title = len(block.parts) == 1 and self._says.is_title(text) and (listed or (after is not None and after.apart))
        if text.endswith(":") or title or (listed and len(peeled.parts) == 1 and block.bold):
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

    def _topical(self, span: Span, peeled: Peeled, now: Scope) -> Scope:
        """``**Phone.** Nobody waits more than 5 minutes``: a topic in bold print, and its goal."""
        if now.kind is not None and self._says.is_goal_like(span, now):
            parts = [Span(max(part.start, span.start), part.end) for part in peeled.parts if part.end > span.start]
            self._drafts.goal(now.above, now.kind, Peeled(parts, peeled.fields), span, now.because)
        return now

    def _sentence(
        self, block: Block, span: Span, peeled: Peeled, base: Scope, now: Scope, *, listed: bool, alone: bool, used: bool
    ) -> Scope | None:
        """A sentence without a label: an objective over its key results, the one goal below a heading, or neither."""
        if base.closed or now.closed or is_aside(self._slice(span).partition(":")[0] + ":"):
            return None
        who = answering(self._slice(span))
        if who and (names_owner(who) or is_people(who, roles=True)):
            self._drafts.field(base.group, "owner", Span(span.start, span.start + len(who)))
            return None
        topic = _SENTENCE_END.search(self._text, span.start, span.end) if block.bold and base.kind is not None else None
        if topic is not None and len(self._text[span.start : topic.start()].split()) <= _TOPIC:
            return self._topical(Span(topic.end(), span.end), peeled, now)
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
