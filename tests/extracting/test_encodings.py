"""Tables as spreadsheets save them: UTF-8 with and without a mark, UTF-16, and the code page of Western Windows."""

from __future__ import annotations

import pytest

from smartlint.extracting import decode
from smartlint.source import Unreadable

TEXT = "Mål;Ansvarlig\r\nØke salget på “nett” – 10 €;Åse\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_are_read_in_each_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.csv") == TEXT


def test_utf_16_of_either_order() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.tsv") == TEXT
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le"), "a.TSV") == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xfea", "encoding"),
        (b"a;\x00b", "binary"),
        (b"caf\x81", "encoding"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "utf-32"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data, "a.csv")
    assert caught.value.reason == reason


def test_other_files_are_utf_8_alone() -> None:
    with pytest.raises(Unreadable):
        decode(TEXT.encode("cp1252"), "a.goals")
    assert decode(TEXT.encode(), "a.goals") == TEXT
