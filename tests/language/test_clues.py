import pytest

from smartlint.language.clues import Clues
from smartlint.language.pack import CODES, load


@pytest.mark.parametrize("code", CODES)
def test_the_pack_of_every_language_has_clues(code: str) -> None:
    clues = load(code).clues
    assert isinstance(clues, Clues)
    assert clues.noun_endings
    assert clues.present
    assert clues.be


def test_clues_are_sets_of_words_and_tuples_of_endings() -> None:
    clues = load("en").clues
    assert "publishing".endswith(clues.noun_endings)
    assert {"website", "report"} <= clues.built
    assert "people" in clues.many
