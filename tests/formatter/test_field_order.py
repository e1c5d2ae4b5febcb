"""The order of fields."""

from smartlint.formatter import formatted
from smartlint.formatter.field_order import ORDER
from smartlint.language.vocabulary import vocabulary


def test_every_field_has_its_place() -> None:
    names = {name for meanings in vocabulary().fields.values() for name, _ in meanings}
    assert sorted(ORDER) == sorted(names)


def test_a_field_takes_along_all_that_is_its_own() -> None:
    text = (
        "mål: Øke salget til 40\n  hvordan:\n    - Ringe\n\n    # først\n    - Skrive\n      eier: Per\n  hvorfor: fordi\n"
        "      det trengs\n  eier: Kari Nordmann\n"
    )
    assert formatted(text) == (
        "mål: Øke salget til 40\n  eier: Kari Nordmann\n  hvorfor: fordi\n      det trengs\n  hvordan:\n    - Ringe\n\n"
        "    # først\n    - Skrive\n      eier: Per\n"
    )


def test_what_stands_right_below_a_comment_stays_there() -> None:
    text = "goal: Sell 30 boats\n  # agreed with the board\n  why: we can\n  target: 30\n  owner: Ann Lee\n"
    assert formatted(text) == (
        "goal: Sell 30 boats\n  # agreed with the board\n  why: we can\n  owner: Ann Lee\n  target: 30\n"
    )


def test_a_section_goes_on_beginning_with_what_begins_it() -> None:
    text = "team: A\ngoal: x\n\ncurrency: NOK\nowner: Ann Lee\nteam: B\n\ngoal: y\n"
    assert formatted(text).index("team: B") > formatted(text).index("goal: x")
