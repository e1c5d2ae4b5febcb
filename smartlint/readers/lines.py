"""Lines of text, lists and tables below a heading: what is a goal among them, and what holds for those after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile, takewhile

from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import pieces
from smartlint.parser.layout import HEADER
from smartlint.parser.names import Name
from smartlint.readers.blocks import Block
from smartlint.readers.clauses import wants, wants_at_end
from smartlint.readers.closing import is_closed, is_name
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.headlines import SENTENCE, Headlines
from smartlint.readers.items import Items
from smartlint.readers.leading import first_sentence, is_one_sentence, last_sentence, leads_on
from smartlint.readers.naming import label, own_id
from smartlint.readers.paragraphs import Paragraphs
from smartlint.readers.peeling import Peeled, Peeler
from smartlint.readers.scope import Scope
from smartlint.readers.tables import Tables
from smartlint.readers.whose import is_lead, is_signature, is_whole_time
from smartlint.readers.words import (
    field_called,
    field_ending,
    illustrates,
    is_aside,
    is_aside_item,
    is_denied,
    is_memo,
    is_of_all,
    is_valid_for,
    kind_in,
    opens_goals,
    phrase_of,
    tells_how,
)
from smartlint.record import replace
from smartlint.source import Span

#: A lead-in of more words that holds a goal word is a sentence about something else.
_LEAD_IN = 14
#: A topic in bold print has no more words.
_TOPIC = 3
_TOPIC_END = re.compile(r"(?<=[^\W\d_]{2})(?:[.!?][ \t\n]+(?=[A-ZÆØÅÄÖ])|[.!?:][ \t]{3,}(?=\S))")


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
        anchor: Anchor,
    ) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._language = language
        self._items = items
        self._says = says
        self._tables = tables
        self._fence = fence
        self.paragraphs = Paragraphs(text, peeler, drafts, says, language, anchor)

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def take(self, blocks: Sequence[Block], base: Scope) -> None:
        now = base
        lines = [block for block in blocks if not self.is_field(block)]
        as_list = base.kind is not None and base.goal is None and not base.closed and self.paragraphs.are_goals(lines)
        base = replace(base, single=True) if as_list else base
        used, at = False, 0  # ``used``: a list has been read in the scope of a line of text
        while at < len(blocks):
            block = blocks[at]
            if block.kind == "item":
                if self._is_reopened(block, now):
                    now = base
                end = at + 1
                while end < len(blocks) and blocks[end].kind == "item" and not self._is_reopened(blocks[end], now):
                    end += 1
                self._items.take(blocks[at:end], now)
                used, at = True, end
                continue
            if block.kind == "table":
                self._tables.take(block, now)
            elif block.kind == "fence":
                self._fence(block.parts[0], now)
            else:
                alone = as_list or (at == 0 and all(self.is_field(other) for other in blocks[1:]))
                now = base if as_list else now
                after = list(dropwhile(self.is_field, blocks[at + 1 :]))  # fields of it are passed by
                found = self._line(block, after, base, now, alone=alone, used=used)
                now = found if found is not None else base if used and now.field == "" else now
                used = used and found is None
            at += 1

    def _is_reopened(self, block: Block, now: Scope) -> bool:
        """A rule ends what a line has closed, and so does a numbered goal, unless that shows how goals are written."""
        return now.closed and (block.ruled or (not now.shown and self._items.saying.is_numbered(block)))

    def is_field(self, block: Block) -> bool:
        """A line of text that is a field of the goal above it."""
        name = label(self._text, block.parts[0], self._language, in_goal=True) if block.kind == "text" else None
        return name is not None and isinstance(name.meaning, str)

    def _line(self, block: Block, rest: Sequence[Block], base: Scope, now: Scope, *, alone: bool, used: bool) -> Scope | None:
        """What holds after a line of text; None where it says nothing of the lines below."""
        peeled = self._peeler.peel(block.parts)
        if not peeled.parts:
            for field, span, value in peeled.fields:
                self._drafts.field(now.holder or base.group, field, span, value)
            return now
        first, whole = peeled.parts[0], peeled.parts[0].cover(peeled.parts[-1])
        if block.start in self._items.objectives:
            return self._says.objective(peeled, whole, base, base)
        if block.start in self._items.areas:
            group = self._drafts.group(base.group)
            self._says.hand_down(group, whole, peeled.fields)
            return self._says.container(PLAIN, base, group, whole)
        after = rest[0] if rest else None
        listed = after is not None and after.kind == "item"
        if listed and (topic := self.paragraphs.topic(peeled.parts)) is not None:
            return self._lead_in(topic, peeled, base, bold=False)
        if self._slice(whole).endswith(":"):
            whole = last_sentence(self._text, whole)
        text = self._slice(whole)
        name = label(self._text, first, self._language, in_goal=now.holder is not None)
        if is_closed(block, text, self._language, listed=listed):
            return replace(base, closed=True, shown=illustrates(text, heading=False))
        if name is not None and isinstance(name.meaning, GoalWord):
            return self._labelled(name, peeled, base, now, rest)
        if name is not None and not (is_memo(text) and not is_whole_time(self._slice(name.value))):
            return self._field(name, peeled, base, now, after)
        title = len(block.parts) == 1 and self._says.is_title(text) and (listed or (after is not None and after.apart))
        leads = listed and (leads_on(text) or (is_name(block, text) and bool(field_called(text, self._language))))
        if text.endswith(":") or title or leads or (listed and len(peeled.parts) == 1 and block.bold):
            is_named = now.kind is not None and now.goal is None and base.kind is None and not used
            held = now if is_named and text.endswith(":") else base  # ``**Goals for 2027**`` and ``The board agreed on:``
            held = self._reached(block, whole, held) if tells_how(text) else held
            return self._lead_in(whole, peeled, held, bold=block.bold and not text.endswith(":"))
        return self._sentence(block, whole, peeled, base, now, rest, alone=alone, used=used)

    def _reached(self, block: Block, lead_in: Span, base: Scope) -> Scope:
        """``Our aim is 40 members. To get there we will:`` says the goal of the deeds before it leads to them."""
        before = [Span(part.start, min(part.end, lead_in.start)) for part in block.parts if part.start < lead_in.start]
        goal = self.paragraphs.take(before, base, in_plan=self._items.in_plan) if before else None
        return replace(base, goal=goal, holder=goal) if goal is not None else base

    def _labelled(self, name: Name, peeled: Peeled, base: Scope, now: Scope, rest: Sequence[Block]) -> Scope:
        assert isinstance(name.meaning, GoalWord)
        word = name.meaning
        base = replace(base, group=now.group) if base.goal is None else base  # that of the lead-in above
        peeled.parts[:1] = pieces(name.value)
        head = name.word.cover(name.id or name.word)
        if not peeled.parts:
            group = self._drafts.group(now.goal or base.group if word.kind == "key_result" else base.group)
            self._says.hand_down(group, Span(name.word.start, max(head.end, name.value.start)))
            scope = now if word.kind == "key_result" else base
            return replace(self._says.container(word, scope, group, head), single=True)
        if self._items.saying.is_template(Span(peeled.parts[0].start, peeled.parts[-1].end)):
            return replace(base, closed=True)
        under = word.kind == "key_result" or word.sub
        above = now.goal if under and now.goal is not None else base.above
        self._peeler.remark(Span(head.end, name.value.start), peeled)
        goal = self._drafts.goal(above, word, peeled, head, head, number=own_id(self._text, name, peeled))
        if under and now.goal is not None:
            return replace(now, holder=goal, field="", kind=KEY_RESULT if now.okr else now.kind)
        items = list(takewhile(lambda block: block.kind == "item", rest))
        kind = KEY_RESULT if word.kind == "objective" or base.okr or self._items.saying.are_results(items) else None
        return replace(base, goal=goal, holder=goal, kind=kind, because=head, okr=base.okr or kind is not None, field="")

    def _field(self, name: Name, peeled: Peeled, base: Scope, now: Scope, after: Block | None) -> Scope | None:
        """A field of the goal above, or of all goals below the heading."""
        field = str(name.meaning)
        word = self._items.saying.word_of(after) if after is not None and after.kind == "text" else None
        own = now.holder if word is not None and word.kind == "key_result" else now.holder_of(field)
        holder = None if is_of_all(self._slice(name.word)) and field in HEADER else own or base.holder
        if name.value.start >= name.value.end and len(peeled.parts) == 1:
            below = replace(base, kind=PLAIN if field == "done_when" and base.kind else None, goal=None)
            return below if holder is None else replace(now, holder=holder, field=field, word=name.word, kind=None)
        if holder is not None and self.paragraphs.facts(peeled, holder, fewest=2):
            return now  # ``Responsible: Anna. Done by 15 March``
        if holder is not None:
            self._items.filling.add(holder, name, peeled.parts[1:])
        elif field in HEADER and not is_lead(phrase_of(self._slice(name.word)), self._text):
            said = base.group.fields.get(field)
            if said is not None and said.parts[:1] == [said.word]:  # a heading said it by the way
                del base.group.fields[field]
            self._items.filling.add(base.group, name, ())
        return now

    def _lead_in(self, span: Span, peeled: Peeled, base: Scope, *, bold: bool) -> Scope:
        text = self._slice(span)
        field = field_called(text, self._language) or field_ending(text)
        field = "how" if tells_how(text) else "" if field == "language" else field  # a topic: ``**Språk**``
        kind = kind_in(text, self._language) if len(text.split()) <= _LEAD_IN else None
        if field and (kind is None or base.holder is not None):
            if base.holder is not None:
                return replace(base, field=field, word=span, kind=None)
            return replace(base, kind=PLAIN, because=span) if field == "done_when" else replace(base, kind=None)
        if kind is not None and is_denied(text):
            return replace(base, closed=True)
        group = self._drafts.group(base.above)
        timed = not is_denied(text) and self._says.hand_down(group, span, peeled.fields)
        is_short = timed or len(text.split()) <= _TOPIC  # ``**Our goals**``
        is_name = kind is not None and is_short and not self._says.is_goal_like(self._says.unnumbered(span), base)
        if kind is not None and (kind.bare or not bold or is_name):
            return self._says.container(kind.word, base, group, span)
        if kind is None and (wants(text) or (timed and wants_at_end(text))):
            return self._says.container(PLAIN, base, group, span)
        if (who := self.paragraphs.answers(span)) is not None:  # ``The vicar is responsible for:``
            self._drafts.field(group, "owner", who)
            return replace(base, group=group, kind=base.kind or PLAIN, because=span, single=False)
        if opens_goals(text) and (timed or base.kind is not None or self._items.in_plan):
            return replace(base, group=group, goal=base.goal, kind=base.kind or PLAIN, because=span, single=False)
        if bold and base.kind is not None and not self._says.is_label(text, group) and self._says.is_goal_like(span, base):
            word = OBJECTIVE if base.okr and base.goal is None else base.kind
            goal = self._drafts.goal(base.above, word, peeled, span, base.because)
            return replace(base, goal=goal, holder=goal, kind=KEY_RESULT if base.okr else None, because=span)
        return replace(base, group=group if base.goal is None else base.group, kind=base.kind)

    def _is_aim_over(self, block: Block, span: Span, items: Sequence[Block], base: Scope) -> bool:
        """``Our aim is to stay open all winter.`` over a list of what that takes, with its figures; in a plan by itself."""
        is_single = block.apart and base.goal is None and is_one_sentence(self._slice(span))
        is_aim = is_single and self.paragraphs.is_aim(span)
        return is_aim and (self._items.in_plan or self._items.saying.are_aimed(items, fewest=1))

    def _sentence(
        self,
        block: Block,
        span: Span,
        peeled: Peeled,
        base: Scope,
        now: Scope,
        rest: Sequence[Block],
        *,
        alone: bool,
        used: bool,
    ) -> Scope | None:
        """A sentence without a label: an objective over its key results, the one goal below a heading, or neither."""
        text = self._slice(span)
        head, colon, _ = text.partition(":")
        told = is_aside(head) if colon or text.endswith("?") else is_aside_item(text)  # ``Gjøre butikken kjent`` is wanted
        if base.closed or now.closed or told or is_valid_for(text) or is_memo(text):
            return None
        if base.goal is not None and base.holder is base.goal and self.paragraphs.facts(peeled, base.goal):
            return now
        first = first_sentence(self._text, span) if base.goal is not None else span
        if (who := self.paragraphs.answers(first)) is not None:
            self._drafts.field(base.group, "owner", who)
            return None
        if now is base and rest and is_signature(text):  # ``*Alva*`` below a heading
            self._drafts.field(group := base.goal or self._drafts.group(base.group), "owner", span)
            return replace(base, group=group)
        topic = _TOPIC_END.search(self._text, *span) if block.bold and (base.kind or (now.kind and not used)) else None
        if topic is not None and len(self._text[span.start : topic.start()].split()) <= _TOPIC:
            return self.paragraphs.topical(Span(topic.end(), span.end), peeled, now if now.kind is not None else base)
        items = list(takewhile(lambda other: other.kind == "item", rest))
        if self._is_aim_over(block, span, items, base):
            goal = self._drafts.goal(base.group, OBJECTIVE if items else PLAIN, peeled, span, span)
            said = self._items.saying
            kind = KEY_RESULT if said.are_results(items) or said.are_aimed(items, fewest=1) else None
            return replace(base, goal=goal, holder=goal, kind=kind, because=span, okr=base.okr or kind is not None)
        if base.kind is None and now.kind is None and not base.okr:
            self.paragraphs.take(block.parts, base, in_plan=self._items.in_plan)
            return None
        is_text = self.paragraphs.is_text(peeled.parts) or self.paragraphs.is_about_goals(text)
        words, listed = len(text.split()), bool(items)
        objective = base.okr and base.goal is None and (used or now.goal is None)
        plain = len(block.parts) == 1 and is_one_sentence(text)
        if listed and objective and plain and not is_text and 2 < words <= SENTENCE // 2:
            goal = self._drafts.goal(base.group, OBJECTIVE, peeled, span, base.because)
            return replace(base, goal=goal, holder=goal, kind=KEY_RESULT, because=span)
        over = base.kind is not None and base.goal is None and plain and listed and text[-1:].isalnum()
        if over and not is_text and base.kind is not None and self._says.is_goal_like(span, base):
            goal = self._drafts.goal(base.group, base.kind, peeled, span, base.because)
            return replace(base, goal=goal, holder=goal, kind=KEY_RESULT, because=span)
        single = ((alone and base.single) or (now.single and now is not base)) and not is_text
        if single and now.kind is not None and words <= SENTENCE and self._says.is_goal_like(span, now):
            goal = self._drafts.goal(now.above, now.kind, peeled, span, now.because)
            kind = KEY_RESULT if now.okr and now.kind.kind != "key_result" else None
            return replace(now, goal=goal, holder=goal, kind=kind, single=False)
        apart = self._text[block.parts[0].start : peeled.parts[0].start].endswith("   ")  # bold print ended
        if block.bold and now.kind is not None and apart and not is_text:
            return self.paragraphs.topical(span, peeled, now)  # ``**Stretch:** …``, ``**Sales:** …``
        self.paragraphs.take(block.parts, base, in_plan=self._items.in_plan)
        return None
