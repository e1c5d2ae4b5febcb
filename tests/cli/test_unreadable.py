"""Why a file cannot be read."""

from smartlint.cli.unreadable import why


def test_it_is_said_in_the_words_of_the_rule() -> None:
    assert why("missing", {}, "en") == "this file does not exist"
    assert why("binary", {"at": 7}, "en") == "this is no text file: byte 7 is zero"
