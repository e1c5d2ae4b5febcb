"""SARIF 2.1.0, the interchange format of static analysis: for code scanning, editors and archives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from smartlint import __version__
from smartlint.json_text import json_text
from smartlint.reporters import Look
from smartlint.reporters.address import uri
from smartlint.reporters.plain import listed
from smartlint.reporters.ruled import as_data

if TYPE_CHECKING:
    from smartlint.finding import Finding, Place, Result, Said
    from smartlint.rule import Rule
    from smartlint.source import Source, Span

ENCODING = "utf-8"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
#: What relative addresses start from: the folder of the run.
_ROOT = "SRCROOT"
#: What would be taken for a link to something that the tool says.
_LINK = "]("
_UP_TO_BRACKET = re.compile(r"[^\]]*(?:\]\(?)?")
_HEADING = re.compile("^#+ ", re.MULTILINE)
_FENCE = re.compile("^```.*\n", re.MULTILINE)


def report(result: Result, look: Look) -> Iterator[str]:
    """A log with a single run, each result on a line of its own."""
    log = _Log(result, look)
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [\n{{"tool": {{"driver": {json_text(log.driver())}}},\n'
    for name, value in log.facts().items():
        yield f'"{name}": {json_text(value)},\n'
    yield '"results": '
    yield from listed(log.results())
    yield "}]}\n"


class _Log:
    """A result in SARIF's words; rules and files are referred to by their number."""

    def __init__(self, result: Result, look: Look) -> None:
        self._result = result
        self._look = look
        every = [*result.findings, *result.suppressed, *(one.finding for one in result.waived), *result.baselined]
        found = [one.rule for one in every] + [notice.rule for notice in result.notices]
        self._rules: list[type[Rule]] = sorted({*look.run.rules(), *found}, key=lambda rule: (rule.code, rule.name))
        self._rule_numbers = {rule: number for number, rule in enumerate(self._rules)}
        paths = sorted({place.path for one in every for place in (one.place, *one.related)})
        self._file_numbers = {path: number for number, path in enumerate(paths)}

    def driver(self) -> dict[str, Any]:
        return {
            "name": "smartlint",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": [_descriptor(rule, self._look.frame) for rule in self._rules],
        }

    def facts(self) -> dict[str, Any]:
        """What is said of the run beside its results."""
        root = {"uri": uri(self._look.run.root)} if self._look.run.root else {}
        return {
            "language": self._look.frame,
            "columnKind": "unicodeCodePoints",
            "defaultEncoding": "UTF-8",
            "originalUriBaseIds": {_ROOT: {**root, "description": {"text": "The folder that smartlint was started in."}}},
            "invocations": [
                {
                    "executionSuccessful": self._look.run.status != 2,
                    "exitCode": self._look.run.status,
                    "toolExecutionNotifications": [self._notification(notice) for notice in self._result.notices],
                }
            ],
            "artifacts": [{"location": self._location(path), "roles": ["analysisTarget"]} for path in self._file_numbers],
            "properties": {"today": self._look.today.isoformat()},
        }

    def results(self) -> Iterator[dict[str, Any]]:
        for finding in self._result.findings:
            yield {**self._finding(finding), **({"baselineState": "new"} if self._result.compared else {})}
        for finding in self._result.baselined:
            yield {**self._finding(finding), "baselineState": "unchanged", "suppressions": [_excuse("external", "")]}
        for finding in self._result.suppressed:
            reason = finding.suppression.reason if finding.suppression else ""
            yield {**self._finding(finding), "suppressions": [_excuse("inSource", reason)]}
        for one in self._result.waived:
            yield {**self._finding(one.finding), "suppressions": [_excuse("external", one.waiver.reason)]}

    def _finding(self, finding: Finding) -> dict[str, Any]:
        language = self._look.of(finding)
        told = {
            "ruleId": finding.rule.code,
            "ruleIndex": self._rule_numbers[finding.rule],
            "level": _LEVELS[finding.level],
            "message": _message(_sentences(finding.message(language), finding.help(language))),
            "locations": [{"physicalLocation": self._place(finding.place), **_logical(finding)}],
            "partialFingerprints": {"smartlint/v1": finding.fingerprint},
        }
        if finding.related:
            told["relatedLocations"] = [
                {"id": number, "physicalLocation": self._place(place), "message": _message(finding.note(place, language))}
                for number, place in enumerate(finding.related, 1)
            ]
        if finding.ruling is not None:
            told["properties"] = {"policy": as_data(finding.ruling)}
        source = self._result.sources.get(finding.place.path)
        if source is not None and finding.fix is not None and finding.fix.applicability != "display":
            told["fixes"] = [self._fix(finding, source, language)]
        return told

    def _fix(self, finding: Finding, source: Source, language: str) -> dict[str, Any]:
        assert finding.fix is not None
        replaced = [
            {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.text}} for edit in finding.fix.edits
        ]
        change = {"artifactLocation": self._file(finding.place.path), "replacements": replaced}
        said = {"description": _message(finding.help(language) or finding.message(language))}
        return {**said, "artifactChanges": [change], "properties": {"applicability": finding.fix.applicability}}

    def _place(self, place: Place) -> dict[str, Any]:
        region = {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        }
        return {"artifactLocation": self._file(place.path), "region": region}

    def _file(self, path: str) -> dict[str, Any]:
        return {**self._location(path), "index": self._file_numbers[path]}

    def _location(self, path: str) -> dict[str, Any]:
        where = uri(path)
        return {"uri": where} if where.startswith("file:") else {"uri": where, "uriBaseId": _ROOT}

    def _notification(self, notice: Said) -> dict[str, Any]:
        rule = {"id": notice.rule.code, "index": self._rule_numbers[notice.rule]}
        return {"level": "note", "message": _message(notice.message(self._look.frame)), "associatedRule": rule}


def _excuse(kind: str, reason: str) -> dict[str, Any]:
    accepted = {"kind": kind, "status": "accepted"}
    return {**accepted, "justification": reason} if reason else accepted


def _region(source: Source, span: Span) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _logical(finding: Finding) -> dict[str, Any]:
    """The goal that is meant, where one is, and the cell of a sheet."""
    goal, cell = finding.goal, finding.place.label
    named = [{"name": goal[-1], "fullyQualifiedName": "/".join(goal), "kind": "goal"}] if goal else []
    named += [{"name": cell, "fullyQualifiedName": cell, "kind": "cell"}] if cell else []
    return {"logicalLocations": named} if named else {}


def _sentences(message: str, advice: str) -> str:
    """A message with its full stop, and what to write instead as a sentence."""
    first = message if message.endswith((".", "!", "?", "…")) else f"{message}."
    return f"{first} {advice[0].upper()}{advice[1:]}" if advice else first


def _message(text: str) -> dict[str, str]:
    pieces = _UP_TO_BRACKET.findall(text)
    return {"text": "".join([one.replace("[", r"\[") if one.endswith(_LINK) else one for one in pieces])}


def _descriptor(rule: type[Rule], language: str) -> dict[str, Any]:
    """What a viewer shows of a rule; its page is English."""
    title = rule.in_language(rule.title, language)
    page = cleandoc(rule.__doc__ or "") or title
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{title}."},
        "fullDescription": {"text": " ".join(page.partition("\n\n")[0].split())},
        "help": {"text": _FENCE.sub("", _HEADING.sub("", page)), "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.level], "enabled": rule.always or "smart" in rule.profiles},
        "properties": {"tags": [rule.status, *rule.profiles]},
    }
