"""Small files that would fill the memory or take hours are refused, or read, within limits of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.extracting.test_package import archive
from tests.hostile.limited import answers
from tests.hostile.test_packed import _BOOK, _TEXT

_MEGABYTE = 1024 * 1024
#: What a command may take beside the tests, in megabytes and seconds: a slow machine with other work is allowed for.
_MOST, _LONGEST = 700, 60

Data = str | Mapping[str, str]


def _book(sheet: str, **more: str) -> Data:
    return {**_BOOK, "xl/a.xml": sheet, **{f"xl/{name}.xml": text for name, text in more.items()}}


def _rows(rows: str) -> Data:
    return _book(f"<worksheet><sheetData>{rows}</sheetData></worksheet>")


def _word(body: str) -> Data:
    return {**_TEXT, "word/document.xml": f"<document><body>{body}</body></document>"}


#: What is said of each, by what it is: the name of the file, and what makes it.
REFUSED: dict[str, tuple[str, Callable[[], Data], str]] = {
    "blanks in a sheet": ("a.xlsx", lambda: _book(" " * 49 * _MEGABYTE), "48 MB"),
    "blanks in a document": ("a.docx", lambda: _word(" " * 49 * _MEGABYTE), "48 MB"),
    "shared texts": ("a.xlsx", lambda: _book("<worksheet/>", t="<si/>" * (10 * _MEGABYTE)), "48 MB"),
    "empty cells": ("a.xlsx", lambda: _rows("<c/>" * (11 * _MEGABYTE)), "1,700,000 cells"),
    "cells with a style": ("a.xlsx", lambda: _rows('<row><c r="A1" s="1"/></row>' * 1_000_000), "1,700,000 cells"),
    "empty paragraphs": ("a.docx", lambda: _word("<p/>" * (11 * _MEGABYTE)), "1,700,000 cells"),
    "attributes": ("a.docx", lambda: _word("<p " + 'a="1" ' * 4_000_000 + "/>"), "1,700,000 cells"),
    "entities of entities": (
        "a.xlsx",
        lambda: _book(
            '<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">'
            + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
            + "]><worksheet><sheetData><row><c><v>&a11;</v></c></row></sheetData></worksheet>"
        ),
        "DOCTYPE",
    ),
    "tables in tables": ("a.docx", lambda: _word("<tbl><tr><tc>" * 100_000 + "</tc></tr></tbl>" * 100_000), "depth"),
    "maps in maps of maps": (
        "a.yaml",
        lambda: (
            "a0: &a0 {"
            + ", ".join(f"k{n}: 1" for n in range(3000))
            + "}\n"
            + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], j{n}: 1}}\n" for n in range(1, 3000))
            + "goals: *a0\n"
        ),
        "too often",
    ),
    "lists in lists of YAML": ("a.yaml", lambda: "goals: " + "[" * 1_000_000, "nested too deeply"),
    "keys in keys of YAML": ("a.yaml", lambda: "goals:\n" + "? " * 1_000_000, "nested too deeply"),
    "lists in lists of JSON": ("a.json", lambda: '{"goals":' + "[" * 1_000_000, "nested too deeply"),
    "maps in maps of JSON": ("a.json", lambda: '{"goals":' * 1_000_000, "nested too deeply"),
    "lists in lists of TOML": ("a.toml", lambda: "goals = " + "[" * 2_000_000, "nested too deeply"),
    "names in names of TOML": ("a.toml", lambda: "[goals." + "a." * 500_000 + "a]\n", "nested too deeply"),
    "lines": ("a.md", lambda: "\n" * 3_000_000, "2,000,000 lines"),
    "rows": ("a.csv", lambda: "Goal,Owner\n" + "\n" * 60_000_000, "2,000,000 lines"),
    "more than anybody writes": ("a.goals", lambda: "\n" * (65 * _MEGABYTE), "64 MB"),
}
#: What is read, for all that: there is no goal in it, or one.
READ: dict[str, tuple[str, Callable[[], Data]]] = {
    "a million empty rows": ("a.xlsx", lambda: _rows("".join(f'<row r="{n}"/>' for n in range(1, 1_048_577)))),
    "empty columns": ("a.xlsx", lambda: _rows(f"<row>{'<c/>' * 100_000}</row>")),
    "aliases of aliases": (
        "a.yaml",
        lambda: (
            "x0: &a0 [{goal: Sell 9 cakes}]\n"
            + "".join(f"x{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 60))
            + "goals: *a59\n"
        ),
    ),
}


def _checked(folder: Path, name: str, data: Data) -> tuple[int | None, str]:
    """What a check of a file comes to, within the limits."""
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else archive(data))
    call = ["check", name, "--isolated", "--no-cache", "--output-format", "concise", "--select", "SYN"]
    (answer,) = answers([call], seconds=_LONGEST, megabytes=_MOST)
    assert not answer.broken, answer
    assert "INT001" not in answer.said
    return answer.status, answer.said


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.timeout(2 * _LONGEST)
def test_it_is_refused(kind: str, folder: Path) -> None:
    name, make, why = REFUSED[kind]
    status, said = _checked(folder, name, make())
    assert status in (1, 2), said
    assert "SYN009" in said
    assert why in said


@pytest.mark.timeout(2 * _LONGEST)
def test_a_file_of_a_billion_lines_is_not_even_opened(folder: Path) -> None:
    with (folder / "a.goals").open("wb") as stream:
        stream.truncate(10**10)
    (answer,) = answers([["check", "a.goals", "--no-cache"]], seconds=_LONGEST, megabytes=100)
    assert not answer.broken
    assert "64 MB" in answer.said


@pytest.mark.parametrize("kind", READ)
@pytest.mark.timeout(2 * _LONGEST)
def test_it_is_read(kind: str, folder: Path) -> None:
    name, make = READ[kind]
    status, said = _checked(folder, name, make())
    assert status in (0, 1), said
    assert "SYN009" not in said
