"""The precision ledger: for each rule what is known of its precision and recall, held against the bar of its level."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from smartlint.registry import load
from smartlint.rule import Rule
from smartlint.translation import LANGUAGES
from tests.accuracy.labelled import LABEL, Labelled
from tests.accuracy.planted import Recall, recall
from tests.accuracy.reading import ENOUGH, read

ROOT = Path(__file__).resolve().parents[2]
#: The share of findings that must be right, by level.
BAR = {"error": 0.95, "warning": 0.80, "info": 0.60}
#: Rules that logic alone decides: what they find cannot be wrong if the file says what they read.
LOGIC = (
    *("SYN", "ARI", "REL002", "REL003", "TIM005", "SUP", "WAI", "CFG", "INT"),
    "ACH004",  # a field's number outside 0 to 100
    "LIM004",  # a goal word with nothing under it: no text, no field, no goal
    "PLN003",  # two days, each written with its year, and one is after the other
    "TIM006",  # days of one list, written with their years, in their order
)


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    @property
    def value(self) -> float | None:
        return round(self.part / self.whole, 3) if self.whole else None

    def __str__(self) -> str:
        return f"{self.part / self.whole:.2f} ({self.whole})" if self.whole else "–"


@dataclass(frozen=True)
class Row:
    """What is known of a rule.

    ``labelled`` is the precision against labels, ``label_recall`` the recall of all rules that the same label decides;
    ``read`` the precision in the eyes of a reader, of ``hits`` findings there are; ``planted`` the recall of planted errors.
    """

    code: str
    name: str
    level: str
    labelled: Share
    label_recall: Share
    read: Share
    hits: int
    planted: Share
    by_language: dict[str, dict[str, Any]]

    @property
    def logic(self) -> bool:
        return self.code.startswith(LOGIC)

    @property
    def verdict(self) -> str:
        """``meets`` or ``below`` its level's bar; ``logic`` where nothing need be measured, ``unmeasured`` where too
        little is. What readers said goes before labels, which speak of the sentence alone."""
        measured = next((share for share in (self.read, self.labelled) if share.whole >= ENOUGH), None)
        if measured is not None:
            return "meets" if measured.part >= BAR[self.level] * measured.whole else "below"
        return "logic" if self.logic else "unmeasured"

    @property
    def too_high(self) -> bool:
        """An error that nobody has measured."""
        return self.verdict == "unmeasured" and self.level == "error"

    def as_data(self) -> dict[str, Any]:
        shares = {name: getattr(self, name) for name in ("labelled", "label_recall", "read", "planted")}
        found = {"code": self.code, "name": self.name, "level": self.level, "bar": BAR[self.level], "hits": self.hits}
        return {
            **found,
            **{name: {**asdict(share), "share": share.value} for name, share in shares.items()},
            "languages": self.by_language,
            "verdict": self.verdict,
        }


@dataclass(frozen=True)
class Ledger:
    """The rows by code, what was planted and found by kind, and what the labels say was false or missed."""

    rows: tuple[Row, ...]
    recall: Recall
    misses: tuple[str, ...]

    def of(self, verdict: str) -> list[Row]:
        return [row for row in self.rows if row.verdict == verdict]


def ledger(corpus: Path | None) -> Ledger:
    """Measures all rules, over the project's own texts and, where there is one, a corpus folder."""
    labelled = Labelled()
    labelled.add(None)
    if corpus is not None:
        labelled.add(corpus)
    found, planted = read(corpus), recall()
    rows = []
    for rule in load():
        one = found.get(rule.code)
        tally = planted.codes.get(rule.code)
        rows.append(
            Row(
                rule.code,
                rule.name,
                rule.level,
                *_labelled(labelled, rule),
                Share(one.right, one.judged) if one else Share(),
                one.hits if one else 0,
                Share(tally.hit, tally.positives) if tally else Share(),
                {language: _in(labelled, rule, language) for language in LANGUAGES} if rule.code in LABEL else {},
            )
        )
    return Ledger(tuple(rows), planted, tuple(labelled.misses))


def _labelled(labelled: Labelled, rule: type[Rule], language: str = "") -> tuple[Share, Share]:
    own, label = labelled.figures(rule.code, language)
    return Share(own.hit, own.hit + own.false), Share(label.hit, label.positives)


def _in(labelled: Labelled, rule: type[Rule], language: str) -> dict[str, Any]:
    precision, found = _labelled(labelled, rule, language)
    return {"labelled": asdict(precision), "label_recall": asdict(found)}


def figures(found: Ledger) -> str:
    """What stands in ``measured.toml``, from which ``smartlint rule`` shows a rule's figures."""
    lines = [
        "# Written by `python -m tests.accuracy --rules --write`: what is known of each rule.",
        "# labelled, read: right findings and judged ones; found, planted: errors that were found and those that there were.",
    ]
    for row in found.rows:
        shares = {"labelled": row.labelled, "read": row.read, "found_labelled": row.label_recall, "planted": row.planted}
        known = [f"{name} = [{share.part}, {share.whole}]" for name, share in shares.items() if share.whole]
        lines += ["", f"[{row.code}]", f'verdict = "{row.verdict}"', *known]
    return "\n".join(lines) + "\n"
