"""The fields of goals in data files: what stands under their keys, as the goal language has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from smartlint.goal import Problem
from smartlint.language.times import Anchor
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.drafts import FieldDraft, GoalDraft, ItemDraft
from smartlint.parser.layout import HEADER
from smartlint.parser.lines import LANGUAGE_NAMES
from smartlint.parser.names import reads_as_time
from smartlint.readers.drawing import Drafts
from smartlint.readers.keys import Keys
from smartlint.readers.mapping import own_name, words_of
from smartlint.readers.nodes import Alias, Items, Node, Pairs, Readable, Scalar
from smartlint.readers.peeling import Peeler
from smartlint.readers.signs import confidence_of, is_misspelt_status
from smartlint.readers.timings import Timings
from smartlint.readers.whose import is_self
from smartlint.reading import Text
from smartlint.source import Span

_AMOUNT = re.compile(r"[<>≤≥=~+±-]*\s*\d[\d\s.,]*$")
_DAY_AND_HOUR = re.compile(r"\d{4}-\d\d-\d\d(?=[T ]\d\d:)")
_PRIORITY = re.compile(r"[pP]?[0-3]$")
_PART = re.compile(r"[1-4]$")
_QUARTER = frozenset(("quarter", "kvartal"))
_YES = frozenset(("true", "yes", "ja"))
_FLAGS = _YES | {"false", "no", "nei", "nej"}
#: Fields that name people, marks or goals: several stand with commas between them.
_JOINED = frozenset("owner with tags supports team channel audience where agreed".split())
_SERIES = frozenset("milestones progress evidence".split())
_QUANTITIES = frozenset("baseline target budget".split())
#: What a map that stands for one value calls it.
_MAIN = ("value", "text", "date", "amount")


class Attributes:
    """Reads the pairs of maps into the fields of drafts; what is no field becomes one with ``x-`` before its name."""

    def __init__(self, drafts: Drafts, keys: Keys, peeler: Peeler, readable: Readable, language: str, anchor: Anchor) -> None:
        self._drafts = drafts
        self._keys = keys
        self._peeler = peeler
        self._readable = readable
        self._language = language
        self.times = Timings(drafts, keys, language, anchor, self._main)

    def take(self, holder: GoalDraft, pairs: Pairs, wanted: Callable[[Scalar, Node], bool]) -> None:
        """The fields of a goal: of the pairs that are wanted."""
        own = [(key, value) for key, value in pairs.all_pairs() if wanted(key, value)]
        unit = self._unit(own)
        self.times.join(holder, own)
        for key, value in own:
            if isinstance(value, Scalar) and value.null and value.span.start < value.span.end:
                continue  # it says that there is none
            if value is unit:
                self._other(holder, key, value)
            elif isinstance(value, Scalar) and self._keys.names("done", key) and value.text.lower() in _FLAGS:
                if value.text.lower() in _YES:
                    self._drafts.field(holder, "status", value.content, "done", key.content)
            else:
                self._field(holder, self._name(key, value, own), key, value)
        if unit is not None:
            self._with_unit(holder, unit)
        self._twice(holder, own)

    def hand(self, group: GoalDraft, pairs: Pairs) -> None:
        """What a map that is no goal says of all goals in it."""
        self.times.join(group, list(pairs.all_pairs()))
        for key, value in pairs.all_pairs():
            if isinstance(value, Pairs) and (self._keys.names("wrappers", key) or self._keys.is_of_plan(key, value)):
                self.hand(group, value)
            name = self._keys.field(key)
            if isinstance(value, Pairs) and name in ("team", "organisation"):  # whose goals they are, and when
                for inner, time in value.all_pairs():
                    if self._keys.field(inner) == "period" and isinstance(time, Scalar) and not time.null:
                        self._field(group, "period", inner, time, strict=True)
            if isinstance(value, Scalar):
                self._said(group, key, value)
            known = name in HEADER and name != "language" and self._keys.kind(key) is None
            if not known or (isinstance(value, Scalar) and (value.null or (name != "period" and self._is_number(value)))):
                continue
            if isinstance(value, Scalar) or (name in ("owner", "period", "team", "supports") and not self._holds_maps(value)):
                self._field(group, name, key, value, strict=True)

    def _said(self, group: GoalDraft, key: Scalar, value: Scalar) -> None:
        """The time in the title or name of goals, ``title: Goals for 2027``, and whose they are, ``name: Sigrid Nes``."""
        named = self._keys.statement_rank(key) is not None
        titled = self.times.of_title(value) if named else None
        if titled is None and (named or self._keys.field(key) == "id"):
            titled = self.times.of_name(value)
        if titled is not None:
            self._drafts.field(group, titled[0], value.content, titled[1], key.content)
        if is_self(words_of(key.text), value.text):
            self._drafts.field(group, "owner", value.content, None, key.content)

    @staticmethod
    def _holds_maps(value: Node) -> bool:
        return isinstance(value, Items) and any(not isinstance(one, Scalar) for one in value.nodes)

    @staticmethod
    def _is_amount(value: Node | None) -> bool:
        return isinstance(value, Scalar) and _AMOUNT.match(value.text.strip()) is not None

    # --- which field it is ------------------------------------------------------------------------------------------

    def _name(self, key: Scalar, value: Node, own: Sequence[tuple[Scalar, Node]]) -> str:
        """The field that a key means with this value: ``from: 30`` is a baseline, ``from: 2026-01-01`` a start."""
        name = self._keys.field(key)
        kind = self._keys.kind(key)
        if kind is not None and (not name or name == "target") and isinstance(value, Scalar):
            return "target"
        if name in ("start", "deadline") and self._is_number(value):
            return "baseline" if name == "start" else "target"
        if name == "baseline" and words_of(key.text).startswith("current"):
            others = [self._keys.field(other) for other, _ in own if other is not key]
            return "" if "baseline" in others else name
        return name

    def _is_number(self, value: Node) -> bool:
        """An amount that is no day or year."""
        if not isinstance(value, Scalar) or not self._is_amount(value) or self.times.is_year(value):
            return False
        return not reads_as_time(Text(value.text.strip(), value.content), self._language)

    def _unit(self, own: Sequence[tuple[Scalar, Node]]) -> Scalar | None:
        """What the amounts of a goal are counted in, where it has any."""
        unit = next((value for key, value in own if self._keys.names("unit", key)), None)
        counted = any(self._is_amount(value) and self._name(key, value, own) in _QUANTITIES for key, value in own)
        return unit if isinstance(unit, Scalar) and not unit.null and counted else None

    def _with_unit(self, holder: GoalDraft, unit: Scalar) -> None:
        for name in ("baseline", "target"):
            draft = holder.fields.get(name)
            if draft is None or draft.value is not None or len(draft.parts) != 1:
                continue
            written = self._drafts.slice(draft.parts[0])
            if _AMOUNT.match(written):
                draft.value = self.times.measured(written, unit.text.strip(), draft.parts[0])

    def _twice(self, holder: GoalDraft, own: Sequence[tuple[Scalar, Node]]) -> None:
        """A key that stands twice in a map: programs take the last one, people the first."""
        first: dict[str, Scalar] = {}
        for key, _ in own:
            other = first.setdefault(key.text, key)
            if other is not key:
                data = {"word": key.text, "name": self._keys.field(key) or key.text}
                holder.problems.append(Problem("duplicate-field", "twice", key.content, data, (other.content,)))

    # --- fields -----------------------------------------------------------------------------------------------------

    def _field(self, holder: GoalDraft, name: str, key: Scalar, value: Node, *, strict: bool = False) -> None:
        """A field of a holder; with ``strict``, what is no field is left alone."""
        value = value.node if isinstance(value, Alias) else value
        if isinstance(value, Pairs):
            self._record(holder, name, key, value)
        elif not name or name in holder.fields or name == "id":
            if not strict:
                self._other(holder, key, value)
        elif isinstance(value, Items):
            self._list(holder, name, key, value)
        else:
            self._scalar(holder, name, key, value)

    def _other(self, holder: GoalDraft, key: Scalar, value: Node) -> None:
        """What the goal language has no field for is kept under its own name."""
        name = own_name(key.text)
        if isinstance(value, Scalar):
            if value.parts:
                self._drafts.field(holder, name, value.parts[0], None, key.content, value.parts[1:])
        elif isinstance(value, Items):
            self._itemised(holder, name, key, value)

    def _scalar(self, holder: GoalDraft, name: str, key: Scalar, value: Scalar) -> None:
        parts = value.parts
        if not parts:
            end = Span(key.content.end, key.content.end)
            self._drafts.field(holder, name, end, None, key.content)
            return
        text = value.text.strip()
        typed: object = None
        if name == "status":
            typed = self._peeler.status(re.sub("[_-]+", " ", text)) or None
        elif name == "confidence":
            typed = confidence_of(text)
        elif name == "period" and self.times.time(text, value.content) is None:
            quarter = f"Q{text}" if _PART.match(text) and words_of(key.text) in _QUARTER else text
            typed = self.times.time(re.sub("[-_/]+", " ", quarter), value.content)
        day = _DAY_AND_HOUR.match(text) if name in ("start", "deadline", "period") else None
        if day is not None:
            parts = (Span(parts[0].start, parts[0].start + day.end()),)
        fits = typed is not None or (name not in _SERIES and self._fits(name, text))
        if not fits:
            self._other(holder, key, value)
            return
        self._drafts.field(holder, name, parts[0], typed, key.content, parts[1:])

    def _fits(self, name: str, text: str) -> bool:
        if name in ("status", "priority"):
            known = text.lower() in vocabulary().priorities or bool(_PRIORITY.match(text))
            return is_misspelt_status(text) if name == "status" else known
        if name == "language":
            return text.lower() in LANGUAGE_NAMES
        return (name != "fiscal_year" or not text[:2].isdigit()) and (name != "confidence" or _AMOUNT.match(text) is not None)

    def _list(self, holder: GoalDraft, name: str, key: Scalar, value: Items) -> None:
        scalars = [one for one in value.nodes if isinstance(one, Scalar) and one.parts]
        if name in _SERIES:
            self._of_days(holder, name, key, value)
        elif name == "how":
            items = [item for one in value.nodes if (item := self._action(one)) is not None]
            if items:
                self._empty(holder, name, key).items += items
        elif name in _JOINED:
            people = [main for one in value.nodes if (main := self._main(one)) is not None and main.parts]
            if people:
                self._joined(holder, name, key, people)
        elif name in _QUANTITIES or name in ("start", "deadline", "period", "status", "priority", "confidence"):
            if scalars:
                self._scalar(holder, name, key, scalars[0])
        else:
            self._itemised(holder, name, key, value)

    def _of_days(self, holder: GoalDraft, name: str, key: Scalar, value: Items | Pairs) -> None:
        items, typed = self.times.series(value)
        if items:
            draft = self._empty(holder, name, key)
            draft.items, draft.value = items, typed
        elif isinstance(value, Items):
            self._other(holder, key, value)

    def _empty(self, holder: GoalDraft, name: str, key: Scalar) -> FieldDraft:
        return self._drafts.field(holder, name, Span(key.content.end, key.content.end), None, key.content)

    def _itemised(self, holder: GoalDraft, name: str, key: Scalar, value: Items) -> None:
        scalars = [main for one in value.nodes if (main := self._main(one)) is not None and main.parts]
        if scalars:
            self._empty(holder, name, key).items += [self._drafts.item(one.parts) for one in scalars]

    def _joined(self, holder: GoalDraft, name: str, key: Scalar, scalars: Sequence[Scalar]) -> None:
        """Several texts as one, with commas where their quotes, dashes and brackets stand."""
        if any(one.content.start < other.content.end for other, one in pairwise(scalars)):
            scalars = scalars[:1]  # one of them stands elsewhere
        for left, right in pairwise(scalars):
            self._readable.write(Span(left.content.end, right.content.start), ",")
        whole = scalars[0].content.cover(scalars[-1].content)
        self._drafts.field(holder, name, whole, None, key.content)

    def _main(self, node: Node) -> Scalar | None:
        """The one text that a node is, or that a map is about."""
        if isinstance(node, Scalar):
            return node
        if not isinstance(node, Pairs):
            return None
        named = {words_of(key.text): value for key, value in node.all_pairs() if isinstance(value, Scalar) and not value.null}
        ranked = sorted(
            (rank, key.text) for key, value in node.all_pairs() if (rank := self._keys.statement_rank(key)) is not None
        )
        for word in (*_MAIN, *(words_of(text) for _, text in ranked), "task", "email", "id"):
            if word in named:
                return named[word]
        return None

    def _record(self, holder: GoalDraft, name: str, key: Scalar, value: Pairs) -> None:
        """A map that stands for one value, with more about it: ``target: {value: 45, unit: "%"}``."""
        if name == "period" and self.times.between(holder, key, value):
            return
        if name in _SERIES:
            self._of_days(holder, name, key, value)
            return
        if (main := self._main(value) if name else None) is not None:
            self._field(holder, name, key, main)
        if name not in _JOINED:
            unit = next((one for inner, one in value.all_pairs() if self._keys.names("unit", inner)), None)
            counted = unit if name in _QUANTITIES else None
            self.take(holder, value, lambda inner, one: one not in (main, counted) and not isinstance(one, Alias))
            if isinstance(unit, Scalar) and not unit.null:
                self._with_unit(holder, unit)

    def _action(self, node: Node) -> ItemDraft | None:
        """What is to be done, with who and by when."""
        named = [(self._keys.field(key), key, value) for key, value in node.all_pairs()] if isinstance(node, Pairs) else []
        told = [(name, key.content, value) for name, key, value in named if isinstance(value, Scalar) and value.parts]
        main = self._main(node)
        if main is None or any(value is main and name in ("id", "owner") for name, _, value in told):
            said = [(name != "how", value) for name, _, value in told if name == "how" or (not name and " " in value.text)]
            main = min(said, key=lambda one: one[0], default=(False, main))[1]  # ``- action: Call 20 shops``
        parts = self._peeler.plain(main.parts) if main is not None else []
        if not parts:
            return None
        item = self._drafts.item(parts)
        for name, word, value in told:
            if name in ("owner", "deadline") and value is not main:
                item.fields.setdefault(name, FieldDraft(name, self._drafts.line("FIELD", word), word, [*value.parts]))
        return item
