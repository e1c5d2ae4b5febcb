"""Counts and figures: precision, recall, F1, accuracy, kappa, each for all and by language."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import sqrt


@dataclass
class Tally:
    """Right and wrong answers to a yes-or-no question."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    @property
    def positives(self) -> int:
        return self.hit + self.missed

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.positives if self.positives else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.hit / (2 * self.hit + self.false + self.missed) if self.hit + self.false + self.missed else 1.0


@dataclass
class Table:
    """Tallies of one field by language; ``""`` is all of them."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, language: str, found: bool, labelled: bool) -> None:
        for key in ("", language):
            tally = self.tallies[key]
            tally.hit += found and labelled
            tally.false += found and not labelled
            tally.missed += labelled and not found


@dataclass
class Classes:
    """Answers to a question with several classes, by language."""

    pairs: dict[str, Counter[tuple[str, str]]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, language: str, found: str, labelled: str) -> None:
        for key in ("", language):
            self.pairs[key][found, labelled] += 1

    def count(self, language: str = "") -> int:
        return self.pairs[language].total()

    def accuracy(self, language: str = "") -> float:
        pairs = self.pairs[language]
        return sum(count for (found, label), count in pairs.items() if found == label) / (pairs.total() or 1)

    def kappa(self, language: str = "") -> float:
        """Cohen's kappa: agreement beyond what the frequencies alone would give."""
        pairs, total = self.pairs[language], self.count(language) or 1
        found: Counter[str] = Counter()
        labelled: Counter[str] = Counter()
        for (one, other), count in pairs.items():
            found[one] += count
            labelled[other] += count
        chance = sum(found[name] * labelled[name] for name in found) / total**2
        return (self.accuracy(language) - chance) / (1 - chance) if chance < 1 else 1.0


def interval(share: float, count: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share of so many."""
    if not count:
        return 0.0, 1.0
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return max(0.0, middle - half), min(1.0, middle + half)
