"""What is a goal in a data file, and what belongs to it: maps and lists become drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft
from smartlint.readers.attributes import Attributes
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.keys import Keys
from smartlint.readers.mapping import words_of
from smartlint.readers.nodes import Alias, Items, Node, Pairs, Scalar
from smartlint.readers.peeling import Peeled, Peeler
from smartlint.readers.scope import Scope
from smartlint.readers.sentences import Sentences
from smartlint.readers.stating import Stated, Stating, is_weak
from smartlint.record import replace
from smartlint.source import Span

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)] +(?=\S)")
_OKR = frozenset(("objective", "key_result"))


class Structure:
    """Reads the maps and lists of one file."""

    def __init__(self, drafts: Drafts, peeler: Peeler, keys: Keys, sentences: Sentences, attributes: Attributes) -> None:
        self._drafts = drafts
        self._peeler = peeler
        self._keys = keys
        self._sentences = sentences
        self._attributes = attributes
        self._stating = Stating(keys, sentences, attributes.times)
        self._seen: set[int] = set()

    def read(self, roots: Sequence[Node], base: GoalDraft, kind: GoalWord | None) -> None:
        """Goals go below ``base``; ``kind`` is that of the goals that the name of the file, or a heading, promises."""
        for root in roots:
            top = Scope(base, kind=kind, okr=kind is not None and kind.kind in _OKR)
            if isinstance(root, Pairs):
                if not self._keys.is_machine(root) and self._stating.stated(root, top, None) is not None:
                    self._map(root, top)
                else:
                    self._attributes.hand(base, root)
                    self._group(root, top)
            elif isinstance(root, Items):
                self._items(root, top)

    # --- what is no goal itself -------------------------------------------------------------------------------------

    def _items(self, items: Items, scope: Scope, role: str = "") -> None:
        texts = [node for node in items.nodes if isinstance(node, Scalar)]
        takes = scope.kind is not None and self._sentences.are_goals(texts, clearly=is_weak(scope))
        for node in items.nodes:
            if isinstance(node, Scalar):
                if takes and scope.kind is not None and self._sentences.is_goal(node):
                    self._goal(Stated(node, node, None), scope.kind, None, None, scope)
            elif isinstance(node, Pairs):
                self._map(node, scope, role=role)
            elif isinstance(node, Items):
                self._items(node, scope)
            elif scope.kind is not None:
                self._followed(node, scope)

    def _followed(self, alias: Alias, scope: Scope) -> None:
        """What stands elsewhere, where nobody has read it as goals yet."""
        if id(alias.node) in self._seen:
            return
        self._seen.add(id(alias.node))
        if isinstance(alias.node, Pairs):
            self._map(alias.node, scope)
        else:
            self._items(alias.node, scope)

    def _map(self, pairs: Pairs, scope: Scope, name: Scalar | None = None, role: str = "") -> None:
        """A goal, or a group of them: a team, a period, a collection by name."""
        if self._keys.is_machine(pairs) or self._keys.is_description(pairs):
            return
        self._seen.add(id(pairs))
        typed = self._stating.typed(pairs)
        if typed is not None:
            word, said = typed
            scope = replace(scope, kind=word, because=said.content, okr=scope.okr or word.kind in _OKR)
        stated = self._stating.stated(pairs, scope, name) if role == "" else None
        if stated is not None:
            word = stated.word or scope.kind or PLAIN
            result = self._result(pairs) if word.kind == "objective" else None
            if result is not None:
                self._row(stated, result, word, pairs, scope)
                return
            goal = self._goal(stated, word, pairs, name, scope)
            time = self._attributes.times.of_key(name) if name is not None and name is not stated.text else None
            if goal is not None and name is not None and time is not None:
                self._drafts.field(goal, time[0], name.content, time[1])
            return
        group = self._drafts.group(scope.above)
        self._named(group, name, role)
        if role:
            self._called(group, pairs, role)
        self._attributes.hand(group, pairs)
        self._group(pairs, replace(scope, group=group, goal=None))

    def _result(self, pairs: Pairs) -> Stated | None:
        """The key result that stands beside its objective, as in a row of a table."""
        for key, value in pairs.pairs:
            kind = self._keys.kind(key)
            if kind is not None and kind.kind == "key_result" and self._keys.numbered(key) is None:
                return Stated(key, value, kind) if isinstance(value, Scalar) and self._sentences.is_goal(value, 1) else None
        return None

    def _row(self, stated: Stated, result: Stated, word: GoalWord, pairs: Pairs, scope: Scope) -> None:
        """An objective with one of its key results, whose fields these are; the objective may be that of the row above."""
        above = scope.above.children[-1] if scope.above.children else None
        said = self._drafts.slice(above.parts[0].cover(above.parts[-1])) if above is not None and above.parts else ""
        goal = above if said == stated.text.text.strip() else self._goal(stated, word, None, None, scope)
        if goal is not None and result.word is not None:
            inner = replace(scope, group=goal, goal=None, kind=KEY_RESULT, because=result.key.content, okr=True)
            own = Pairs(pairs.span, [(key, value) for key, value in pairs.pairs if key is not stated.key])
            self._goal(result, result.word, own, None, inner)

    def _called(self, group: GoalDraft, pairs: Pairs, role: str) -> None:
        """The name of a team or a person in a list of them."""
        ranked = [(rank, value) for key, value in pairs.all_pairs() if (rank := self._keys.statement_rank(key)) is not None]
        for _, value in sorted(ranked, key=lambda one: one[0]):
            if isinstance(value, Scalar) and value.parts:
                self._drafts.field(group, role, value.content)
                return

    def _named(self, group: GoalDraft, name: Scalar | None, role: str) -> None:
        """What the key of a group says: a team, a person, a time, a status."""
        if name is None or self._keys.names("wrappers", name):
            return
        phrase = words_of(name.text)
        time = self._attributes.times.of_key(name)
        if role or self._keys.is_department(name):
            self._drafts.field(group, role or "team", name.content)
        elif time is not None:
            self._drafts.field(group, time[0], name.content, time[1])
        elif self._keys.kind(name) is None and self._peeler.status(phrase):
            self._drafts.field(group, "status", name.content, self._peeler.status(phrase))

    def _group(self, pairs: Pairs, scope: Scope) -> None:
        by_name = scope.kind is not None and not any(self._stating.holds_goals(key, value) for key, value in pairs.pairs)
        stating = [id(value) for _, value in pairs.pairs if isinstance(value, Items) and self._stating.has_goals(value)]
        if by_name and not stating and self._is_of_a_program(pairs):
            return
        grouped = by_name and self._stating.are_groups(pairs)
        for key, value in pairs.pairs:
            is_other = bool(stating) and is_weak(scope) and isinstance(value, Items) and id(value) not in stating
            is_goal = by_name and isinstance(value, Pairs) and self._stating.stated(value, scope, key) is not None
            if is_goal and isinstance(value, Pairs):  # whatever its ID means elsewhere
                self._map(value, scope, key)
            elif grouped and isinstance(value, Items) and self._keys.field(key):
                self._below_name(key, value, scope)
            elif not self._keys.is_closed(key) and not (by_name and is_other):
                self._pair(key, value, scope, by_name=by_name)

    def _is_of_a_program(self, pairs: Pairs) -> bool:
        """Texts of a user interface: many of them speak of goals."""
        said = [(key, value) for key, value in pairs.pairs if isinstance(value, Scalar) and not value.null]
        texts = [value for key, value in said if self._keys.field(key) != "id" and not self._keys.names("type", key)]
        speaking = sum(self._sentences.speaks_of_goals(text) for text in texts)
        return 4 * speaking >= len(texts) > 0 or (bool(texts) and not self._sentences.are_goals(texts) and len(texts) > 2)

    def _pair(self, key: Scalar, value: Node, scope: Scope, *, by_name: bool = False) -> None:
        word = self._keys.numbered(key)
        kind = self._keys.kind(key)
        if word is not None:
            self._numbered(key, value, word, scope)
        elif kind is not None and not isinstance(value, Scalar):
            self._container(key, value, kind, scope)
        elif by_name:
            self._by_name(key, value, scope)
        elif isinstance(value, Items | Pairs) and (not self._keys.field(key) or self._stating.has_goals(value)):
            self._below(key, value, scope)

    def _below(self, key: Scalar, value: Items | Pairs, scope: Scope) -> None:
        """What stands under a key that is no word for goals."""
        if scope.kind is None and not self._stating.has_goals(value):
            return
        role = "team" if self._keys.names("teams", key) else "owner" if self._keys.names("people", key) else ""
        if isinstance(value, Pairs) and role:
            for name, inner in value.pairs:
                if isinstance(inner, Pairs):
                    self._map(inner, scope, name, role)
                elif isinstance(inner, Items):
                    self._below_name(name, inner, scope, role)
        elif isinstance(value, Pairs):
            self._map(value, scope, key)
        elif role:
            self._items(value, scope, role)
        else:
            self._below_name(key, value, scope)

    def _below_name(self, name: Scalar, items: Items, scope: Scope, role: str = "") -> None:
        group = self._drafts.group(scope.above)
        self._named(group, name, role)
        self._items(items, replace(scope, group=group, goal=None))

    def _container(self, key: Scalar, value: Node, kind: GoalWord, scope: Scope) -> None:
        """``objectives: …``."""
        group = scope.above
        time = self._attributes.times.of_key(key)
        if time is not None:
            group = self._drafts.group(group)
            self._drafts.field(group, time[0], key.content, time[1])
        okr = scope.okr or kind.kind in _OKR
        inner = replace(scope, group=group, goal=None, kind=kind, because=key.content, okr=okr)
        if isinstance(value, Items):
            self._seen.add(id(value))
            self._items(value, inner)
        elif isinstance(value, Pairs):
            self._map(value, inner)
        elif isinstance(value, Alias):
            self._followed(value, inner)

    def _numbered(self, key: Scalar, value: Node, word: GoalWord, scope: Scope) -> None:
        """``KR1: …``."""
        inner = replace(scope, kind=word, because=key.content, okr=scope.okr or word.kind in _OKR)
        if isinstance(value, Scalar):
            if self._sentences.is_goal(value, 1):
                self._goal(Stated(key, value, word), word, None, key, inner)
        elif isinstance(value, Pairs):
            self._map(value, inner, key)

    def _by_name(self, key: Scalar, value: Node, scope: Scope) -> None:
        """One of a collection by name: the key is the goal's ID, its sentence, or the name of some goals."""
        assert scope.kind is not None
        named = isinstance(value, Scalar) and self._keys.statement_rank(key) is not None
        if named or (self._keys.field(key) and not self._keys.is_department(key) and not self._stating.has_goals(value)):
            return
        if isinstance(value, Scalar):
            if self._sentences.is_goal(value) and (not is_weak(scope) or self._sentences.is_clearly_goal(value)):
                self._goal(Stated(value, value, None), scope.kind, None, key, scope)
        elif isinstance(value, Pairs):
            self._map(value, scope, key)
        elif isinstance(value, Items) and self._stating.is_sentence(key) and self._attributes.times.of_key(key) is None:
            word = OBJECTIVE if scope.okr else scope.kind
            goal = self._goal(Stated(key, key, None), word, None, None, scope)
            if goal is not None:
                self._items(value, replace(scope, group=goal, goal=None, kind=KEY_RESULT, because=scope.because))
        elif isinstance(value, Items):
            self._below_name(key, value, scope)

    # --- goals ------------------------------------------------------------------------------------------------------

    def _goal(self, stated: Stated, word: GoalWord, pairs: Pairs | None, name: Scalar | None, scope: Scope) -> GoalDraft | None:
        parts = list(stated.text.parts)
        number = _NUMBER.match(self._drafts.slice(parts[0]))
        parts[:1] = [Span(parts[0].start + (number.end() if number is not None else 0), parts[0].end)]
        peeled = self._peeler.peel(parts)
        if not peeled.parts:
            return None
        head = peeled.parts[0] if stated.word is None else stated.key.content
        because = stated.key.content if stated.word is not None else scope.because
        because = because if because.start < because.end else peeled.parts[0]
        own_id, id_key = self._stating.own_id(stated, pairs, name)
        goal = self._drafts.goal(scope.above, word, Peeled(peeled.parts), head, because, number=own_id)
        if pairs is not None:
            first = Span(pairs.span.start, max(pairs.span.start, min(peeled.parts[0].end, pairs.span.end)))
            goal.line = self._drafts.line("GOAL", first if first.end > first.start else head)
            skipped = {id(stated.key), id(id_key)}
            self._attributes.take(goal, pairs, lambda key, value: id(key) not in skipped and not self._is_nested(key, value))
            self._children(goal, pairs, stated, scope)
        for field, span, value in peeled.fields:
            self._drafts.field(goal, field, span, value)
        return goal

    def _is_nested(self, key: Scalar, value: Node) -> bool:
        """What stands below a goal and is no field of it."""
        if self._keys.is_closed(key) or self._keys.numbered(key) is not None:
            return True
        if isinstance(value, Scalar):
            return self._stating.is_below(key) and self._sentences.is_goal(value)
        if self._keys.kind(key) is not None or self._stating.is_list_of_results(key, value):
            return True
        return self._stating.has_goals(value)

    def _children(self, goal: GoalDraft, pairs: Pairs, stated: Stated, scope: Scope) -> None:
        okr = scope.okr or goal.word.kind in _OKR
        inner = replace(scope, group=goal, goal=None, kind=None, because=stated.key.content, okr=okr)
        for key, value in self._nested(pairs, stated):
            word = self._keys.numbered(key)
            kind = self._keys.kind(key) or (KEY_RESULT if self._keys.names("key_results", key) else None)
            if word is not None:
                self._numbered(key, value, word, inner)
            elif kind is not None and isinstance(value, Scalar):
                if self._sentences.is_goal(value) and kind.kind != "goal":
                    self._goal(Stated(key, value, kind), kind, None, None, inner)
            elif kind is not None:
                self._container(key, value, kind, inner)
            elif isinstance(value, Items | Pairs):
                self._below(key, value, inner)

    def _nested(self, pairs: Pairs, stated: Stated) -> Iterator[tuple[Scalar, Node]]:
        for key, value in pairs.all_pairs():
            if key is not stated.key and not self._keys.is_closed(key) and self._is_nested(key, value):
                yield key, value
