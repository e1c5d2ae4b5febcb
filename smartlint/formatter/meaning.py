"""What a document says apart from its layout, so that two texts can be told to say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any

from smartlint.goal import Directive, Document, Field, Goal, Problem
from smartlint.reading import Text
from smartlint.source import Span

_BULLET = re.compile(r"(?m)^\s*[*•–](?=\s|$)")
_SEEN_BY_PLACE = frozenset(("span", "head", "index", "source", "children"))


class Meaning:
    """What each of a document's goals says with all below it, and what the rest says."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _goals(self) -> list[Any]:
        """The outermost goals, each with its problems."""
        problems: dict[int, Counter[Any]] = {}
        for problem in self._document.problems:
            if problem.goal is not None:
                problems.setdefault(problem.goal, Counter())[repr(_problem(problem))] += 1
        return [[(_said(goal), problems.get(goal.index)) for goal in root.walk()] for root in self._document.goals]

    @cached_property
    def _rest(self) -> Any:
        """Language, headings, problems of no goal, and suppressions with what they speak of."""
        document = self._document
        loose = [one for one in document.problems if one.goal is None]
        return (
            document.language,
            document.tied,
            [_said(section) for section in document.sections],
            Counter(repr(_problem(problem)) for problem in loose),
            Counter(repr(self._directive(directive)) for directive in document.directives),
        )

    def changed(self, other: Meaning) -> set[int]:
        """The numbers of the outermost goals, from 1, that say something else there; 0 is what is no goal's."""
        pairs = enumerate(zip(self._goals, other._goals, strict=False), 1)
        found = {number for number, (before, after) in pairs if before != after}
        if len(self._goals) != len(other._goals):
            found.add(min(found, default=min(len(self._goals), len(other._goals)) + 1))
        return found or ({0} if self._rest != other._rest else set())

    def _directive(self, directive: Directive) -> Any:
        scope = sorted(_letters(self._document.source.slice(span)) for span in directive.scope)
        return [code.text for code in directive.codes], directive.whole_file, directive.until, directive.reason, scope


def _letters(text: str) -> str:
    return "".join(_BULLET.sub("-", text).split()).lower()


def _problem(problem: Problem) -> Any:
    data = {name: _lower(_said(value)) for name, value in problem.data.items()}
    return problem.kind, problem.variant, sorted(data.items()), _lower(problem.mended or ""), problem.sure


def _lower(value: Any) -> Any:
    return " ".join(value.split()).lower() if isinstance(value, str) else value


def _said(value: Any) -> Any:
    """A part of a document without places, texts on one line, keywords in lower case."""
    if isinstance(value, Text):
        return value.plain
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Span):
        return None
    if isinstance(value, Sequence):
        return tuple(_said(one) for one in value)
    if isinstance(value, Mapping):
        return {name: _said(one) for name, one in value.items()}
    if is_dataclass(value):
        found = {one.name: _said(getattr(value, one.name)) for one in fields(value) if one.name not in _SEEN_BY_PLACE}
        if isinstance(value, Field | Goal):
            found["word"] = found["word"].lower()
        return found
    return value
