"""Items of lists: goals, their key results, their fields, how they are to be reached, or nothing of the sort."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smartlint.language.prose import placeholder, read, whole_quantity
from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import FieldDraft, GoalDraft, ItemDraft, pieces
from smartlint.parser.layout import HEADER
from smartlint.parser.names import Name, order
from smartlint.readers.blocks import Block, Part
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.naming import code, label, own_id, owned
from smartlint.readers.peeling import Peeled, Peeler, names_owner, status_before
from smartlint.readers.planned import Plan
from smartlint.readers.scope import Scope
from smartlint.readers.words import is_aside_item
from smartlint.reading import Text
from smartlint.record import replace
from smartlint.source import Span

_TEMPLATE = re.compile(r"[\W_]*(?:[xX]{2,}|[zZ]{2,}|N/?A|TBA|TODO)?[\W_]*$|\{[^}]*\}$")
_TOPIC = 3


class Items:
    """Reads the lists of one document into drafts."""

    def __init__(self, text: str, peeler: Peeler, drafts: Drafts, language: str, anchor: Anchor) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._language = language
        self._plan = Plan(text, peeler, language, anchor)
        self._anchor = anchor
        self.objectives: frozenset[int] = frozenset()

    def look_through(self, top: Part) -> None:
        """Finds where the objectives of a plan start that nothing marks as such."""
        self.objectives = self._plan.objectives(top)

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def is_template(self, span: Span) -> bool:
        """Nothing is said yet: ``XXX``, ``TBD``, ``[goal here]``."""
        text = self._slice(span)
        if text[:1] == "(" and text[-1:] == ")":
            return True
        return _TEMPLATE.match(text) is not None or placeholder(Text(text, span), order(self._language)) is not None

    def take(self, items: Sequence[Block], scope: Scope) -> None:
        if scope.closed:
            return
        if scope.field and scope.holder is not None:
            draft = self._drafts.field(scope.holder, scope.field, Span(scope.word.end, scope.word.end), None, scope.word)
            self._fill(draft, items)
            return
        if scope.below is None:
            scope = replace(scope, below=self._results_below(items))
        for item in items:
            self._item(item, scope)

    def _results_below(self, items: Sequence[Block]) -> bool:
        """Most of what stands below the items has a figure, and they have none: they are goals over their results."""
        above = [item for item in items if item.parts and any(child.kind == "item" for child in item.children)]
        if any(char.isdigit() for item in above for part in item.parts for char in self._slice(part)):
            return False
        below = [one for item in above for one in item.children if one.kind == "item" and not self._says_field(one)]
        return 2 * sum(map(self._plan.has_figure, below)) > len(below) > 1

    def _fill(self, draft: FieldDraft, items: Sequence[Block]) -> None:
        for item in items:
            made = self._made(item)
            if made is not None:
                draft.items.append(made)

    def _made(self, block: Block) -> ItemDraft | None:
        """An item of a field with the deeper ones."""
        parts = self._peeler.plain(block.parts)
        if not parts:
            return None
        item = self._drafts.item(parts)
        item.items = [made for child in block.children if (made := self._made(child)) is not None]
        return item

    def add_field(self, holder: GoalDraft, name: Name, more: Sequence[Span]) -> FieldDraft:
        """A field as its label names it; a status that is in no list is left as a note."""
        field, value = str(name.meaning), None
        if field == "status":
            value = self._peeler.status(self._slice(name.value)) or None
            field = field if value else "x-status"
        span, *rest = [*pieces(name.value), *more] or [Span(name.word.end, name.word.end)]
        return self._drafts.field(holder, field, span, value, name.word, rest)

    # --- an item ----------------------------------------------------------------------------------------------------

    def _item(self, block: Block, scope: Scope) -> None:
        peeled = self._peeler.peel(block.parts)
        if not peeled.parts:
            self.take(block.children, scope)
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
        elif block.start in self.objectives:
            self._goal(block, OBJECTIVE, peeled, whole, scope.because, replace(scope, okr=True))
        elif scope.kind is not None:
            self._unlabelled(block, whole, peeled, scope)
        elif self._has_target(block):
            self._goal(block, PLAIN, peeled, whole, whole, scope)
        elif scope.holder is not None:
            made = self._made(block)
            if made is not None:
                scope.holder.items.append(made)
        elif not any(self._says_field(child) for child in block.children):
            self.take(block.children, scope)

    def _has_target(self, block: Block) -> bool:
        """A metric over its figures: ``Visits a week`` above ``Goal: 500``."""
        return any(self._figure(child) in ("goal", "target") for child in block.children if child.kind == "item")

    def _figure(self, block: Block) -> str:
        """The name of the goal word or field that a label puts before a figure, or ""."""
        peeled = self._peeler.peel(block.parts)
        name = label(self._text, peeled.parts[0], self._language, in_goal=True) if peeled.parts else None
        if name is None or not self._is_amount(name.value):
            return ""
        return name.meaning.kind if isinstance(name.meaning, GoalWord) else name.meaning

    def _numbered(self, block: Block, number: re.Match[str], peeled: Peeled, scope: Scope) -> None:
        """An item with a number of its own is no deed: it is a goal, or a result below one."""
        head = Span(*number.span("label"))
        peeled.parts[0] = Span(number.end(), peeled.parts[0].end)
        word = scope.kind or KEY_RESULT
        self._goal(block, word, peeled, head, scope.because, scope, number=head)

    def _is_field(self, name: Name, scope: Scope) -> bool:
        """``Budget: …`` among goals is a goal about the budget; under a goal it is a field."""
        if scope.kind is None or str(name.meaning) in HEADER:
            return True
        return scope.holder is not None and scope.goal is not None and scope.kind.kind != "key_result"

    def _field(self, block: Block, name: Name, peeled: Peeled, scope: Scope) -> None:
        holder = scope.holder or (scope.group if str(name.meaning) in HEADER else None)
        if holder is None:
            return
        draft = self.add_field(holder, name, peeled.parts[1:])
        self._fill(draft, block.children)

    def _labelled(self, block: Block, name: Name, peeled: Peeled, scope: Scope) -> None:
        assert isinstance(name.meaning, GoalWord)
        word = name.meaning
        head = name.word.cover(name.id or name.word)
        peeled.parts[:1] = pieces(name.value)
        if not peeled.parts:
            below = replace(scope, kind=word, because=head, okr=scope.okr or word.kind in ("objective", "key_result"))
            self.take(block.children, below)
        elif scope.goal is not None and word.kind == "goal" and name.id is None and self._is_amount(name.value):
            self._drafts.field(scope.goal, "target", name.value, None, name.word)
        elif not self.is_template(Span(peeled.parts[0].start, peeled.parts[-1].end)):
            self._goal(block, word, peeled, head, head, scope, number=own_id(self._text, name, peeled))

    def _is_amount(self, span: Span) -> bool:
        text = Text(self._slice(span), span)
        if whole_quantity(text, order(self._language)) is not None:
            return True
        reading = read(text, self._language, self._anchor)
        return bool(reading.quantities) and len(text.text.split()) <= 6

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
            scope, group=goal, goal=goal, holder=goal, kind=kind, because=because, okr=okr, single=False, below=None
        )
        for at, child in enumerate(block.children):
            if child.kind == "item":
                self._item(child, inner)
            elif child.kind == "text":
                inner = self._line(child, block.children[at + 1 :], inner)

    def _are_results(self, block: Block, scope: Scope) -> bool:
        """Items below a goal that are no deeds: those of all goals beside it are results, or each has a status of its own."""
        items = [child for child in block.children if child.kind == "item" and child.parts]
        signs = [status_before(self._slice(child.parts[0])) for child in items]
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
                self.add_field(scope.holder, name, peeled.parts[1:])
            return scope
        draft = self._drafts.field(scope.above, str(name.meaning), Span(name.word.end, name.word.end), None, name.word)
        self._fill(draft, [child for child in after if child.kind == "item"])
        return replace(scope, kind=None)

    def _unlabelled(self, block: Block, span: Span, peeled: Peeled, scope: Scope) -> None:
        assert scope.kind is not None
        text = self._slice(span)
        items = [child for child in block.children if child.kind == "item"]
        if self.is_template(span) or self._peeler.is_navigation(block.parts) or is_aside_item(text):
            return
        if items and (text.endswith(":") or self._is_topic(text, span, items)):
            below = scope
            if scope.goal is None:
                below = replace(scope, group=self._drafts.group(scope.group))
                if names_owner(text) or block.bold:
                    self._drafts.field(below.group, "team", span)
            self.take(items, below)
            return
        word, because = scope.kind, scope.because
        nested = [child for child in items if not self._says_field(child)]
        if word.kind == "objective":
            word = OBJECTIVE if nested else PLAIN
        self._goal(block, word, peeled, span, because, scope)

    def _is_topic(self, text: str, span: Span, items: Sequence[Block]) -> bool:
        """``Health`` over a list of goals, rather than a goal over its fields."""
        if len(text.split()) > _TOPIC or any(self._says_field(item) for item in items):
            return False
        reading = read(Text(text, span), self._language, self._anchor)
        return (reading.form in ("", "topic") or " " not in text) and not reading.quantities

    def _says_field(self, block: Block) -> bool:
        peeled = self._peeler.peel(block.parts)
        name = label(self._text, peeled.parts[0], self._language, in_goal=True) if peeled.parts else None
        if name is None:
            return False
        return isinstance(name.meaning, str) or (name.meaning.kind == "goal" and self._is_amount(name.value))
