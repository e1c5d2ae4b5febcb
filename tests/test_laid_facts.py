"""Facts that are laid aside are what they were, whoever asks and in whatever order; few of them are at hand."""

from __future__ import annotations

import os
import pickle
from datetime import date
from random import Random

import pytest

from smartlint import laid_facts
from smartlint.facts import GoalFact
from smartlint.laid_facts import LaidFacts, Packed, packed
from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.settings import Settings
from smartlint.source import Span
from smartlint.swap import Swap
from tests.examples import EXAMPLES

LINTER = Linter(Settings(load(), date(2026, 2, 1)))
FACTS = [
    found
    for path in sorted(EXAMPLES.rglob("*.goals"))
    if (found := LINTER.judged_text(path.read_text("utf-8"), path.name).facts)
]


def laid(files: list[tuple[GoalFact, ...]]) -> list[tuple[GoalFact, ...]]:
    held = LaidFacts(Swap())
    return [held.facts(held.lay(facts[0].file, packed(facts))) for facts in files]


def test_they_are_what_they_were() -> None:
    assert laid(FACTS) == FACTS
    kept = [fact for facts in FACTS for fact in facts]
    found = [fact for facts in laid(FACTS) for fact in facts]
    for name in GoalFact.__match_args__:
        assert [getattr(fact, name) for fact in found] == [getattr(fact, name) for fact in kept]
        assert {type(getattr(fact, name)) for fact in found} == {type(getattr(fact, name)) for fact in kept}
    assert [fact.as_json() for fact in found] == [fact.as_json() for fact in kept]
    assert [(fact.name, repr(fact)) for fact in found] == [(fact.name, repr(fact)) for fact in kept]
    assert any(fact.owners and fact.supports and fact.target for fact in kept)


def test_they_can_be_asked_in_any_order() -> None:
    pairs = [pair for facts, kept in zip(laid(FACTS), FACTS, strict=True) for pair in zip(facts, kept, strict=True)]
    for _ in range(3):
        Random(1).shuffle(pairs)
        assert all((fact.statement, fact.span) == (kept.statement, kept.span) for fact, kept in pairs)


def test_each_is_another_one() -> None:
    found = laid([*FACTS, *FACTS])
    first = found[0][0]
    assert first == found[len(FACTS)][0]
    assert first not in found[1]
    assert len({fact for facts in found[: len(FACTS)] for fact in facts}) == sum(map(len, FACTS))
    assert isinstance(first, GoalFact)


def test_a_file_may_have_very_many() -> None:
    text = "".join(f"goal G{number}: Win {number} new customers\n" for number in range(100))
    facts = LINTER.judged_text(text, "a.goals").facts
    assert laid([facts]) == [facts]


def test_few_are_at_hand() -> None:
    held = LaidFacts(Swap())
    files = [held.lay(facts[0].file, packed(facts)) for facts in FACTS * 9]
    assert all(fact.head for numbers in files for fact in held.facts(numbers))
    assert 0 < len(held.at_hand) <= laid_facts._AT_HAND < len(files)


def test_what_somebody_holds_is_the_same_each_time_and_nothing_else_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laid_facts, "_MANY", 16)
    held = LaidFacts(Swap())
    files = [held.lay(facts[0].file, packed(facts)) for facts in FACTS * 40]
    kept = {at: held.facts(files[at])[-1] for at in range(0, len(files), 50)}
    whole = held.facts(files[1])
    for at, numbers in enumerate(files):
        fact = held.facts(numbers)[-1]
        assert kept.get(at, fact) is fact
    assert all(one is other for one, other in zip(held.facts(files[1]), whole, strict=True))
    alive = [one for one in held._there.values() if one() is not None]
    assert len(alive) == len(kept) + len(whole) + 1  # ``fact``
    assert len(held._there) <= 2 * len(alive) + 16


@pytest.mark.parametrize("value", [os.getcwd, GoalFact, Span(0, 1)], ids=["a function", "a class", "a record"])
def test_nothing_but_plain_values_is_loaded(value: object) -> None:
    held = LaidFacts(Swap())
    (fact,) = held.facts(held.lay("a.goals", Packed(1, [pickle.dumps([(value,)])])))
    with pytest.raises(pickle.UnpicklingError, match="is no plain value"):
        fact.id  # noqa: B018 - it is read when it is asked for
