from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lsprotocol.types import DiagnosticSeverity, DiagnosticTag
from pygls.uris import to_fs_path

from smartlint.cli.configured import configurations
from smartlint.lsp.diagnostics import Diagnostics, first_mistake, mistakes
from smartlint.lsp.pages import Pages
from smartlint.lsp.session import Session
from tests.lsp.conftest import BAKERY, Starts


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


def test_a_finding_leads_to_the_page_of_its_rule_where_the_editor_opens_pages(folder: Path, starts: Starts) -> None:
    pages = Pages(folder / "caches", lambda rule, language: f"{rule.code} in {language}")
    for one in shown_of(starts(locale="sv", pages=pages))["bakery.goals"]:
        page = to_fs_path(one["codeDescription"]["href"])
        assert page is not None
        assert Path(page).read_text("utf-8") == f"{one['code']} in sv\n"
    assert not any("codeDescription" in one for one in shown_of(starts())["bakery.goals"])


def test_places_are_right_whether_all_signs_of_a_text_count_alike_or_not(folder: Path, session: Session) -> None:
    shown = Diagnostics(session)
    for version, (text, column) in enumerate(
        (("", 14), ("\n# 😀\n", 14), ("\n", 14), ("# å\n", 14), ("\n\n# 😀\n", 14), ("\n\n# a\n", 14)), 2
    ):
        session.workspace.open(folder / "bakery.goals", f"{text}goal B2: Bake better buns\n  owner: Ida Moe\n", version)
        found = [json.loads(one) for one in shown.of(session.workspace.result())["bakery.goals"]]
        (vague,) = (one for one in found if one["code"] == "MEA001")
        assert vague["range"]["start"] == {"line": text.count("\n"), "character": column}


def test_a_line_may_end_where_only_editors_see_an_end(folder: Path, session: Session) -> None:
    shown = Diagnostics(session)
    texts = [f"goal A: Sell 40 loaves{end} by June\n  owner: Bo\ngoal B: Bake better\n" for end in ("", "\r", " ", "\r", "")]
    for version, text in enumerate(texts, 2):
        session.workspace.open(folder / "bakery.goals", text, version)
        found = shown.of(session.workspace.result())["bakery.goals"]
        assert found == Diagnostics(session).of(session.workspace.result())["bakery.goals"]


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


def test_what_comes_of_a_mistake_is_told(folder: Path, session: Session) -> None:
    settings = folder / "smartlint.toml"
    settings.write_text('[lint]\nselekt = ["SYN"]\n', "utf-8")
    session.workspace.result()
    assert first_mistake(session) == (
        "smartlint.toml, line 2: unknown key `selekt` under `lint`. Did you mean `select`?"
        " Files that this configuration is for are not judged before it is right."
    )
    settings.write_text("", "utf-8")
    session.workspace.refresh()
    session.workspace.result()
    assert first_mistake(session) == ""
    settings.write_text("profile = 4\n", "utf-8")
    session.workspace.refresh()
    session.workspace.result()
    assert first_mistake(session).endswith(". The last configuration without mistakes stays in force.")


def test_a_mistake_that_two_folders_share_is_told_once(folder: Path, session: Session) -> None:
    (folder / "base.toml").write_text("profile = 4\n", "utf-8")
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "smartlint.toml").write_text('extend = "../base.toml"\n', "utf-8")
        (folder / name / "plan.goals").write_text(BAKERY, "utf-8")
    (folder / "one" / "smartlint.toml").write_text('extend = "../base.toml"\npolicies = ["../none.toml"]\n', "utf-8")
    known = session.workspace
    known.result()
    assert len(known.mistakes) == len({(one.order, one.text("en")) for one in known.mistakes})
    assert {path.partition("/")[0] for path in known.files} == {"bakery.goals", "kitchen.goals"}


def test_a_mistake_in_an_option_names_it_and_stands_in_no_file(folder: Path, session: Session) -> None:
    session.workspace._configure = lambda: configurations(["profile=nope"], isolated=False)
    assert session.workspace.result().findings == []
    assert first_mistake(session).startswith("--config: ")
    assert first_mistake(session).endswith(" Nothing is judged.")
    assert mistakes(session, session.workspace.mistakes) == {}


def test_mistakes_of_a_configuration_stand_in_it(folder: Path, session: Session) -> None:
    (folder / "smartlint.toml").write_text('# ours\nprofil = "okr"\n', "utf-8")
    session.workspace.result()
    (sent,) = mistakes(session, session.workspace.mistakes)["smartlint.toml"]
    mistake = json.loads(sent)
    assert mistake["range"]["start"] == {"line": 1, "character": 0}
    assert mistake["severity"] == DiagnosticSeverity.Error
