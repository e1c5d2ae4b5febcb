"""Messages that are broken, outdated or taken back: the server stays up."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from smartlint.lsp.protocol import Outdated
from tests.lsp.client import Client, within
from tests.lsp.conftest import BAKERY
from tests.lsp.test_server import PULLS, codes

CONTENT_MODIFIED, SERVER_CANCELLED, REQUEST_CANCELLED = -32801, -32802, -32800


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with within(folder) as client:
        yield client


def _futures() -> int:
    gc.collect()
    return sum(isinstance(one, Future) for one in gc.get_objects())


def _typed(client: Client, first: int, keys: int) -> None:
    for version in range(first, first + keys):
        client.types("bakery.goals", "\n" * version, version)
    client.ask("workspace/symbol", {"query": "K1"})


def test_of_keys_that_were_dealt_with_nothing_is_kept(folder: Path) -> None:
    with within(folder) as client:
        client.begin()
        client.opens("bakery.goals")
        _typed(client, 2, 10)
        before = _futures()
        _typed(client, 12, 50)
        assert _futures() < before + 10
        client.ends()


def test_who_asks_of_a_text_that_has_changed_is_told_what_to_do() -> None:
    assert Outdated("changed").error.code == CONTENT_MODIFIED
    again = Outdated("changed", again=True).error
    assert (again.code, again.data) == (SERVER_CANCELLED, {"retriggerRequest": True})


# --- bad input ----------------------------------------------------------------------------------------------------------


def test_an_unknown_question_is_an_error_and_no_end(client: Client) -> None:
    client.begin()
    assert client.answer("textDocument/wishful", {})["error"]["code"] == -32601
    client.notify("textDocument/wishful", {})
    assert client.ask("workspace/symbol", {"query": "K1"})


@pytest.mark.parametrize(
    "body",
    [b"{", b"[]", b"null", b'{"jsonrpc": "2.0"}', b'{"jsonrpc": "2.0", "method": 4}', b"\xff\xfe", b'{"id": 7, "method": "x"}'],
)
def test_a_broken_message_is_no_end(client: Client, body: bytes) -> None:
    client.begin()
    client.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    assert client.ask("workspace/symbol", {"query": "K1"})


@pytest.mark.parametrize("head", [b"Content-Length: many\r\n\r\n", b"Content-Length: -4\r\n\r\n", b"\r\n\r\n", b"hello\n"])
def test_a_broken_head_of_a_message_is_no_end(client: Client, head: bytes) -> None:
    client.begin()
    client.raw(head)
    client.opens("bakery.goals", "")
    assert codes(client.shown("bakery.goals", 1)) == {"SYN010"}
    assert client.ask("workspace/symbol", {"query": "K1"})


def test_a_question_with_wrong_parameters_is_an_error_and_no_end(client: Client) -> None:
    client.begin()
    assert "error" in client.answer("textDocument/hover", {"textDocument": 4})
    assert client.ask("workspace/symbol", {"query": "K1"})


def test_what_is_asked_of_a_text_that_has_changed_since_is_not_worked_out(client: Client) -> None:
    client.begin()
    client.opens("bakery.goals")
    keys = b"".join(
        client.typing("bakery.goals", BAKERY + "\n" * version, version)
        + client.asking(1000 + version, "textDocument/semanticTokens/full", client.about("bakery.goals"))
        for version in range(2, 30)
    )
    client.raw(keys)
    answers = [client.answered(1000 + version) for version in range(2, 30)]
    assert answers[-1]["result"]["data"]
    assert {one["error"]["code"] for one in answers if "error" in one} == {CONTENT_MODIFIED}
    assert sum("error" in one for one in answers) > 10


def test_who_asked_for_findings_of_a_text_that_has_changed_since_is_to_ask_again(client: Client) -> None:
    client.begin(**PULLS)
    client.opens("bakery.goals")
    keys = b"".join(
        client.asking(1000 + version, "textDocument/diagnostic", client.about("bakery.goals"))
        + client.typing("bakery.goals", BAKERY + "\n" * version, version)
        for version in range(2, 30)
    )
    client.raw(keys)
    errors = [one["error"] for one in (client.answered(1000 + version) for version in range(2, 30)) if "error" in one]
    assert {(one["code"], one["data"]["retriggerRequest"]) for one in errors} == {(SERVER_CANCELLED, True)}


def test_a_question_that_is_taken_back_is_answered_so(client: Client) -> None:
    client.begin()
    client.opens("bakery.goals")
    cancel = b"".join(
        client.asking(number, "textDocument/codeLens", client.about("bakery.goals"))
        + client.telling("$/cancelRequest", {"id": number})
        for number in range(900, 930)
    )
    client.raw(cancel)
    answers = [client.answered(number) for number in range(900, 930)]
    assert REQUEST_CANCELLED in {one["error"]["code"] for one in answers if "error" in one}
    client.ends()


def test_a_question_that_is_taken_back_is_no_end(client: Client) -> None:
    client.begin()
    client.send({"id": 900, "method": "workspace/symbol", "params": {"query": ""}})
    client.notify("$/cancelRequest", {"id": 900})
    client.notify("$/cancelRequest", {"id": 901})
    assert client.ask("workspace/symbol", {"query": "K1"})


@pytest.mark.parametrize("change", ["didChange", "didClose", "didSave"])
def test_what_happens_to_a_file_that_was_never_opened_is_no_end(client: Client, change: str) -> None:
    client.begin()
    params = {"textDocument": {"uri": client.uri("never.goals"), "version": 4}, "contentChanges": [{"text": "goal"}]}
    client.notify(f"textDocument/{change}", params)
    assert client.ask("workspace/symbol", {"query": "K1"})


def test_places_beyond_the_text_are_no_end(client: Client) -> None:
    client.begin()
    client.opens("bakery.goals", "")
    for question in ("hover", "completion", "definition", "prepareRename"):
        client.ask(f"textDocument/{question}", client.at("bakery.goals", 4000, 4000))
    client.ends()


def test_nothing_but_messages_is_written(client: Client) -> None:
    client.begin()
    client.opens("bakery.goals", "goal: \x00\x1b[2J " + "y" * 30_000)
    assert json.dumps(client.shown("bakery.goals"))
