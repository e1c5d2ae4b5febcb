"""What files are called elsewhere."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.reporters import Run
from smartlint.reporters.address import in_checkout, uri


@pytest.mark.parametrize(
    ("path", "folder", "shown"),
    [
        ("a.goals", "", "a.goals"),
        ("a.goals", "plans/q2/", "plans/q2/a.goals"),
        ("../a.goals", "plans/q2/", "plans/a.goals"),
        ("/x/a.goals", "plans/q2/", "/x/a.goals"),
    ],
)
def test_a_file_is_named_from_the_top_of_the_checkout(path: str, folder: str, shown: str) -> None:
    assert in_checkout(path, Run(folder=folder)) == shown


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_an_address_is_the_path_again_once_it_is_read(path: str) -> None:
    told = urlsplit(uri(path))
    assert (told.netloc, told.query, told.fragment) == ("", "", "")
    assert told.scheme in ("", "file")
    assert unquote(told.path).removeprefix("/") == path.removeprefix("/")


def test_half_a_sign_is_told_as_one_that_cannot_be_shown() -> None:
    assert uri("a\ud800.goals") == "a%EF%BF%BD.goals"
