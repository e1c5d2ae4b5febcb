"""The parse table is kept, and made again when the grammar or Lark is another one."""

from __future__ import annotations

import marshal
import shutil
from pathlib import Path

import pytest
from lark import Lark

import smartlint_grammar
from smartlint.policy import parse_table


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the table of a grammar of one's own is kept."""
    shutil.copy(Path(smartlint_grammar.__file__).parent / "policy.lark", tmp_path)
    (tmp_path / "languages").mkdir()
    monkeypatch.setattr(smartlint_grammar, "__file__", str(tmp_path / "__init__.py"))
    return tmp_path / "languages" / "compiled" / "policy.marshal"


def words(parser: Lark) -> list[str]:
    return [str(token) for token in parser.parse("a.b + 1").scan_values(lambda _: True)]


def test_a_table_is_kept_and_used(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert words(parse_table.load()) == ["a", ".", "b", "+", "1"]
    monkeypatch.setattr(Lark, "memo_serialize", lambda *_: pytest.fail("it is made again"))
    assert words(parse_table.load()) == ["a", ".", "b", "+", "1"]


@pytest.mark.parametrize("data", [b"", b"no table", marshal.dumps(("another grammar", ({}, {}))), marshal.dumps(7)])
def test_what_is_no_table_is_made_again(kept: Path, data: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(data)
    assert words(parse_table.load()) == ["a", ".", "b", "+", "1"]
    assert kept.read_bytes() != data


def test_another_grammar_has_another_table(kept: Path) -> None:
    parse_table.load()
    grammar = kept.parents[2] / "policy.lark"
    grammar.write_text(grammar.read_text("utf-8").replace('PLUS: "+"', 'PLUS: "plus"'), "utf-8")
    assert [str(token) for token in parse_table.load().parse("a plus b").scan_values(lambda _: True)] == ["a", "plus", "b"]


def test_where_nothing_may_be_written_it_is_done_without(kept: Path) -> None:
    kept.parent.write_text("no folder", "utf-8")
    assert words(parse_table.load()) == ["a", ".", "b", "+", "1"]
