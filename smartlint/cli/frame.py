"""The language of the frame: of summaries, help, and what is said of a command that was not understood."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from smartlint.translation import LANGUAGES, fill, translate

#: Where the reader's environment says it, the first that says anything.
_FIRST = "LANGUAGE"
_VARIABLES = (_FIRST, "LC_ALL", "LC_MESSAGES", "LANG")
_OPTION = "--message-language"
#: The catalogue that has click's own sentences beside ours.
_DOMAIN = "smartlint"


def known(name: str) -> str:
    """A language as it is called here; ``no`` is bokmål."""
    return "nb" if name.lower() == "no" else name.lower()


def locale_language() -> str:
    """The language of the reader's environment, else English."""
    locales = next((value.split(":") for name in _VARIABLES if (value := os.environ.get(name))), [])
    languages = (known(re.split("[._@-]", locale)[0]) for locale in locales)
    return next((language for language in languages if language in LANGUAGES), "en")


def say(english: str, **params: Any) -> str:
    """A text of the frame in the reader's language, with its parameters."""
    language = locale_language()
    return fill(translate(english, language), params, language)


@contextmanager
def speaking(arguments: Sequence[str]) -> Iterator[None]:
    """Makes the frame's language that of the option ``--message-language``, which mistakes beside it are told in too.

    click takes its sentences from gettext, which goes by the environment: there it is written meanwhile, if it is not English.
    """
    language = _stated(arguments) or locale_language()
    if language == locale_language() == "en":
        yield
        return
    import gettext  # here: who reads English needs none

    before = os.environ.get(_FIRST)
    os.environ[_FIRST] = language
    gettext.bindtextdomain(_DOMAIN, str(Path(__file__).parents[1] / "locale"))
    gettext.textdomain(_DOMAIN)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_FIRST]
        else:
            os.environ[_FIRST] = before


def _stated(arguments: Sequence[str]) -> str:
    """The language that the command line asks for, "" where it asks for none that there is."""
    for at, argument in enumerate(arguments):
        option, equals, value = argument.partition("=")
        if option == _OPTION:
            value = known(value if equals else "".join(arguments[at + 1 : at + 2]))
            return value if value in LANGUAGES else ""
    return ""
