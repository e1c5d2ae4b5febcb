"""Each format as those read it who get it: what was found, as path, line and code, in the format's own order."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from junitparser import Failure, JUnitXml, Skipped
from markdown_it import MarkdownIt
from sarif_pydantic import Sarif  # type: ignore[import-untyped]

Found = tuple[str, int, str]

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


def _json(text: str) -> Iterator[Found]:
    for found in json.loads(text)["findings"]:
        yield found["path"], found["line"], found["code"]


def _json_lines(text: str) -> Iterator[Found]:
    for line in text.removesuffix("\n").split("\n"):
        found = json.loads(line)
        if found["kind"] == "finding":
            yield found["path"], found["line"], found["code"]


def _sarif(text: str) -> Iterator[Found]:
    (run,) = Sarif.model_validate_json(text).runs
    for result in run.results or ():
        assert run.tool.driver.rules is not None
        assert result.rule_index is not None
        assert run.tool.driver.rules[result.rule_index].id == result.rule_id
        if not getattr(result, "suppressions", None):
            where = (result.locations or [])[0].physical_location
            assert where is not None
            assert where.artifact_location is not None
            assert where.region is not None
            yield (
                unquote(str(where.artifact_location.uri).removeprefix("file://")),
                where.region.start_line or 0,
                str(result.rule_id),
            )


def _gitlab(text: str) -> Iterator[Found]:
    issues = json.loads(text)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        yield issue["location"]["path"], issue["location"]["lines"]["begin"], issue["check_name"]


def _rdjson(text: str) -> Iterator[Found]:
    for found in json.loads(text)["diagnostics"]:
        yield found["location"]["path"], found["location"]["range"]["start"]["line"], found["code"]["value"]


def _junit(text: str) -> Iterator[Found]:
    for suite in JUnitXml.fromstring(text.encode()):
        for case in suite:
            where = case._elem.attrib
            if "file" in where and not any(isinstance(result, Skipped) for result in case.result):
                (code,) = re.findall(r"([A-Z]{3}\d{3}) [a-z-]+ \(\d+:\d+\)$", case.name)
                assert all(result.type == code for result in case.result if isinstance(result, Failure))
                yield where["file"], int(where["line"]), code


def _checkstyle(text: str) -> Iterator[Found]:
    for file in ET.parse(io.BytesIO(text.encode())).getroot():
        for error in file:
            yield file.attrib["name"], int(error.attrib["line"]), error.attrib["source"].rpartition(".")[2]


def unescaped(text: str, percent: str = "%25") -> str:
    """What a CI service makes of an escaped value."""
    for sign in "\r\n:,;]":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text.replace(percent, "%")


def _github(text: str) -> Iterator[Found]:
    for line in text.removesuffix("\n").split("\n"):
        if line:
            name, _, properties = line.split("::")[1].partition(" ")
            assert name in ("error", "warning", "notice")
            values = dict(pair.split("=", 1) for pair in properties.split(","))
            yield unescaped(values["file"]), int(values["line"]), values["title"].split()[0]


def _azure(text: str) -> Iterator[Found]:
    for line in text.removesuffix("\n").split("\n"):
        if line:
            told = line.removeprefix("##vso[task.logissue ").partition("]")[0]
            values = dict(pair.split("=", 1) for pair in told.removesuffix(";").split(";"))
            yield unescaped(values["sourcepath"], "%AZP25"), int(values["linenumber"]), values["code"]


def _markdown(text: str) -> Iterator[Found]:
    cells: list[str] = []
    for token in _MARKDOWN.parse(text):
        if token.type == "tr_open":
            cells = []
        for child in token.children or ():
            assert child.type in ("text", "softbreak", "text_special", "html_inline"), child
            assert child.type != "html_inline" or child.content in ("<br>", "<!-- -->"), child
        if token.type == "inline":
            cells.append("".join(child.content for child in token.children or () if child.type != "html_inline"))
        if token.type == "tr_close" and re.match(r"[A-Z]{3}\d{3} ", cells[1]):
            path, line, _ = cells[2].rsplit(":", 2)
            yield path, int(line), cells[1].split()[0]


def _full(text: str) -> Iterator[Found]:
    code = ""
    for line in text.split("\n"):
        head = re.match(r"\w+\[([A-Z]{3}\d{3})\]:", line)
        place = re.match(r" +--> (.*?):(\d+):\d+(?: \(goal .*\))?$", line)
        code = head[1] if head else code
        if place:
            yield place[1], int(place[2]), code


def _concise(text: str) -> Iterator[Found]:
    for line in text.split("\n"):
        found = re.match(r"(.*?):(\d+):\d+: (?:error|warning|info) ([A-Z]{3}\d{3}) ", line)
        if found:
            yield found[1], int(found[2]), found[3]


def _grouped(text: str) -> Iterator[Found]:
    path = ""
    for line in text.split("\n"):
        row = re.match(r"  +(\d+):\d+  \w+ +([A-Z]{3}\d{3})  ", line)
        if row:
            yield path, int(row[1]), row[2]
        elif not line.startswith("  "):
            path = line or path


READERS: dict[str, Callable[[str], Iterator[Found]]] = {
    "azure": _azure,
    "checkstyle": _checkstyle,
    "concise": _concise,
    "full": _full,
    "github": _github,
    "gitlab": _gitlab,
    "grouped": _grouped,
    "json": _json,
    "json-lines": _json_lines,
    "junit": _junit,
    "markdown": _markdown,
    "rdjson": _rdjson,
    "sarif": _sarif,
}


def read(name: str, data: bytes) -> list[Found]:
    """What a format says was found."""
    return list(READERS[name](data.decode("utf-8")))
