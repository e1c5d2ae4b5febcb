"""Which rules speak of which quality."""

from smartlint.registry import load
from smartlint.review.qualities import KINDS, OVERLAPPING, id_of, kind_of

#: Families whose findings are about texts, configurations and the program, and say nothing of a goal's quality.
HOUSEKEEPING = {"SYN", "SUP", "WAI", "CFG", "INT"}


def test_the_first_five_are_smart() -> None:
    assert "".join(kind.letter for kind in KINDS) == "SMART"
    assert [kind.letter for kind in KINDS[:5]] == list("SMART")


def test_every_rule_speaks_of_one_or_is_housekeeping() -> None:
    letters = {rule.code.rstrip("0123456789") for rule in load()}
    families = [letters for kind in KINDS for letters in kind.families]
    assert len(families) == len(set(families))
    assert letters - set(families) == HOUSEKEEPING
    assert set(families) <= letters


def test_a_rule_of_the_house_speaks_of_none() -> None:
    assert kind_of("ACM001") is None
    assert (id_of("ACM001"), id_of("TIM001"), id_of("ARI003")) == ("", "time-bound", "measurable")


def test_what_overlaps_is_one_of_them() -> None:
    assert OVERLAPPING in {kind.id for kind in KINDS}
