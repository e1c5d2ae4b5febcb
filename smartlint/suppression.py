"""Suppressions: the comments that hide findings, what each of them hides, and what there is to say of themselves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property

from smartlint.goal import Directive, Document, Goal, Problem
from smartlint.reading import Text
from smartlint.record import dataclass, field
from smartlint.registry import UnknownRule, find, load
from smartlint.rule import ProblemRule, Rule
from smartlint.source import Span

#: The kinds of problems that suppressions themselves are found to have; a suppression never hides its own.
KINDS = frozenset(("unused-suppression", "unknown-code", "suppression-without-reason", "expired-suppression"))


def has_expired(last_day: date | None, today: date) -> bool:
    """Whether what holds up to and with a day, a suppression or a waiver, holds no longer."""
    return last_day is not None and last_day < today


class Selectors:
    """What codes, starts of codes, names and ``ALL`` mean among the rules there are, whether they are on or not.

    ``rules`` are those that are on, ``known`` those there are: the engine's own where nobody says.
    """

    def __init__(self, rules: Sequence[type[Rule]], known: Sequence[type[Rule]] = ()) -> None:
        self._on = rules
        self._known = known
        self._meant: dict[str, frozenset[type[Rule]]] = {}
        self._near: dict[str, str] = {}

    @cached_property
    def _all(self) -> tuple[type[Rule], ...]:
        return (*(self._known or load()), *self._on)

    def rules(self, selector: str) -> frozenset[type[Rule]]:
        """The rules that a selector means; none where nobody knows it."""
        if selector not in self._meant:
            try:
                self._meant[selector] = frozenset(find(selector, self._all))
            except UnknownRule as error:
                self._meant[selector] = frozenset()
                self._near[selector] = error.near[0] if error.near else ""
        return self._meant[selector]

    def near(self, selector: str) -> str:
        """The code or name that may be meant by a selector which nobody knows, or ""."""
        return "" if self.rules(selector) else self._near[selector]


@dataclass(eq=False)
class _Suppression:
    """A directive with the rules that each of its codes means; ``hid`` are the codes that something was hidden by.

    ``overruled`` are those that would have hidden something that a policy, which is named, lets nobody suppress.
    """

    directive: Directive
    meant: tuple[frozenset[type[Rule]], ...]
    expired: bool
    hid: set[int] = field(default_factory=set)
    overruled: dict[int, str] = field(default_factory=dict)

    @property
    def hides_remarks(self) -> bool:
        """It may hide what is said of other suppressions."""
        return any(_is_about_suppressions(rule) for meant in self.meant for rule in meant)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code.text for code in self.directive.codes)


class Suppressions:
    """The suppressions of a file. They remember what they hid: ask for their ``problems`` after all the rest."""

    def __init__(self, document: Document, selectors: Selectors, today: date) -> None:
        self._document = document
        self._selectors = selectors
        self._all: list[_Suppression] = []
        self._whole: list[_Suppression] = []
        self._by_line: dict[int, list[_Suppression]] = {}
        position = document.source.position
        for directive in document.directives:
            meant = tuple(selectors.rules(code.text) for code in directive.codes)
            one = _Suppression(directive, meant, has_expired(directive.until, today))
            self._all.append(one)
            if directive.whole_file:
                self._whole.append(one)
                continue
            lines = {
                line
                for span in directive.scope
                for line in range(position(span.start).line, position(span.end).line + 1)
            }  # fmt: skip
            for line in lines:
                self._by_line.setdefault(line, []).append(one)

    def hide(self, rule: type[Rule], span: Span, policy: str = "") -> Directive | None:
        """What hides a finding: the first suppression that holds, names its rule and speaks of its line.

        Nothing hides one that a ``policy`` binds to; that somebody has tried to is kept in mind.
        """
        if rule.always or not self._all:
            return None
        hidden = None
        for one in (*self._whole, *self._by_line.get(self._document.source.position(span.start).line, ())):
            if _is_about_suppressions(rule) and one.directive.span.contains(span):
                continue
            named = {number for number, meant in enumerate(one.meant) if rule in meant}
            one.hid |= named
            if policy:
                one.overruled |= dict.fromkeys(named, policy)
            if named and not one.expired and hidden is None:
                hidden = one.directive
        return None if policy else hidden

    def problems(self, heard: AbstractSet[type[Rule]]) -> Iterator[Problem]:
        """What there is to say of each; ``heard`` are the rules whose silence means that they have found nothing.

        What may hide such remarks comes last: whether it hides any shows when each is hidden, or not, as it is given.
        """
        for one in sorted(self._all, key=lambda one: (one.hides_remarks, one.directive.whole_file)):
            yield from self._of(one, heard)

    def _of(self, one: _Suppression, heard: AbstractSet[type[Rule]]) -> Iterator[Problem]:
        directive = one.directive
        for code, meant in zip(directive.codes, one.meant, strict=True):
            if not meant:
                near = self._selectors.near(code.text)
                data = {"code": code.text, "near": near} if near else {"code": code.text}
                yield Problem("unknown-code", "near" if near else "unknown", code.span, data)
        idle = self._idle(one, heard)
        if len(idle) == len(directive.codes):
            yield Problem("unused-suppression", "unused", directive.span, {"codes": one.codes})
        elif one.expired:
            until = {"codes": one.codes, "until": directive.until}
            yield Problem("expired-suppression", "expired", directive.span, until)
        else:
            if idle:
                yield Problem("unused-suppression", "part", idle[0].span, {"codes": tuple(code.text for code in idle)})
            for number, policy in sorted(one.overruled.items()):
                code = directive.codes[number]
                yield Problem("unused-suppression", "overruled", code.span, {"codes": (code.text,), "policy": policy})
            if not directive.reason and any(one.meant):
                yield Problem("suppression-without-reason", "missing", directive.span, {"codes": one.codes})

    def _idle(self, one: _Suppression, heard: AbstractSet[type[Rule]]) -> list[Text]:
        """The codes that hid nothing, though each rule that they mean was heard where the suppression speaks."""
        goal = None if one.directive.whole_file else self._goal_at(one.directive.scope[0].start)
        return [
            code
            for number, (code, meant) in enumerate(zip(one.directive.codes, one.meant, strict=True))
            if meant and number not in one.hid and meant <= heard and all(_sees(rule, goal) for rule in meant)
        ]

    def _goal_at(self, offset: int) -> Goal | None:
        """The innermost goal at a line of the file."""
        source = self._document.source
        end = source.line_span(source.position(offset).line).end
        at = bisect_right(self._document.all_goals, end, key=lambda goal: goal.span.start)
        return self._document.all_goals[at - 1] if at else None


def _sees(rule: type[Rule], goal: Goal | None) -> bool:
    """Rules that pass closed goals by say nothing of one; once it is opened again they do."""
    return goal is None or ((goal.is_open or rule.closed) and (goal.kind != "vision" or rule.visions))


def _is_about_suppressions(rule: type[Rule]) -> bool:
    return issubclass(rule, ProblemRule) and rule.kind in KINDS
