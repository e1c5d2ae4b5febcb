from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import Position

from smartlint.finding import Place
from smartlint.lsp.session import Session
from smartlint.source import Source, Span


@pytest.mark.parametrize("name", ["plan.goals", "mål for året/vår 😀.goals", "a#b%20c.goals"])
def test_an_address_and_its_path_lead_to_one_another(session: Session, folder: Path, name: str) -> None:
    uri = (folder / name).as_uri()
    assert session.path(uri) == name
    assert session.place(session.uri(name)) == folder / name


@pytest.mark.parametrize("uri", ["file:///a%00b.goals", "untitled:a\0b"])
def test_an_address_that_no_file_can_have_keeps_nothing_from_being_judged(session: Session, uri: str) -> None:
    session.path(uri)
    session.workspace.open(session.place(uri), "goal A: Be good\n", is_goals=True)
    assert session.path(uri) in {finding.place.path for finding in session.workspace.result().findings}


def test_the_address_is_told_as_the_editor_writes_it(session: Session, folder: Path) -> None:
    uri = (folder / "bakery.goals").as_uri().replace("bakery", "%62akery")
    assert session.path(uri) == "bakery.goals"
    assert session.uri("bakery.goals") == uri


def test_a_text_without_a_file_has_a_name_too(session: Session) -> None:
    assert session.path("untitled:Untitled-1") == "Untitled-1"
    assert session.uri("Untitled-1") == "untitled:Untitled-1"


def test_places_are_those_of_the_text_that_is_open(session: Session, folder: Path) -> None:
    text = "\n\ngoal A: Sell 4 cakes\n"
    session.workspace.open(folder / "bakery.goals", text)
    place = Place.of(Source(text, "bakery.goals"), Span(2, 6))
    assert session.range(place).start == Position(2, 0)


def test_params_are_filled_in(session: Session) -> None:
    assert session.say("Also written: {words}", words=["a", "b"]) == "Also written: a, b"
