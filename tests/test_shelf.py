"""Files wait on the shelf as they are or packed, and come out in order of path."""

import gc
import weakref
from datetime import date

import pytest

from smartlint import shelf
from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.rows import packed
from smartlint.settings import Settings
from smartlint.shelf import Shelf, Texts
from smartlint.source import Source
from smartlint.swap import Swap

LINTER = Linter(Settings(load(), date(2026, 2, 1)))
NAMES = ("b.goals", "c/a.goals", "a.goals", "å.goals")


@pytest.mark.parametrize("few", [0, 2, 9])
def test_they_come_in_order_with_all_that_is_known(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_FEW", few)
    held = Shelf(Swap(), all_live=False)
    for name in NAMES:
        held.put(LINTER.judged_text(f"goal {name[0].upper()}: Win 12 new customers in {name}\n", name))
    assert list(held.known()) == sorted(NAMES)
    assert [file.document.source.path for file in held.files()] == sorted(NAMES)
    assert [file.facts[0].id for file in held.files()] == ["A", "B", "C", "Å"]
    assert [held.source(name).text[:6] for name in NAMES] == ["goal B", "goal C", "goal A", "goal Å"]


def test_packed_ones_can_be_put_beside_others() -> None:
    held = Shelf(Swap(), all_live=True)
    live = LINTER.judged_text("goal A: Win\n", "a.goals")
    other = LINTER.judged_text("goal B: Win\n", "b.goals")
    held.put_row(packed(other), other.bench)
    held.put(live)
    assert [known.facts for known in held.known().values()] == [live.facts, other.facts]
    assert [file.facts for file in held.files()] == [live.facts, other.facts]


def test_texts_of_packed_files_are_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_FEW", 1)
    held = Shelf(Swap(), all_live=False)
    for name in NAMES:
        held.put(LINTER.judged_text(f"goal {name[0].upper()}: Win\n", name))
    held.known()
    texts = Texts(held.source, held.is_packed)
    for name in NAMES[:3]:
        texts[name] = held.source(name)
    texts["smartlint.toml"] = Source("[lint]\n", "smartlint.toml")
    assert list(texts) == [*NAMES[:3], "smartlint.toml"]
    assert [texts[name].text[:6] for name in texts] == ["goal B", "goal C", "goal A", "[lint]"]
    assert texts.get("å.goals") is None


def test_of_a_file_with_very_many_goals_no_more_is_kept_than_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_MANY", 3)
    held = Shelf(Swap(), all_live=False)
    file = LINTER.judged_text("".join(f"goal G{number}: Win {number} customers\n" for number in range(4)), "a.goals")
    facts, document = file.facts, weakref.ref(file.document)
    held.put(file)
    del file
    gc.collect()
    assert document() is None
    assert held.known()["a.goals"].facts == facts
    (kept,) = held.files()
    assert [goal.id.text for goal in kept.document.all_goals] == ["G0", "G1", "G2", "G3"]
    assert not any(goal.reading.words for goal in kept.document.all_goals)
