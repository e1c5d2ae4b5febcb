"""How often good goals are disturbed: sentences labelled specific, quantified and not vague, with an owner and a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from smartlint.linter import Finding, Settings, choose, lint_texts
from smartlint.registry import load
from tests.accuracy.corpus import Case, sentences

#: What is asked of the sentence alone: that it is specific and measurable, and that its numbers agree.
FAMILIES = ("SPC", "MEA", "ARI")
#: The words that complete a sentence, in the languages of the corpus: the goal's, its owner's, its period's.
WORDS = {
    "en": ("goal", "owner", "period"),
    "nb": ("mål", "eier", "periode"),
    "nn": ("mål", "eigar", "periode"),
    "sv": ("mål", "ägare", "period"),
    "da": ("mål", "ejer", "periode"),
}
TODAY = date(2026, 2, 1)
#: The largest share that may be disturbed.
LIMIT = 0.02


#: A sentence may be clear and still be two goals or a mere attempt: the labels that ask for a finding of their own.
ASKED = {"compound": ("SPC006",), "hedge": ("SPC004", "SPC010"), "placeholder": ("SPC012",)}


@dataclass
class Quiet:
    """How many good sentences there were, and how many of them are two goals or an attempt by their labels; those that drew
    a finding no label asks for; how many drew only what their labels ask for."""

    count: int = 0
    flawed: int = 0
    disturbed: list[tuple[Case, list[Finding]]] = field(default_factory=list)
    asked: int = 0

    @property
    def share(self) -> float:
        return len(self.disturbed) / self.count if self.count else 0.0

    def failures(self) -> list[str]:
        """That too many are disturbed, in words."""
        return [f"good goals left in peace: {1 - self.share:.3f} < {1 - LIMIT}"] if self.share > LIMIT else []

    def lines(self) -> Iterator[str]:
        """Both shares in words, of all and without what labels ask for; then what is disturbed, and by what."""
        drawing = len(self.disturbed) + self.asked
        yield f"good goals that draw a finding: {drawing} of {self.count} ({drawing / (self.count or 1):.1%})"
        yield f"  right by label: {self.asked} (of {self.flawed} labelled as two goals, an attempt or a blank as well)"
        yield f"  false alarms: {len(self.disturbed)} of {self.count} ({self.share:.1%}; at most {LIMIT:.0%})"
        for case, found in self.disturbed:
            yield f"  {case.id:9} {case.text}"
            yield from (f"    {one.level} {one.rule.code} {one.message('en')}" for one in found)


def measure_quiet(corpus: Path | None) -> Quiet:
    """Judges the good sentences of our own set, or of a corpus folder, in the default profile."""
    settings = Settings(choose(load()), TODAY)
    quiet = Quiet()
    for case in sentences(corpus):
        if not is_good(case):
            continue
        goal, owner, period = WORDS[case.language]
        text = f"language: {case.language}\n{goal}: {' '.join(case.text.split())}\n  {owner}: Kim Lund\n  {period}: 2026\n"
        found = lint_texts({"quiet.goals": text}, settings).findings
        quiet.count += 1
        loud = [one for one in found if one.level != "info" and one.rule.code.startswith(FAMILIES)]
        asked = {code for label, codes in ASKED.items() if case.labels.get(label) for code in codes}
        unasked = [one for one in loud if one.rule.code not in asked]
        quiet.flawed += bool(asked)
        quiet.asked += bool(loud) and not unasked
        if unasked:
            quiet.disturbed.append((case, unasked))
    return quiet


def is_good(case: Case) -> bool:
    """Specific, quantified, and with no vague word, as labelled."""
    labels = case.labels
    return labels.get("specific") is True and labels.get("measurable") == "quantified" and labels.get("vague") == []
