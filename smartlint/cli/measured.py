"""How often a rule is right, as its package states it in ``measured.toml``: for the page of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from smartlint.translation import number, translate

if TYPE_CHECKING:
    from smartlint.rule import Rule

#: The figures of a rule, each with what it says: the first number is of those that were right or found, the second of all.
_MEASURES = {
    "read": "{part} of {whole} findings right, as judged by readers",
    "labelled": "{part} of {whole} findings right, on labelled goals",
    "found_labelled": "{part} of {whole} found, on labelled goals",
    "planted": "{part} of {whole} found, of errors planted in good goals",
}


def measured(rule: type[Rule]) -> dict[str, Any]:
    """What is known of a rule: its ``verdict``, and pairs of numbers by measure; empty where its package says nothing."""
    return dict(_of_package(rule.__module__.partition(".")[0]).get(rule.code, {}))


@cache
def _of_package(package: str) -> dict[str, dict[str, Any]]:
    import tomllib  # here, so that other commands do not wait for it

    try:
        return tomllib.loads(files(package).joinpath("measured.toml").read_text("utf-8"))
    except (OSError, ModuleNotFoundError):
        return {}


def lines(rule: type[Rule], language: str) -> Iterator[str]:
    """The figures in the reader's language, each a sentence without its full stop."""
    figures = measured(rule)
    for name, text in _MEASURES.items():
        if name in figures:
            part, whole = (number(each, language) for each in figures[name])
            yield translate(text, language).format(part=part, whole=whole)
    if figures.get("verdict") == "unmeasured":
        yield translate("too few findings to say how often it is right", language)
