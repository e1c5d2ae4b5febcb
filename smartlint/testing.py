"""The kit with which every rule is tested, ours and anybody's.

A case is goal text in which ``⟦…⟧`` marks the place of each expected finding, in order of place::

    check_rule(
        MissingOwner,
        valid=["goal: Win 10 customers by 1 June\\n  owner: Kari Nordmann\\n"],
        invalid=[Invalid("⟦goal⟧: Win 10 customers by 1 June\\n", "missing")],
    )

Strict: a case that is given twice, an unmarked place, a finding too many or too few, a wrong message or parameter, a
parameter that the message does not name, a text that cannot be read: each fails.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from inspect import cleandoc
from itertools import pairwise
from typing import Any, ClassVar

from smartlint.contract import faults
from smartlint.fixing import apply
from smartlint.linter import Finding, Linter, Result, Settings
from smartlint.record import dataclass, field
from smartlint.rule import ProblemRule, Rule
from smartlint.source import Span
from smartlint.translation import LANGUAGES

#: The day on which cases and the examples of rule pages are judged.
TODAY = date(2026, 2, 1)
_MARK = re.compile("[⟦⟧]")
_BLOCK = re.compile(r"^```goals(?:[ \t]+(?P<path>\S+))?[ \t]*\n(?P<text>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)

#: One file, or several by path.
Texts = str | Mapping[str, str]


@dataclass(frozen=True)
class Invalid:
    """A case that must be found: marked text, the message id of each mark (one for all, or one each), parameters.

    ``params`` are compared where given; ``level`` too, if not empty; ``fixed`` is the text with the edits of the first
    finding's fix.
    """

    text: Texts
    message_id: str | Sequence[str]
    params: Mapping[str, Any] = field(default_factory=dict)
    level: str = ""
    fixed: str = ""


def unmark(text: str) -> tuple[str, list[Span]]:
    """A text without its marks, and the spans they stood around, in order of their start."""
    spans: list[Span] = []
    opened: list[int] = []
    plain: list[str] = []
    length = last = 0
    for mark in _MARK.finditer(text):
        piece = text[last : mark.start()]
        plain.append(piece)
        length += len(piece)
        last = mark.end()
        if mark[0] == "⟦":
            opened.append(length)
        else:
            assert opened, f"a mark is not opened in:\n{text}"
            spans.append(Span(opened.pop(), length))
    assert not opened, f"a mark is not closed in:\n{text}"
    return "".join(plain) + text[last:], sorted(spans)


def lint(
    texts: Texts,
    *rules: type[Rule],
    today: date = TODAY,
    profile: str = "smart",
    partial: bool = False,
    roster: Sequence[str] = (),
) -> Result:
    """The result of some rules over one text, or over several by path; ``roster`` are the people there are."""
    linter = Linter(Settings(rules, today, profile=profile, roster=tuple(roster)))
    for path, text in _files(texts).items():
        linter.check_text(text, path)
    return linter.finish(partial=partial)


def _findings(
    texts: Texts,
    rule: type[Rule],
    today: date = TODAY,
    profile: str = "smart",
    roster: Sequence[str] = (),
    beside: Sequence[type[Rule]] = (),
) -> list[Finding]:
    """What one rule finds; fails where the rule fails, as a rule that breaks off finds nothing."""
    result = lint(texts, rule, *beside, _Failed, today=today, profile=profile, roster=roster)
    failed = [found.params["error"] for found in result.findings if found.rule is _Failed]
    assert not failed, "\n".join((f"{rule.code} fails with {failed[0]} in:", *_files(texts).values()))
    return [found for found in result.findings if found.rule is rule]


class _Failed(ProblemRule):
    """Says which exception a rule has raised."""

    code, name, title, level = "INT001", "failed", "A rule has failed", "error"
    kind = "rule-crashed"
    messages: ClassVar[Mapping[str, str]] = {"crashed": "{error}"}


def _files(texts: Texts) -> Mapping[str, str]:
    return {"test.goals": texts} if isinstance(texts, str) else texts


def check_rule(
    rule: type[Rule],
    *,
    valid: Sequence[Texts],
    invalid: Sequence[Invalid],
    today: date = TODAY,
    profile: str = "smart",
    roster: Sequence[str] = (),
    beside: Sequence[type[Rule]] = (),
) -> None:
    """Runs a rule over cases that must pass and cases that must be found; raises ``AssertionError`` with the case.

    ``beside`` are rules that are on too: some rules say something of what others find.
    """
    check_metadata(rule)
    assert valid and invalid, f"{rule.code} needs cases that pass and cases that are found"
    cases = [*valid, *(case.text for case in invalid)]
    for at, texts in enumerate(cases):
        assert texts not in cases[:at], f"a case is given twice:\n{texts}"
    for texts in valid:
        assert not any(_MARK.search(text) for text in _files(texts).values()), f"a mark in what must pass:\n{texts}"
        found = _findings(texts, rule, today, profile, roster, beside)
        assert not found, f"{rule.code} must not be found in:\n{texts}\nbut: {[_brief(one) for one in found]}"
        _readable(rule, texts)
    for case in invalid:
        _check_invalid(rule, case, today, profile, roster, beside)


def _check_invalid(
    rule: type[Rule], case: Invalid, today: date, profile: str, roster: Sequence[str], beside: Sequence[type[Rule]]
) -> None:
    texts, expected = {}, []
    for path, text in _files(case.text).items():
        texts[path], spans = unmark(text)
        expected += [(path, span) for span in spans]
    assert expected, f"no place is marked in:\n{case.text}"
    found = _findings(texts, rule, today, profile, roster, beside)
    brief = [_brief(one) for one in found]
    places = [(one.place.path, one.place.span) for one in found]
    assert places == sorted(expected), f"{rule.code}: expected {sorted(expected)}, found {brief} in:\n{case.text}"
    ids = [case.message_id] * len(found) if isinstance(case.message_id, str) else list(case.message_id)
    assert [one.message_id for one in found] == ids, f"expected the messages {ids}, found {brief} in:\n{case.text}"
    for one in found:
        for name, value in case.params.items():
            assert one.params.get(name) == value, f"expected {name}={value!r}, found {_brief(one)} in:\n{case.text}"
        assert not case.level or one.level == case.level, f"expected level {case.level}, found {one.level} in:\n{case.text}"
        _check_texts(rule, one, case)
        _check_fix(one, texts[one.place.path])
    if case.fixed:
        assert found[0].fix, f"{rule.code} gives no fix in:\n{case.text}"
        mended = apply(found[0].fix.edits, texts[found[0].place.path])
        assert mended == case.fixed, f"{rule.code} mends to:\n{mended}\nnot to:\n{case.fixed}"
    _readable(rule, texts)


def _check_fix(found: Finding, text: str) -> None:
    """Edits lie in the text, apart from one another; what has a hole is for display only."""
    if found.fix is None:
        return
    spans = sorted(edit.span for edit in found.fix.edits)
    assert spans and spans[0].start >= 0 and spans[-1].end <= len(text), f"{_brief(found)}: edits outside the text"
    assert all(one.end <= other.start for one, other in pairwise(spans)), f"{_brief(found)}: edits overlap"
    holes = any("⟨" in edit.text for edit in found.fix.edits)
    assert not holes or found.fix.applicability == "display", f"{_brief(found)}: holes are for display"


def _check_texts(rule: type[Rule], found: Finding, case: Invalid) -> None:
    """The finding has its texts, they name each of its parameters and no other, and can be shown in each language."""
    where = f"{rule.code} {found.message_id} in:\n{case.text}"
    used = _names(rule.messages[found.message_id]) | _names(rule.helps.get(found.message_id, ""))
    used |= {name for place in found.related for name in _names(rule.messages[place.note])}
    given = set(found.params)
    assert given <= used, f"no text names {given - used}: {where}"
    assert used <= given, f"the report does not give {used - given}: {where}"
    for language in LANGUAGES:
        assert found.message(language) and "{" not in found.message(language) + found.help(language), where


def _readable(rule: type[Rule], texts: Texts) -> None:
    """A case of any other rule must be text that the parser reads without problems."""
    if issubclass(rule, ProblemRule):
        return
    from smartlint.parser import parse  # here, so that a rule's test imports no more than it must

    for path, text in _files(texts).items():
        problems = parse(text, path, today=TODAY).problems
        assert not problems, f"the case cannot be read: {problems}\n{text}"


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _brief(finding: Finding) -> str:
    return f"{finding.rule.code} {finding.message_id} {finding.place.path} {tuple(finding.place.span)} {finding.params}"


HEADINGS = ("What it finds", "Why it matters", "Example", "Use instead", "Options", "Sources")


def page(rule: type[Rule]) -> dict[str, str]:
    """The parts of a rule's page by heading; the text before the first heading stands under ``""``."""
    parts: dict[str, str] = {}
    heading = ""
    lines: list[str] = []
    for line in cleandoc(rule.__doc__ or "").splitlines():
        if line.startswith("## "):
            parts[heading] = "\n".join(lines).strip()
            heading, lines = line[3:].strip(), []
        else:
            lines.append(line)
    parts[heading] = "\n".join(lines).strip()
    return parts


