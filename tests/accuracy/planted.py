"""The planted column: good goals are broken on purpose, and the rule that must find it finds it or not. Recall only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b

import tests.accuracy.broken_numbers
import tests.accuracy.broken_sentences  # noqa: F401  these two add to BREAKS
from smartlint.goal import Document
from smartlint.linter import Settings, lint_texts
from smartlint.parser import parse
from smartlint.registry import load
from smartlint.testing import TODAY
from tests.accuracy.broken import BREAKS
from tests.accuracy.materials import LANGUAGES, good_files, page_examples
from tests.accuracy.score import Tally
from tests.accuracy.spot import Spot

#: So many goals of each language are broken in each way, where there are as many that it fits.
OF_EACH = 10


@dataclass(frozen=True)
class Planted:
    """A broken goal: how and in which language, the code that must be found, the text, and whether it is found."""

    kind: str
    code: str
    language: str
    text: str
    found: bool


@dataclass
class Recall:
    """What was planted, and found, by kind and by code, for all (``""``) and by language."""

    kinds: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    codes: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[Planted] = field(default_factory=list)

    def add(self, planted: Planted) -> None:
        for tally in (self.codes[planted.code], self.kinds[planted.kind][""], self.kinds[planted.kind][planted.language]):
            tally.hit += planted.found
            tally.missed += not planted.found
        if not planted.found:
            self.missed.append(planted)


def recall() -> Recall:
    found = Recall()
    for planted in plant():
        found.add(planted)
    return found


def plant() -> Iterator[Planted]:
    """Good goals, each kind of break in each language, the same ones each time."""
    goals = _goals()
    for kind, (code, make) in BREAKS.items():
        for language in LANGUAGES:
            made = 0
            for spot in _shuffled(goals[language], kind):
                text = make(spot) if made < OF_EACH else None
                if text is None or _found(code, spot.text):
                    continue
                made += 1
                yield Planted(kind, code, language, text, _found(code, text))
    _codes.cache_clear()


@cache
def _codes(text: str) -> frozenset[str]:
    """The codes that are found in a text with all rules on, as a user finds them."""
    return frozenset(
        one.rule.code for one in lint_texts({"goals.goals": text}, Settings(load(), TODAY, profile="all")).findings
    )


def _found(code: str, text: str) -> bool:
    """The rule finds it, or one that it keeps quiet for: one cause, one finding."""
    rule = next(rule for rule in load() if rule.code == code)
    return not _codes(text).isdisjoint({code, *rule.yields_to})


def _shuffled(spots: list[Spot], kind: str) -> list[Spot]:
    """In an order of the kind's own, so that not the same goals are broken in every way."""
    return sorted(spots, key=lambda spot: blake2b(f"{kind} {spot.goal.index} {spot.text}".encode()).digest())


def _goals() -> dict[str, list[Spot]]:
    """The goals to be broken by language: each alone in its file with the header, the good ones and those of rule pages."""
    goals = defaultdict(list)
    for material in (*good_files(), *page_examples("Use instead")):
        if len(material.files) == 1:
            for document in _alone(parse(next(iter(material.files.values())), today=TODAY)):
                for goal in document.all_goals:
                    if goal.is_open and goal.kind != "vision" and goal.statement:
                        goals[goal.language].append(Spot(document, goal))
    return goals


def _alone(document: Document) -> Iterator[Document]:
    """Each goal of a file with all below it and the header, where the file has one header and no loose ends."""
    text = document.source.text
    linked = any(goal.supports for goal in document.all_goals)
    if len(document.goals) < 2 or len(document.sections) > 1 or linked:
        yield document
        return
    starts = [text.rfind("\n", 0, goal.head.start) + 1 for goal in document.goals]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        header = f"language: {document.language}\n" if "language" not in text[: starts[0]] else ""
        yield parse(f"{header}{text[: starts[0]]}{text[start:end]}", today=TODAY)
