"""Items of lists: goals, their key results, their fields, how they are to be reached, or nothing of the sort."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import pieces
from smartlint.parser.layout import HEADER
from smartlint.parser.names import Name
from smartlint.readers.blocks import Block, Part
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.filling import Filling
from smartlint.readers.headlines import Headlines
from smartlint.readers.naming import code, label, own_id, owned
from smartlint.readers.peeling import Peeled, Peeler
from smartlint.readers.planned import Plan
from smartlint.readers.saying import Saying
from smartlint.readers.scope import Scope
from smartlint.readers.signs import SIGN, explains_signs
from smartlint.readers.whose import names_owner
from smartlint.readers.words import asks_for_goals, is_aside, is_aside_item, is_denied, is_record, kind_in
from smartlint.record import replace
from smartlint.source import Span

_TOPIC = 3
#: An item that names the list below it does so in its first sentence, in few words.
_LONGEST_NAME = 9
_FIRST_SENTENCE = re.compile(r"[.?!](?=[ \t\n*_]|$)")
#: What has more words is no time: ``Time: The ferry is out of service for …``.
_TIMES, _LONGEST_TIME = frozenset(("period", "deadline", "start")), 7


class Items:
    """Reads the lists of one document into drafts."""

    def __init__(self, text: str, peeler: Peeler, drafts: Drafts, says: Headlines, language: str, anchor: Anchor) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._says = says
        self._language = language
        self.filling = Filling(text, peeler, drafts, says)
        self._plan = Plan(text, peeler, language, anchor)
        self.saying = Saying(text, peeler, language, anchor, self._plan.has_figure)
        self.objectives: frozenset[int] = frozenset()
        self.areas: frozenset[int] = frozenset()
        self.in_plan = False
        self.labelled = False
        self.names_goals = False

    def look_through(self, top: Part) -> None:
        """Finds whether the document is a plan, where the objectives start that nothing marks, whether key results are."""
        self.labelled = self.saying.labels_results(top)
        self.names_goals = self._plan.names_goals(top)
        if self._plan.is_plan(top):
            self.in_plan = self._plan.is_plan(top, longest=_LONGEST_NAME)
            self.objectives = self._plan.objectives(top)
        self.areas = self._plan.areas(top, self.saying.say_goals, self.saying.are_aimed) - self.objectives
        topics = frozenset(self._plan.topics(top))
        if not topics.isdisjoint(self.objectives):
            self.objectives, self.areas = self.objectives - topics, self.areas | topics

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def take(self, items: Sequence[Block], scope: Scope) -> None:
        if scope.closed or self.saying.is_log(items):
            return
        if scope.field and scope.holder is not None:
            draft = self._drafts.field(scope.holder, scope.field, Span(scope.word.end, scope.word.end), None, scope.word)
            self.filling.fill(draft, items)
            return
        if scope.below is None:
            below = self.saying.are_results_below(items)
            scope = replace(scope, below=below, topics=not below or self._are_topics(items))
        for item in items:
            self._item(item, scope)

    def _are_topics(self, items: Sequence[Block]) -> bool:
        """Most of the items that stand above others say no more than what these are about."""
        above = [(item.parts[0].cover(item.parts[-1]), item.children) for item in items if item.parts and item.children]
        return 2 * sum(self.saying.is_topic(self._slice(span), span, below) for span, below in above) >= len(above)

    # --- an item ----------------------------------------------------------------------------------------------------

    def _item(self, block: Block, scope: Scope) -> None:
        peeled = self._peeler.peel(block.parts)
        if not peeled.parts or self._peeler.is_struck(block.parts):
            self.take([] if peeled.parts else block.children, scope)
            return
        first = peeled.parts[0]
        whole = Span(first.start, peeled.parts[-1].end)
        name = label(self._text, first, self._language, in_goal=scope.holder is not None)
        who = owned(self._text, first)
        if name is not None and isinstance(name.meaning, GoalWord):
            self._labelled(block, name, peeled, scope)
        elif who is not None:
            owner, word, meaning, value = who
            peeled.parts[0] = value
            peeled.fields.append(("owner", owner, None))
            self._goal(block, meaning, peeled, word, word, scope)
        elif name is not None and self._is_field(name, scope):
            self._field(block, name, peeled, scope)
        elif (number := code(self._text, first)) is not None and (scope.goal is not None or scope.kind is not None):
            self._numbered(block, number, peeled, scope)
        else:
            self._plain(block, peeled, whole, scope)

    def _plain(self, block: Block, peeled: Peeled, whole: Span, scope: Scope) -> None:
        """An item that nothing names."""
        is_goal = block.start in self.objectives or scope.kind is not None
        if is_goal and (stated := self._stated_below(block, self._slice(whole))) is not None:
            peeled = self._peeler.peel(stated.parts)
            head = peeled.parts[0].cover(peeled.parts[-1])
            self._goal(stated, scope.kind or PLAIN, peeled, head, scope.because, replace(scope, below=False))
        elif block.start in self.objectives:
            self._goal(block, OBJECTIVE, peeled, whole, scope.because, replace(scope, okr=True))
        elif scope.kind is not None:
            self._unlabelled(block, whole, peeled, scope)
        elif scope.holder is None and (below := self._opened(block, whole, scope)) is not None:
            self.take([child for child in block.children if child.kind == "item"], below)
        elif self.saying.has_target(block):
            self._goal(block, PLAIN, peeled, whole, whole, scope)
        elif scope.holder is not None:
            made = self.filling.made(block)
            if made is not None:
                scope.holder.items.append(made)
        elif not any(self.saying.says_field(child) for child in block.children):
            self.take(block.children, scope)

    def _opened(self, block: Block, span: Span, scope: Scope) -> Scope | None:
        """What holds below an item that is a heading of its own, as the points of minutes are: ``2) Goals for 2027``."""
        items = [child for child in block.children if child.kind == "item" and child.parts]
        if not items or any(self._slice(item.parts[-1]).endswith("?") for item in items):
            return None
        end = _FIRST_SENTENCE.search(self._text, span.start, span.end)
        span = Span(span.start, end.end()) if end is not None else span
        text = self._slice(span)
        kind = kind_in(text, self._language) if len(text.split()) <= _LONGEST_NAME else None
        asks = asks_for_goals(text)
        if (kind is None and not asks) or (is_aside(text) and not asks) or is_denied(text) or is_record(text):
            return None
        group = self._drafts.group(scope.group)
        self._says.hand_down(group, span)
        return self._says.container(kind.word if kind is not None else PLAIN, scope, group, span)

    def _numbered(self, block: Block, number: re.Match[str], peeled: Peeled, scope: Scope) -> None:
        """An item with a number of its own is no deed: it is a goal, or a result below one."""
        head = Span(*number.span("label"))
        peeled.parts[0] = Span(number.end(), peeled.parts[0].end)
        word = scope.kind or KEY_RESULT
        self._goal(block, word, peeled, head, scope.because, scope, number=head)

    def _is_field(self, name: Name, scope: Scope) -> bool:
        """``Budget: …`` among goals is a goal about the budget; under a goal it is a field."""
        is_sentence = str(name.meaning) in _TIMES and len(self._slice(name.value).split()) > _LONGEST_TIME
        if scope.kind is None or (str(name.meaning) in HEADER and not is_sentence):
            return True
        return scope.holder is not None and scope.goal is not None and scope.kind.kind != "key_result"

    def _field(self, block: Block, name: Name, peeled: Peeled, scope: Scope) -> None:
        holder = scope.holder or (scope.group if str(name.meaning) in HEADER else None)
        if holder is None:
            return
        draft = self.filling.add(holder, name, peeled.parts[1:])
        self.filling.fill(draft, block.children)

    def _labelled(self, block: Block, name: Name, peeled: Peeled, scope: Scope) -> None:
        assert isinstance(name.meaning, GoalWord)
        word = name.meaning
        head = name.word.cover(name.id or name.word)
        peeled.parts[:1] = pieces(name.value)
        if not peeled.parts:
            below = replace(scope, kind=word, because=head, okr=scope.okr or word.kind in ("objective", "key_result"))
            self.take(block.children, below)
        elif scope.goal is not None and word.kind == "goal" and name.id is None and self.saying.is_amount(name.value):
            self._drafts.field(scope.goal, "target", name.value, None, name.word)
        elif self.saying.is_told(name, Span(peeled.parts[0].start, peeled.parts[-1].end)):
            self._peeler.remark(Span(head.end, name.value.start), peeled)
            self._goal(block, word, peeled, head, head, scope, number=own_id(self._text, name, peeled))

    def _goal(
        self,
        block: Block,
        word: GoalWord,
        peeled: Peeled,
        head: Span,
        because: Span,
        scope: Scope,
        *,
        number: Span | None = None,
    ) -> None:
        above = scope.above
        if word.kind == "objective" and above.word.kind == "objective" and above.parts:
            above = scope.group
        goal = self._drafts.goal(above, word, peeled, head, because, number=number)
        okr = scope.okr or word.kind in ("objective", "key_result")
        kind = KEY_RESULT if word.kind == "objective" or self._are_results(block, scope) else None
        inner = replace(
            scope,
            group=goal,
            goal=goal,
            holder=goal,
            kind=kind,
            because=because,
            okr=okr,
            single=False,
            below=None,
            topics=True,
            stated=False,
        )
        for at, child in enumerate(block.children):
            if child.kind == "item":
                self._item(child, scope if self._is_beside(child, scope) else inner)
            elif child.kind == "text":
                inner = self._line(child, block.children[at + 1 :], inner)

    def _is_beside(self, child: Block, scope: Scope) -> bool:
        """A line of an item that is a result like the first one: ``- Sell 40 boats\\`` over ``Two more yards sell them``."""
        if (
            child.mark is not None
            or scope.goal is None
            or scope.kind is None
            or not child.parts
            or self.saying.says_field(child)
        ):
            return False
        text = self._slice(child.parts[0])
        return scope.kind.kind == "key_result" and not text[:1].islower() and not text.endswith(".")

    def _are_results(self, block: Block, scope: Scope) -> bool:
        """Items below a goal that are no deeds: those of all goals beside it are results, or each has a status of its own."""
        items = [child for child in block.children if child.kind == "item" and child.parts]
        signs = [SIGN.match(self._text, *child.parts[0]) for child in items]
        return bool(items) and (scope.below is True or all(signs))

    def _line(self, block: Block, after: Sequence[Block], scope: Scope) -> Scope:
        """A line of its own below an item: a label, or the name of the list that follows."""
        peeled = self._peeler.peel(block.parts)
        if not peeled.parts:
            return scope
        first = peeled.parts[0]
        name = label(self._text, first, self._language, in_goal=True)
        if name is None or isinstance(name.meaning, GoalWord):
            if name is not None:
                self._labelled(block, name, peeled, scope)
            return scope
        if name.value.start < name.value.end:
            if scope.holder is not None:
                self.filling.add(scope.holder, name, peeled.parts[1:])
            return scope
        draft = self._drafts.field(scope.above, str(name.meaning), Span(name.word.end, name.word.end), None, name.word)
        self.filling.fill(draft, [child for child in after if child.kind == "item"])
        return replace(scope, kind=None)

    def _says_no_goal(self, block: Block, span: Span) -> bool:
        """A gap, a remark on the list, or what the signs in it mean."""
        return self.saying.is_template(span) or is_aside_item(self._slice(span)) or explains_signs(self._slice(block.parts[0]))

    def _stated_below(self, block: Block, text: str) -> Block | None:
        """``**Newsletter**``, and on the next line of the item the goal; what else stands there are its fields."""
        first = block.children[0] if block.children and block.bold and len(text.split()) <= _TOPIC else None
        if first is None or first.kind != "item" or first.mark is not None or not self._peeler.peel(first.parts).parts:
            return None
        fields = [child for child in block.children if child is not first]
        are_fields = all(child.mark is None and self.saying.says_field(child) for child in fields)
        is_goal = not self.saying.says_field(first) and self.saying.word_of(first) is None
        return replace(first, children=[*first.children, *fields]) if fields and are_fields and is_goal else None

    def _divided(self, block: Block, span: Span, peeled: Peeled, scope: Scope) -> Scope:
        """What holds below an item that parts others: a topic over goals, ``Sales (Kim):`` over the results of one."""
        text = self._slice(span)
        if scope.goal is None:
            below = replace(scope, group=self._drafts.group(scope.group))
            if names_owner(text) or block.bold:
                self._drafts.field(below.group, "team", span)
            return below
        group = self._drafts.group(scope.goal)
        self._says.hand_down(group, span, peeled.fields)
        return replace(scope, group=group, goal=None, holder=None)

    def _unlabelled(self, block: Block, span: Span, peeled: Peeled, scope: Scope) -> None:
        assert scope.kind is not None
        text = self._slice(span)
        items = [child for child in block.children if child.kind == "item"]
        if self.labelled and scope.goal is None and "okr" in self._slice(scope.because).lower():
            return  # the key results of this document say that they are
        if self._peeler.is_navigation(block.parts) or self._says_no_goal(block, span):
            return
        if items and (text.endswith(":") or (scope.topics and self.saying.is_topic(text, span, items))):
            self.take(items, self._divided(block, span, peeled, scope))
            return
        word, because = scope.kind, scope.because
        nested = [child for child in items if not self.saying.says_field(child)]
        if word.kind == "objective":
            word = OBJECTIVE if nested or scope.stated else PLAIN
        self._goal(block, word, peeled, span, because, scope)
