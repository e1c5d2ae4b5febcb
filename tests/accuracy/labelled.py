"""The labelled column: precision and recall of the rules that a label decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from smartlint.linter import Finding, Settings, lint_texts
from smartlint.registry import load
from smartlint.rule import Rule
from tests.accuracy.materials import Sentence, labelled_sentences
from tests.accuracy.score import Table, Tally

#: The rules that a vague word belongs to, one each.
VAGUE = ("SPC001", "SPC002", "SPC003", "SPC008")


@dataclass(frozen=True)
class Decision:
    """What a label decides: whether these rules must find something in a sentence (None: the label is not there).

    Rules that share a label are precise each for itself, and find what there is together. ``kind`` is the kind of goal that
    the sentences are written as, if not their own.
    """

    label: str
    codes: tuple[str, ...]
    expected: Callable[[Sentence], bool | None]
    kind: str = ""


def _is(name: str, value: object, sentence: Sentence) -> bool | None:
    found = sentence.case.labels.get(name)
    return None if found is None else bool(found == value)


def _without_deadline(sentence: Sentence) -> bool | None:
    """Neither the sentence nor its context has one."""
    found = sentence.case.labels.get("deadline")
    return None if found is None else not found and not sentence.dated


def _without_owner(sentence: Sentence) -> bool | None:
    found = sentence.case.labels.get("owner")
    return None if found is None else not found and not sentence.owned


DECISIONS = (
    Decision("hedge", ("SPC004", "SPC010"), partial(_is, "hedge", True)),
    Decision("compound", ("SPC006",), partial(_is, "compound", True)),
    Decision("activity", ("SPC007",), partial(_is, "form", "activity"), kind="result-goal"),
    Decision("topic", ("SPC013",), partial(_is, "form", "topic")),
    Decision("placeholder", ("SPC012",), partial(_is, "placeholder", True)),
    Decision("measurable", ("MEA001",), partial(_is, "measurable", "no")),
    Decision("deadline", ("TIM001",), _without_deadline),
    Decision("owner", ("OWN001",), _without_owner),
    Decision("means", ("PLN001",), partial(_is, "means", False)),
)
#: The label that decides a rule.
LABEL = {code: one.label for one in DECISIONS for code in one.codes} | dict.fromkeys(VAGUE, "vague")


@dataclass
class Labelled:
    """Hits of each rule and of the rules of each label together, by language, and what was false or missed, in words."""

    rules: dict[str, Table] = field(default_factory=dict)
    labels: dict[str, Table] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, corpus: Path | None) -> None:
        """Judges our own sentences, or those of a corpus folder."""
        rules = {rule.code: rule for rule in load()}
        for kind in dict.fromkeys(("", *(decision.kind for decision in DECISIONS))):
            decisions = [decision for decision in DECISIONS if decision.kind == kind]
            codes = [code for decision in decisions for code in decision.codes] + ([] if kind else [*VAGUE])
            groups = list(_apart([rules[code] for code in codes if code in rules]))
            for sentence in labelled_sentences(corpus, kind):
                found = [one for group in groups for one in _lint(sentence, group)]
                for decision in decisions:
                    self._decide(decision, sentence, found)
                if not kind and "vague" in sentence.case.labels:
                    self._vague(sentence, found)

    def _decide(self, decision: Decision, sentence: Sentence, found: Sequence[Finding]) -> None:
        expected = decision.expected(sentence)
        if expected is None:
            return
        codes = {one.rule.code for one in found} & set(decision.codes)
        for code in decision.codes:
            if code in codes or len(decision.codes) == 1:
                self._rule(code, sentence, code in codes, expected)
        self._label(decision.label, sentence, bool(codes), expected)

    def _vague(self, sentence: Sentence, found: Sequence[Finding]) -> None:
        """Word by word: each finding lies over a labelled word, and over each such word lies one."""
        (text,) = sentence.material.files.values()
        start = text.rindex(" ".join(sentence.case.text.split()))
        places = []
        for words in sentence.case.labels["vague"]:
            at = text.find(" ".join(words.split()), start)
            places.append((at, at + len(" ".join(words.split()))))
        spans = [(one.place.span, one.rule.code) for one in found if one.rule.code in VAGUE and one.place.span.start >= start]
        for span, code in spans:
            over = any(span.start < end and at < span.end for at, end in places)
            self._rule(code, sentence, True, over, text[span.start : span.end])
        for at, end in places:
            hit = any(span.start < end and at < span.end for span, _ in spans)
            self._label("vague", sentence, hit, True, text[at:end])

    def _rule(self, code: str, sentence: Sentence, found: bool, expected: bool, word: str = "") -> None:
        self.rules.setdefault(code, Table()).add(sentence.case.language, found, expected)
        if found and not expected:
            self.misses.append(f"{code} false  {sentence.case.id:9} {word:12} {sentence.case.text}")

    def _label(self, label: str, sentence: Sentence, found: bool, expected: bool, word: str = "") -> None:
        self.labels.setdefault(label, Table()).add(sentence.case.language, found, expected)
        if expected and not found:
            self.misses.append(f"{label} missed {sentence.case.id:9} {word:12} {sentence.case.text}")

    def figures(self, code: str, language: str = "") -> tuple[Tally, Tally]:
        """The hits of a rule (for its precision), and those of its label (for the recall)."""
        rule, label = self.rules.get(code, Table()), self.labels.get(LABEL.get(code, ""), Table())
        return rule.tallies.get(language, Tally()), label.tallies.get(language, Tally())


def _lint(sentence: Sentence, rules: tuple[type[Rule], ...]) -> list[Finding]:
    """What is found in the goal itself, and not in its context."""
    result = lint_texts(sentence.material.files, Settings(rules, sentence.material.today))
    return [one for one in result.findings if one.place.span.start >= sentence.material.start]


def _apart(rules: Sequence[type[Rule]]) -> Iterator[tuple[type[Rule], ...]]:
    """The rules in groups in which none yields to another: a label says nothing of which finding stands in for which."""
    groups: list[list[type[Rule]]] = []
    for rule in rules:
        for group in groups:
            if not any(rule.code in one.yields_to or one.code in rule.yields_to for one in group):
                group.append(rule)
                break
        else:
            groups.append([rule])
    yield from map(tuple, groups)
