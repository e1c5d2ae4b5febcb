"""Office documents are opened so that no file can harm who reads it; what is wrong with one is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.extracting import decode
from smartlint.source import Unreadable
from tests.readers.office import Sheet, word, workbook

BOOK = workbook({"Mål": Sheet([["Mål", "Eier"], ["Selge 9 kaker", "Kim Day"]])})
TEXT = word(["# Mål", "- Selge 9 kaker", [["Mål", "Eier"], ["Selge 9 kaker", "Kim Day"]]])
#: Parts that nobody reads, and that take long to pack.
_ASIDE = re.compile(r"docProps|theme|settings|Settings|fontTable|customXml|Content_Types|sectPr")
RELATIONS = '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def refused(data: bytes, path: str = "a.xlsx") -> str:
    with pytest.raises(Unreadable) as caught:
        decode(data, path)
    return caught.value.reason


@pytest.mark.parametrize("path", ["a.xlsx", "a.docx", "A.XLSM"])
def test_what_is_no_archive_or_broken_is_said(path: str) -> None:
    whole = BOOK if "x" in path.lower()[-2:] or path.endswith("M") else TEXT
    for data in (b"", b"goal: sell cakes", whole[:-30], whole[:200]):
        assert refused(data, path) == "no-package"


def test_an_archive_of_something_else_is_said() -> None:
    assert refused(archive({"a.txt": "x"})) == "other-package"
    assert refused(TEXT, "a.xlsx") == "other-package"
    assert refused(BOOK, "a.docx") == "other-package"


def test_what_office_wrote_before_2007_and_what_is_locked_is_said() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(old, "a.doc") == "old-office"
    assert refused(old, "a.xls") == "old-office"
    assert refused(old, "a.docx") == "old-office"
    assert refused(old + "EncryptedPackage".encode("utf-16-le"), "a.xlsx") == "locked"


@pytest.mark.parametrize(
    ("data", "path", "reason", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a.pdf", "other-format", "PDF"),
        (b"%PDF-1.7\n1 0 obj", "a.goals", "other-format", "PDF"),
        (b"{\\rtf1\\ansi Sign 9 clients}", "a.rtf", "other-format", "RTF"),
        (b"PK\x03\x04mimetype", "a.ods", "other-format", "ODS"),
        (b"PK\x03\x04mimetype", "plans/A.ODT", "other-format", "ODT"),
        (b"PK\x03\x04mimetype", "a.xls", "other-package", None),
        (b"\xd0\xcf\x11cut off", "a.xls", "old-office", None),
        (b"\xd0\xcf\x11cut off", "a.md", "encoding", None),
    ],
)
def test_documents_of_other_programs_are_called_by_their_name(data: bytes, path: str, reason: str, named: str | None) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data, path)
    assert (caught.value.reason, caught.value.data.get("format")) == (reason, named)


def test_a_text_may_have_the_ending_of_an_old_document() -> None:
    assert decode(b"goal: Sign 9 clients\n", "a.doc") == "goal: Sign 9 clients\n"


def test_a_small_archive_with_endless_contents_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smartlint.extracting.package.LIMIT", 1_000_000)
    bomb = archive({"_rels/.rels": RELATIONS, "xl/workbook.xml": b"<workbook>" + bytes(1_000_000)})
    assert len(bomb) < 10_000
    assert refused(bomb) == "unpacked"


def test_entities_are_refused() -> None:
    laughs = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]>'
    assert refused(archive({"_rels/.rels": laughs + RELATIONS})) == "broken-package"
    hidden = archive({"_rels/.rels": RELATIONS, "xl/workbook.xml": (laughs + "<workbook/>").encode("utf-16")})
    assert refused(hidden) == "broken-package"


def test_what_is_nested_without_end_is_refused() -> None:
    deep = f"<document><body>{'<sdt><sdtContent>' * 2000}<p/>{'</sdtContent></sdt>' * 2000}</body></document>"
    assert refused(archive({"_rels/.rels": RELATIONS, "xl/workbook.xml": deep}), "a.docx") == "broken-package"


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(["a.xlsx", "a.docx"]), st.data())
def test_whatever_stands_in_the_parts_it_is_read_or_refused(path: str, data: st.DataObject) -> None:
    whole = parts_of(BOOK if path == "a.xlsx" else TEXT)
    parts = {name: whole[name] for name in sorted(whole) if not _ASIDE.search(name)}
    name = data.draw(st.sampled_from(list(parts)))
    at = data.draw(st.integers(0, len(parts[name])))
    changed = data.draw(st.sampled_from([b"", b"<a", b"9", b"-1", b'"', b" r:id", b"\xff", b"99999999999", b"A"]))
    parts[name] = parts[name][:at] + changed + parts[name][at + data.draw(st.integers(0, 9)) :]
    with suppress(Unreadable):
        decode(archive(parts), path).encode()
