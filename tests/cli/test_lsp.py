from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest
from click.testing import CliRunner

from smartlint.cli.program import smartlint
from tests.lsp.client import process


def test_the_command_serves_over_standard_input_and_output(tmp_path: Path) -> None:
    (tmp_path / "a.goals").write_text("goal A: Sell 4 cakes\n  ownr: Ida Moe\n", "utf-8")
    with process(tmp_path, "--message-language", "sv") as client:
        client.begin(locale="en")
        (slip,) = (one for one in client.shown("a.goals") if one["code"] == "SYN002")
        assert "fält" in slip["message"]
        hover = client.ask("textDocument/hover", client.at("a.goals", 1, 3))
        assert hover["contents"]["value"].startswith("**SYN002 unknown-field**")
        client.ends()
    assert client.status == 0


def test_who_ends_it_without_a_word_before_gets_another_status(tmp_path: Path) -> None:
    with process(tmp_path) as client:
        client.begin()
        client.notify("exit")
    assert client.status == 1


def test_a_finding_leads_to_the_page_of_its_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMARTLINT_CACHE_DIR", str(tmp_path / "caches"))
    (tmp_path / "a.goals").write_text("goal A: Sell 4 cakes\n  ownr: Ida Moe\n", "utf-8")
    with process(tmp_path) as client:
        client.begin(locale="sv", textDocument={"publishDiagnostics": {"codeDescriptionSupport": True}})
        for found in client.shown("a.goals"):
            page = Path(url2pathname(urlparse(found["codeDescription"]["href"]).path)).read_text("utf-8")
            assert page.startswith(f"# {found['code']} {found['data']['name']}: ")
            assert "- Nivå: " in page
        client.ends()
    assert client.status == 0


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smartlint.cli.lsp.find_spec", lambda name: None if name == "pygls" else find_spec(name))
    run = CliRunner().invoke(smartlint, ["lsp"])
    assert run.exit_code == 2
    assert 'pip install "smartlint[lsp]"' in run.output
    assert "Traceback" not in run.output


@pytest.mark.parametrize("option", ["--config", "--policy"])
def test_a_file_that_is_not_there_is_said_before_it_serves(option: str) -> None:
    run = CliRunner().invoke(smartlint, ["lsp", option, "none.toml"])
    assert run.exit_code == 2
    assert "none.toml" in run.output


@pytest.mark.parametrize("port", ["0", "70000", "here"])
def test_a_port_is_a_number_of_a_port(port: str) -> None:
    assert CliRunner().invoke(smartlint, ["lsp", "--tcp", port]).exit_code == 2
