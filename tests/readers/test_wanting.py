"""Sentences of running text: what is wanted in them, and what is only talked about."""

from __future__ import annotations

import pytest

from smartlint.readers.wanting import aims, answering, intends


@pytest.mark.parametrize(
    "text", ["By June we want 9 shops", "Innen juni skal alle vite hva de skal gjøre", "Vi vill ha tre båtar", "Alle skal med"]
)
def test_something_is_wanted(text: str) -> None:
    assert intends(text)


@pytest.mark.parametrize(
    "text",
    [
        "We talked about what we should do first",
        "Styret har drøftet hva som skal komme først",
        "Styret drøfta korleis vi skal gjere det",
        "Vi har talat om vad som ska göras",
        "Ledelsen har drøftet, hvad der skal være i fokus",
        "We do not want more shops",
    ],
)
def test_something_is_talked_about(text: str) -> None:
    assert not intends(text)


def test_who_answers() -> None:
    assert answering("The vicar is responsible.") == "The vicar"
    assert answering("The vicar, as all of us know since May, is responsible for the roof.") == ""


def test_a_sentence_that_names_its_aim() -> None:
    assert aims("Our goal is to sell 9 cakes")
    assert not aims("Nine goals were scored")
