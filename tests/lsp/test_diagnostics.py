from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lsprotocol.types import DiagnosticSeverity, DiagnosticTag

from smartlint.lsp.diagnostics import Diagnostics, mistakes
from smartlint.lsp.session import Session
from tests.lsp.conftest import Starts


def shown_of(session: Session) -> dict[str, list[dict[str, Any]]]:
    """What is sent of each file."""
    found = Diagnostics(session).of(session.workspace.result())
    return {path: [json.loads(one) for one in sent] for path, sent in found.items()}


def test_every_finding_is_shown_with_code_place_and_level(session: Session) -> None:
    result = session.workspace.result()
    shown = shown_of(session)
    assert sum(map(len, shown.values())) == len(result.findings)
    (slip,) = (one for one in shown["bakery.goals"] if one["code"] == "SYN002")
    assert slip["range"] == {"start": {"line": 9, "character": 2}, "end": {"line": 9, "character": 6}}
    assert slip["severity"] == DiagnosticSeverity.Warning
    assert slip["source"] == "smartlint"
    assert "`ownr`" in slip["message"]
    assert slip["data"]["name"] == "unknown-field"


def test_messages_are_in_the_editors_language(starts: Starts) -> None:
    session = starts(locale="sv")
    shown = shown_of(session)
    (slip,) = (one for one in shown["bakery.goals"] if one["code"] == "SYN002")
    assert "fält" in slip["message"]


def test_without_a_known_language_messages_are_in_that_of_the_file(starts: Starts) -> None:
    session = starts(locale="fr")
    found = shown_of(session)
    assert session.language_of("bakery.goals", "nb") == "nb"
    assert found


def test_the_configuration_decides_before_the_editor(folder: Path, starts: Starts) -> None:
    (folder / "smartlint.toml").write_text('message-language = "da"\n', "utf-8")
    assert starts(locale="sv").language_of("bakery.goals", "en") == "da"
    assert starts(locale="sv", language="nn").language_of("bakery.goals", "en") == "nn"


def test_other_places_that_matter_are_shown_too(folder: Path, session: Session) -> None:
    (folder / "bakery.goals").write_text("goal A1: Sell 4 cakes\n  owner: Ida Moe\n  owner: Bo Li\n", "utf-8")
    shown = shown_of(session)
    (twice,) = (one for one in shown["bakery.goals"] if one["code"] == "SYN003")
    (related,) = twice["relatedInformation"]
    assert related["location"]["uri"] == (folder / "bakery.goals").as_uri()
    assert related["location"]["range"]["start"] == {"line": 1, "character": 2}


def test_a_comment_that_hides_nothing_is_greyed_out(folder: Path, session: Session) -> None:
    (folder / "bakery.goals").write_text("goal A1: Sell 4 cakes  # smartlint: ignore[SYN001] -- no\n", "utf-8")
    shown = shown_of(session)
    assert [DiagnosticTag.Unnecessary] in [one.get("tags") for one in shown["bakery.goals"]]


def test_who_asks_for_it_is_said(folder: Path, session: Session) -> None:
    policy = '[[policy]]\nname = "watched"\nselect = ["TIM008"]\nenforcement = "mandatory"\nreason = "we look every month"\n'
    (folder / "smartlint.toml").write_text(policy, "utf-8")
    shown = shown_of(session)
    assert session.workspace.mistakes == ()
    (watched,) = (one for one in shown["bakery.goals"] if one["code"] == "TIM008")
    assert "policy: `watched` (mandatory" in watched["message"]


def test_mistakes_of_a_configuration_stand_in_it(folder: Path, session: Session) -> None:
    (folder / "smartlint.toml").write_text('# ours\nprofil = "okr"\n', "utf-8")
    session.workspace.result()
    (sent,) = mistakes(session, session.workspace.mistakes)["smartlint.toml"]
    mistake = json.loads(sent)
    assert mistake["range"]["start"] == {"line": 1, "character": 0}
    assert mistake["severity"] == DiagnosticSeverity.Error
