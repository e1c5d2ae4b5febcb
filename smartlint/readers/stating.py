"""Which maps of a data file are goals, and which text in them is the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from smartlint.language.vocabulary import GoalWord
from smartlint.readers.keys import Keys
from smartlint.readers.nodes import Items, Node, Pairs, Scalar
from smartlint.readers.scope import Scope
from smartlint.readers.sentences import Sentences
from smartlint.readers.timings import Timings
from smartlint.record import NamedTuple
from smartlint.source import Span

_ID = re.compile(r"#?[\w.-]{1,20}$")
_LONG_NUMBER = re.compile(r"\d{4,}$")
#: What goals may be about is a field too: beside other names, it is the name of a group of them.
_TOPICS = frozenset(("", "audience", "budget", "channel", "resources", "where"))

#: Fields that tell a goal from a text, where they stand beside it.
_TELLING = frozenset(
    "owner deadline target baseline metric status period priority confidence start how milestones why progress".split()
)


class Stated(NamedTuple):
    """The sentence of a goal: its key, and the goal word that this is, if it is one."""

    key: Scalar
    text: Scalar
    word: GoalWord | None


def is_weak(scope: Scope) -> bool:
    """Nothing in the file says that these are goals: only its name does."""
    return scope.kind is not None and scope.because.start == scope.because.end


class Stating:
    """Looks for the sentences of goals."""

    def __init__(self, keys: Keys, sentences: Sentences, times: Timings) -> None:
        self._keys = keys
        self._sentences = sentences
        self._times = times

    def stated(self, pairs: Pairs, scope: Scope, name: Scalar | None) -> Stated | None:
        """The sentence of the goal that a map is, if it is one."""
        own = [(key, value) for key, value in pairs.all_pairs() if isinstance(value, Scalar)]
        fields = {self._keys.field(key) for key, _ in pairs.all_pairs() if self._keys.kind(key) is None}
        support = len(fields & _TELLING)
        support += any(self._is_results(key, value) for key, value in pairs.all_pairs())
        said = self._by_goal_word(own, scope, support)
        if said is not None or scope.kind is None:
            return said
        if (is_weak(scope) and not support) or any(self._is_open(key, value) for key, value in own):
            return None
        ranked = self._by_rank(own, support)
        if any(self.holds_goals(key, value) and not self.is_below(key) for key, value in pairs.pairs):
            return ranked if ranked is not None and self._sentences.is_clearly_goal(ranked.text) else None
        return ranked or self._by_metric(own, scope) or self._by_key(name, support)

    def _by_goal_word(self, own: Sequence[tuple[Scalar, Node]], scope: Scope, support: int) -> Stated | None:
        found = []
        for key, value in own:
            kind = self._keys.kind(key)
            if kind is None or not isinstance(value, Scalar) or self._keys.numbered(key) is not None:
                continue
            if not self._is_aim(value, kind, scope) and self._sentences.is_goal(value, support + (scope.kind is not None)):
                found.append(Stated(key, value, kind))
        upper = [one for one in found if one.word is not None and one.word.kind == "objective"]
        return next(chain(upper, found), None)

    def _is_open(self, key: Scalar, value: Node) -> bool:
        """An objective that nobody has written yet: beside it stands the name of a team."""
        kind = self._keys.kind(key)
        is_said = isinstance(value, Scalar) and self._sentences.is_goal(value, 1)
        return kind is not None and kind.kind == "objective" and not is_said

    @staticmethod
    def _is_aim(value: Scalar, kind: GoalWord, scope: Scope) -> bool:
        """What a key result is to reach, in a word: ``mål: ja``."""
        below = scope.kind is not None and scope.kind.kind == "key_result"
        return below and kind.kind == "goal" and len(value.text.split()) == 1

    def _by_rank(self, own: Sequence[tuple[Scalar, Node]], support: int) -> Stated | None:
        ranked = sorted(
            (rank, at)
            for at, (key, value) in enumerate(own)
            if (rank := self._keys.statement_rank(key)) is not None and isinstance(value, Scalar) and not value.null
        )
        found = [Stated(key, value, None) for _, at in ranked for key, value in [own[at]] if isinstance(value, Scalar)]
        good = [one for one in found if self._sentences.is_goal(one.text, support)]
        sentences = [one for one in good if not self._sentences.is_topic(one.text)]
        if good and good[0] not in sentences and sentences:
            return sentences[0]
        return next(iter(good), None)

    def _by_metric(self, own: Sequence[tuple[Scalar, Node]], scope: Scope) -> Stated | None:
        """What is measured, where nothing but what to reach is said, or where this is a key result."""
        fields = {self._keys.field(key): Stated(key, value, None) for key, value in own if isinstance(value, Scalar)}
        metric = fields.get("metric")
        aimed = "target" in fields or any(self._keys.kind(key) is not None for key, _ in own)
        aimed = aimed or (scope.kind is not None and scope.kind.kind == "key_result")
        return metric if metric is not None and aimed and self._sentences.is_goal(metric.text, 2) else None

    def _by_key(self, name: Scalar | None, support: int) -> Stated | None:
        """``"Grow in the north": {owner: …}``."""
        if name is None or not support or self._keys.numbered(name) is not None:
            return None
        return Stated(name, name, None) if self.is_sentence(name) else None

    def is_sentence(self, key: Scalar) -> bool:
        return len(key.text.split()) > 2 and self._sentences.is_goal(key) and not self._sentences.is_topic(key)

    def typed(self, pairs: Pairs) -> tuple[GoalWord, Scalar] | None:
        """What a map says of its own kind: ``type: objective``."""
        for key, value in pairs.pairs:
            word = self._keys.kind(value) if isinstance(value, Scalar) and self._keys.names("type", key) else None
            if word is not None and isinstance(value, Scalar):
                return word, value
        return None

    def holds_goals(self, key: Scalar, value: Node) -> bool:
        kind = self._keys.kind(key)
        return kind is not None and isinstance(value, Items | Pairs) and self._keys.numbered(key) is None

    def has_goals(self, node: Node) -> bool:
        """Whether something in a node speaks of goals."""
        if isinstance(node, Pairs):
            return self.typed(node) is not None or any(
                self._keys.kind(key) is not None or self.has_goals(value) for key, value in node.pairs
            )
        return isinstance(node, Items) and any(self.has_goals(one) for one in node.nodes)

    def are_groups(self, pairs: Pairs) -> bool:
        """Lists of sentences by the names of what they are about, one of which may be called as a field is: ``audience``."""
        fields = {self._keys.field(key) for key, _ in pairs.pairs}
        lists = [value.nodes for _, value in pairs.pairs if isinstance(value, Items)]
        if len(lists) < len(pairs.pairs) or "" not in fields or not fields <= _TOPICS:
            return False
        return all(self._sentences.are_goals([one for one in nodes if isinstance(one, Scalar)]) for nodes in lists)

    def is_below(self, key: Scalar) -> bool:
        kind = self._keys.kind(key)
        return kind is not None and (kind.kind == "key_result" or kind.sub)

    def _is_results(self, key: Scalar, value: Node) -> bool:
        return not isinstance(value, Scalar) and (self.is_below(key) or self._keys.names("key_results", key))

    def is_list_of_results(self, key: Scalar, value: Node) -> bool:
        """``results`` and the like below an objective; texts that are measured are a field."""
        if not self._keys.names("key_results", key) or not isinstance(value, Items):
            return False
        maps = [one for one in value.nodes if isinstance(one, Pairs)]
        texts = [one for one in value.nodes if isinstance(one, Scalar)]
        if maps or self._keys.field(key) != "metric":
            return bool(maps) or self._sentences.are_goals(texts)
        return bool(texts) and all(self._sentences.is_clearly_goal(text) for text in texts)

    def own_id(self, stated: Stated, pairs: Pairs | None, name: Scalar | None) -> tuple[Span | None, Scalar | None]:
        """The ID of a goal, under a key of its own or as its key in a collection."""
        for key, value in pairs.all_pairs() if pairs is not None else ():
            if self._keys.field(key) == "id" and isinstance(value, Scalar) and value.parts and value is not stated.text:
                if _ID.match(value.text) and not _LONG_NUMBER.match(value.text):
                    return value.parts[0], key
                return None, None
        if name is None or name is stated.text or not (self._is_id(name) or self._keys.numbered(name) is not None):
            return None, None
        return name.content, None

    def _is_id(self, name: Scalar) -> bool:
        if not _ID.match(name.text) or self._keys.names("wrappers", name) or self._keys.kind(name) is not None:
            return False
        return self._times.of_key(name) is None