def examples(rule: type[Rule], heading: str) -> Iterator[dict[str, str]]:
    """The examples under a heading of the rule's page: files by path.

    Each fenced block is an example; blocks that follow one another with paths are the files of one example. ``⇥`` stands
    for a tab, since docstrings cannot hold one.
    """
    project: dict[str, str] = {}
    for block in _BLOCK.finditer(page(rule).get(heading, "").replace("⇥", "\t") + "\n"):
        if not block["path"]:
            if project:
                yield project
                project = {}
            yield {"example.goals": block["text"]}
            continue
        if block["path"] in project:
            yield project
            project = {}
        project[block["path"]] = block["text"]
    if project:
        yield project


def check_page(rule: type[Rule], *, roster: Sequence[str] = (), beside: Sequence[type[Rule]] = ()) -> None:
    """The page has its headings in order, its examples are found, and what to use instead is not.

    ``beside`` are rules that are on too. A rule that is always on speaks of what no goal text can show, so its examples
    are not goals, and neither are those of a rule about the configuration, which are TOML.
    """
    parts = page(rule)
    headings = [heading for heading in parts if heading]
    assert parts[""], f"{rule.code} has no summary"
    assert headings == [heading for heading in HEADINGS if heading in headings], f"{rule.code}: headings {headings}"
    missing = {"What it finds", "Why it matters", "Example", "Use instead", "Sources"} - set(headings)
    assert not missing, f"{rule.code}: no {missing}"
    assert ("Options" in headings) == bool(rule.options), f"{rule.code}: options and their heading do not agree"
    if rule.always or (issubclass(rule, ProblemRule) and "```toml\n" in parts["Example"]):
        return
    shown, mended = list(examples(rule, "Example")), list(examples(rule, "Use instead"))
    assert len(shown) >= 2 and len(mended) >= 2, f"{rule.code}: an example in two languages at least"
    for files in shown:
        assert _findings(files, rule, roster=roster, beside=beside), f"{rule.code} is not found in its example:\n{files}"
    for files in mended:
        found = _findings(files, rule, roster=roster, beside=beside)
        assert not found, f"{rule.code} is found in what to use instead:\n{files}\n{[_brief(one) for one in found]}"


def check_metadata(rule: type[Rule]) -> None:
    """Code, name, title, level, messages and helps are as the house wants them."""
    assert not list(faults(rule)), [f"{rule.code} {fault}" for fault in faults(rule)]
    assert not rule.title.endswith("."), f"{rule.code}: {rule.title!r}"
    assert set(rule.helps) <= set(rule.messages), f"{rule.code}: a help without its message"
