"""Messages in the reader's language, by gettext: the frame's own, and those that stand beside the rules."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("en", "nb", "nn", "sv", "da")
#: Languages whose numbers have a decimal comma; English has a point, and so has a language that falls back to it.
_COMMA = frozenset(LANGUAGES) - {"en"}


@lru_cache
def catalogue(package: str, language: str) -> NullTranslations:
    """The catalogue ``<package>/locale/<language>/LC_MESSAGES/<package>.mo``, or English where there is none."""
    from gettext import translation  # here: who reads English needs none

    module = sys.modules.get(package) or import_module(package)
    # a package without `__init__.py` has no file: it must not stand for the current folder, which holds the linted files
    home = Path(module.__file__).parent if module.__file__ else Path(next(iter(module.__path__)))
    return translation(package, str(home / "locale"), [language], fallback=True)


def translate(text: str, language: str, package: str = "smartlint") -> str:
    """A text of a package in a language; the English one where it is not translated."""
    return catalogue(package, language).gettext(text) if text and language != "en" else text


class Term(str):
    """A parameter that is an English text itself, with its own parameters: it is translated like the message."""

    def __new__(cls, english: str, **params: Any) -> Term:
        term = super().__new__(cls, fill(english, params, "en"))
        term.english, term.params = english, params
        return term

    english: str
    params: Mapping[str, Any]

    def spoken(self, language: str) -> str:
        """It in a language."""
        return fill(translate(self.english, language), self.params, language)


def number(value: float, language: str) -> str:
    """A number as the language writes it, with up to four decimals and thousands set apart: ``1 200``, ``2,5``."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:z,.4f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u00a0").replace(".", ",") if language in _COMMA else text


def fill(text: str, params: Mapping[str, Any], language: str) -> str:
    """A message with its parameters: days as ISO dates, numbers as the language writes them, lists joined by commas."""
    return text.format_map({name: _shown(value, language) for name, value in params.items()}) if params else text


def _shown(value: Any, language: str) -> str:
    if isinstance(value, Term):
        return value.spoken(language)
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, (int, float)):
        return number(value, language)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return ", ".join(_shown(item, language) for item in value)
    return str(value)
