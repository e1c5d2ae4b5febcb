"""What stands in goals moves, colours and reorders nothing where it is shown, and is no formula, markup or command there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest

from smartlint.reporters import FORMATS
from smartlint.review.outputs import ENDINGS
from tests.cli.samples import TODAY, Smartlint

#: Escapes for terminals, directions of writing, what nobody sees, what ends a line.
_UNSEEN = "\x1b[2J\x1b]0;owned\x07\u202e\u2066\u200b\u2028\x9b31m\b"
_MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:b) ![](x) `a` | ::error::b ##[error]c"
_TEXT = (
    f"team: =cmd|' /C calc'!A0 {_UNSEEN}\n\n"
    f'goal A{_UNSEEN}: =HYPERLINK("http://a") {_UNSEEN} {_MARKUP}\n  owner: +1+1 {_UNSEEN}{_MARKUP}\n  ownr{_UNSEEN}: @SUM(1)\n'
    f"goal B: -2+3 {_MARKUP} {_UNSEEN}\n  supports: A{_UNSEEN}\n"
)
_CHECK = ("check", ".", *TODAY, "--color", "never")
_SHOWN = [
    *((*_CHECK, "--output-format", name) for name in FORMATS),
    *((*_CHECK, "--output-format", name, "--statistics") for name in ("full", "json")),
    *((*_CHECK, "--output-format", name, "--show-evidence") for name in ("full", "json", "json-lines")),
    *(("graph", ".", "--output-format", name) for name in ("mermaid", "dot", "svg", "json")),
    ("review", ".", "--no-history"),
    *(("inspect", "a.goals", "--output-format", name) for name in ("text", "json")),
    *(("why", "a.goals:3", *TODAY, "--output-format", name) for name in ("text", "json")),
]
_MOVING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


@pytest.fixture(autouse=True)
def goals(folder: Path) -> None:
    (folder / "a.goals").write_text(_TEXT, "utf-8")


@pytest.mark.parametrize("command", _SHOWN)
def test_nothing_that_is_shown_moves_colours_or_reorders(command: tuple[str, ...], smartlint: Smartlint) -> None:
    run = smartlint(*command)
    assert run.status in (0, 1)
    assert not _MOVING.search(run.out + run.err)


@pytest.mark.parametrize("name", [name for name in FORMATS if "json" in name])
def test_programs_get_the_text_as_it_is(name: str, smartlint: Smartlint) -> None:
    out = smartlint(*_CHECK, "--output-format", name).out
    whole = [json.loads(one) for one in (out.splitlines() if name == "json-lines" else [out])]
    assert "\u202e" in json.dumps(whole, ensure_ascii=False)


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_review_holds_markup_or_formulas_of_others(ending: str, smartlint: Smartlint, folder: Path) -> None:
    file = folder / f"out.{ending}"
    assert smartlint("review", ".", *TODAY, "--no-history", "--output", str(file)).status == 0
    for text in _texts(file):
        assert not _MOVING.search(text)
        if ending == "html":
            assert "<script>alert" not in text
            assert "<img" not in text
        if ending == "csv":
            assert not re.search(r'(?:^|,)[" ]*[=@]', text, re.MULTILINE)
        if ending == "xlsx":
            assert not [one for one in fromstring(text).iter() if one.tag.endswith("}f")]


def _texts(file: Path) -> Iterator[str]:
    data = file.read_bytes()
    if not data.startswith(b"PK"):
        yield data.decode()
        return
    with ZipFile(BytesIO(data)) as opened:
        yield from (opened.read(name).decode() for name in opened.namelist() if name.endswith(".xml"))
