"""Why the system refused something is told in the language of the message."""

from __future__ import annotations

import errno

import pytest

from smartlint.system_errors import cause
from smartlint.translation import fill, translate


def test_what_is_usual_is_told_in_the_usual_words() -> None:
    assert cause(OSError(errno.EACCES, "Zugriff verweigert")) == "Permission denied"
    assert cause(FileNotFoundError(errno.ENOENT, "x")) == "No such file or directory"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOEXEC, "Exec {format} error"), "Exec {format} error"),
        (IsADirectoryError(None, "it is one of {these}"), "it is one of {these}"),
        (OSError("of no number"), "of no number"),
    ],
)
def test_the_rest_is_told_in_the_systems_own(error: OSError, told: str) -> None:
    assert fill("{reason}", {"reason": cause(error)}, "nb") == told


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "da"])
def test_it_is_translated_like_the_message_it_stands_in(language: str) -> None:
    reason = cause(PermissionError(errno.EACCES, "Permission denied"))
    assert fill("{reason}", {"reason": reason}, language) == translate("Permission denied", language)
