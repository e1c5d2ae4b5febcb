"""One goal or two: an "and" that joins outcomes, and one that joins nouns or tells the means."""

from __future__ import annotations

from smartlint.language.sentence import QUALITIES, REACH, VERBS, Sentence

_STOPS = frozenset(".;:!?")


def compound(sentence: Sentence) -> bool:
    """An "and" or comma with a verb or a quality on both sides; not noun pairs, nor an outcome and its means."""
    for at in range(1, len(sentence.tokens) - 1):
        token = sentence.tokens[at]
        if at in sentence.used or not (token.has("q.and", "p.and") or token.text in (",", ";")):
            continue
        if any(one.has("means.verb", "means.phrase", "means.clause") for one in sentence.tokens[:at]):
            return False
        after = _clause(sentence, at + 1)
        if after and _joins(sentence, _clause(sentence, _start_of(sentence, at)), after):
            return True
    return False


def _joins(sentence: Sentence, before: frozenset[str], after: frozenset[str]) -> bool:
    verbs = bool(before & VERBS), bool(after & VERBS)
    qualities = bool(before & QUALITIES), bool(after & QUALITIES)
    return all(verbs) or all(qualities) or (verbs[0] and "comparative" in after and not verbs[1])


def _start_of(sentence: Sentence, at: int) -> int:
    start = at
    while start and sentence.tokens[start - 1].text not in _STOPS:
        start -= 1
    return start


def _clause(sentence: Sentence, start: int) -> frozenset[str]:
    """The lists of the verb or quality that a clause begins with, over a modal and a short subject."""
    for at in range(start, min(start + REACH, len(sentence.tokens))):
        token = sentence.tokens[at]
        if token.kind == "sign":
            break
        found = sentence.kinds.get(at, set()) & (VERBS | QUALITIES)
        if token.has("multiple"):
            found = found | {"increase"}
        if found:
            return frozenset(found) if at - start < 2 or found & VERBS else frozenset()
    return frozenset()
