"""The fixes of all rules, tried on the examples of their pages: filled in, they mend what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from smartlint.finding import Finding, Result
from smartlint.fixing import apply, fix
from smartlint.linter import Settings, lint_texts
from smartlint.parser import parse
from smartlint.registry import load
from smartlint.rule import Rule
from smartlint.testing import TODAY, examples, lint
from smartlint.translation import LANGUAGES, translate

HOLE = re.compile("⟨[^⟩]*⟩")
#: What is filled into a hole; else three words.
FILLED = {
    "⟨name⟩": "Kari Nordmann",
    "⟨names⟩": "Kari Nordmann",
    "⟨owner⟩": "Kari Nordmann",
    "⟨date⟩": "2026-06-30",
    "⟨period⟩": "2025",
    "⟨how often⟩": "weekly",
    "⟨number⟩": "20",
    "⟨how many⟩": "20",
    "⟨value⟩": "20",
    "⟨target⟩": "20 %",
    "⟨baseline⟩": "10 %",
    "⟨figure today⟩": "10",
    "⟨number and unit⟩": "20 %",
    "⟨amount⟩": "20 000",
    "⟨done or cancelled⟩": "done",
    "⟨how it stands⟩": "done",
    "⟨ID⟩": "S1",
}
COMPLAINTS = {"en": "complaints", "nb": "klager", "nn": "klager", "sv": "klagomål", "da": "klager"}
RULES = [rule for rule in load() if not rule.always]
ROSTER = ("Kari Nordmann", "Maja Lindqvist", "Amy Holt")


def found_in(rule: type[Rule]) -> Iterator[tuple[Mapping[str, str], Finding]]:
    """The findings of a rule that have a fix, in the examples of its page."""
    for files in examples(rule, "Example"):
        for finding in judged(files, rule).findings:
            if finding.fix is not None:
                yield files, finding


def judged(files: Mapping[str, str], rule: type[Rule]) -> Result:
    beside = RULES if rule.code.startswith("SUP") else []  # what hides a finding needs one to hide
    result = lint(files, *dict.fromkeys((rule, *beside)), roster=ROSTER)
    result.findings = [finding for finding in result.findings if finding.rule is rule]
    return result


def holes_of(rule: type[Rule], language: str) -> dict[str, str]:
    """What a hole in the patterns of a rule is called in English, by its name in a language."""
    package = rule.__module__.partition(".")[0]
    named: dict[str, str] = {}
    for text in rule.patterns.values():
        named |= zip(HOLE.findall(translate(text, language, package)), HOLE.findall(text), strict=True)
    return named


def filled(finding: Finding, text: str) -> str:
    """The text with the fix, and something in each hole of it."""
    assert finding.fix is not None
    named = holes_of(finding.rule, finding.language)

    def fill(hole: re.Match[str]) -> str:
        name = named.get(hole[0], hole[0])
        return COMPLAINTS[finding.language] if "complaints" in name else FILLED.get(name, "three plain words")

    return HOLE.sub(fill, apply(finding.fix.edits, text))


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_fix_filled_in_mends_what_was_found(rule: type[Rule]) -> None:
    for files, finding in found_in(rule):
        path = finding.place.path
        mended = {**files, path: filled(finding, files[path])}
        new = [
            problem
            for problem in parse(mended[path], path, today=TODAY).problems
            if problem.kind not in {old.kind for old in parse(files[path], path, today=TODAY).problems}
        ]
        assert not new, f"{new}\n{mended[path]}"
        before, after = judged(files, rule).findings, judged(mended, rule).findings
        assert len(after) < len(before), f"{rule.code} is still found in:\n{mended[path]}"


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_fix_without_holes_is_applied_and_makes_nothing_worse(rule: type[Rule]) -> None:
    on = Settings(tuple(RULES), TODAY, roster=ROSTER)
    for files, finding in found_in(rule):
        if finding.fix is None or finding.fix.applicability == "display":
            continue

        def lint(texts: Mapping[str, str], files: Mapping[str, str] = files) -> Result:
            return lint_texts({**files, **texts}, on)

        done = fix(lint({}), lint, on, files, unsafe=finding.fix.applicability == "unsafe")
        assert not [one.why for one in done.skipped if one.finding.rule is rule and one.why != "display"]
        assert rule in {one.rule for one in done.applied}


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_the_patterns_have_the_same_holes_in_all_languages(rule: type[Rule]) -> None:
    for language in LANGUAGES:
        holes_of(rule, language)  # raises where they do not agree in number


#: The code of a rule, a text, the text with the first fix ("" where there is none), and how far it is to be trusted.
CASES = [
    ("OWN001", "goal: Win 10 customers\n", "goal: Win 10 customers\n  owner: ⟨name⟩\n", "display"),
    ("OWN008", "goals:\n- Win 10 customers\n", "goals:\n- Win 10 customers\n  agreed: ⟨with whom, when⟩\n", "display"),
    (
        "OWN002",
        "goal: Win 10 customers\n  owner: Amy Holt and Per Hansen, Ola Lie\n",
        "goal: Win 10 customers\n  with: Per Hansen, Ola Lie\n  owner: Amy Holt\n",
        "unsafe",
    ),
    ("OWN002", "goal: Win 10\n  owner: Amy Holt, Per Hansen\n  with: Ola Lie\n", "", ""),
    ("OWN002", "owner: Amy Holt, Per Hansen\ngoal: Win 10\n", "", ""),
    ("OWN003", "goal: Win 10\n  owner: everyone\n", "goal: Win 10\n  with: everyone\n  owner: ⟨name⟩\n", "display"),
    ("OWN003", "owner: everyone\ngoal: Win 10\n", "owner: ⟨name⟩\ngoal: Win 10\n", "display"),
    ("TIM001", "goal: Win 10\nowner: Amy Holt\n", "goal: Win 10\ndeadline: ⟨date⟩\nowner: Amy Holt\n", "display"),
    ("TIM002", "goal: Win 10 customers soon\n", "goal: Win 10 customers by ⟨date⟩\n", "display"),
    ("TIM002", "goal: Soon win 10 customers\n", "goal: Soon win 10 customers\n  deadline: ⟨date⟩\n", "display"),
    ("TIM002", "goal: Win 10 customers\n  deadline: asap\n", "goal: Win 10 customers\n  deadline: ⟨date⟩\n", "display"),
    (
        "TIM002",
        "goal: Win 10 customers, soon\n  deadline: 1 May 2026\n",
        "goal: Win 10 customers\n  deadline: 1 May 2026\n",
        "unsafe",
    ),
    (
        "TIM003",
        "goal: Win 10 by 20 January 2026\n",
        "goal: Win 10 by 20 January 2026\n  status: ⟨done or cancelled⟩\n",
        "display",
    ),
    ("TIM003", "goal: Win 10 by 20 January 2026\n  status: paused\n", "", ""),
    (
        "TIM007",
        "goal: Win 10 by 30 November 2026\n",
        "goal: Win 10 by 30 November 2026\n  milestones:\n    - ⟨date⟩: ⟨value⟩\n",
        "display",
    ),
    ("TIM007", "goal: Win 10 by 30 November 2026\n  - Ring everybody\n", "", ""),
    ("TIM011", "goal: Win 10 by 03/04/26\n", "goal: Win 10 by 2026-04-03\n", "display"),
    ("TIM013", "goal: Win 10\n  deadline: 2026-05-17\n", "goal: Win 10\n  deadline: 2026-05-15\n", "unsafe"),
    ("TIM013", "goal: Win 10 by 17 May 2026\n", "", ""),
    (
        "MEA001",
        "goal: Improve the service by 30 June 2026.\n",
        "goal: Improve the service from ⟨baseline⟩ to ⟨target⟩ by 30 June 2026.\n",
        "display",
    ),
    (
        "MEA001",
        "goal: Be a good neighbour\n",
        "goal: Be a good neighbour\n  done when: ⟨what is true then⟩\n",
        "display",
    ),
    ("MEA003", "goal: Increase sales by 15 %\n", "goal: Increase sales by 15 %\n  baseline: ⟨figure today⟩\n", "display"),
    (
        "MEA006",
        "goal: Increase the open rate by 5 % in May\n",
        "goal: Increase the open rate by 5 percentage points in May\n",
        "unsafe",
    ),
    ("MEA006", "goal: Fill 10 % more rooms\n  baseline: 60 %\n", "", ""),
    ("MEA015", "goal: Win 1.500 customers\n", "goal: Win 1,500 customers\n", "unsafe"),
    (
        "SPC001",
        "goal: Open a shop to increase sales\n",
        "goal: Open a shop to increase sales from ⟨baseline⟩ to ⟨target⟩\n",
        "display",
    ),
    ("SPC004", "goal: Try to win 10 customers\n", "goal: Win 10 customers\n", "unsafe"),
    ("SPC004", "goal: We will try to win 10 customers\n", "goal: We will win 10 customers\n", "unsafe"),
    ("SPC004", "goal: Win 10 customers, if possible, by May\n", "goal: Win 10 customers by May\n", "unsafe"),
    (
        "SPC006",
        "goal G1: Open a second clinic and cut waiting time from 9 to 5 days\r\n  goal G2: Ring 5\r\n",
        "goal G1: Open a second clinic\r\n  goal G2: Ring 5\r\ngoal: Cut waiting time from 9 to 5 days\r\n",
        "display",
    ),
    (
        "SPC006",
        "goals:\n  - Open a second clinic and cut waiting time from 9 to 5 days\n  - Win 10\n",
        "goals:\n  - Open a second clinic\n  - Cut waiting time from 9 to 5 days\n  - Win 10\n",
        "display",
    ),
    ("SPC012", "goal: Win X % of the trade\n", "goal: Win ⟨number⟩ % of the trade\n", "display"),
    ("SPC012", "goal: Win 10\n  owner: <name of owner>\n", "goal: Win 10\n  owner: ⟨name of owner⟩\n", "display"),
    ("SPC012", "goal: Win 10\n  owner: TBD\n", "goal: Win 10\n  owner: ⟨what belongs here⟩\n", "display"),
    ("SPC015", "goal: Win 10 ✅\n", "goal: Win 10\n  status: ⟨how it stands⟩\n", "display"),
    ("SPC015", "goal: Win 10 ✅\n  status: draft\n", "goal: Win 10\n  status: draft\n", "unsafe"),
    (
        "REL001",
        "strategic goal S1: Grow\nstrategic goal S2: Last\n\ngoal: Win 10 customers\n",
        "strategic goal S1: Grow\nstrategic goal S2: Last\n\ngoal: Win 10 customers\n  supports: ⟨ID⟩\n",
        "display",
    ),
    ("LIM004", "goal G1:\ngoal G2: Win 10\n", "goal G1: ⟨what is to be reached⟩\ngoal G2: Win 10\n", "display"),
    ("TIM009", "review: yearly\ngoal: Win 10 in 2026\n", "review: ⟨how often⟩\ngoal: Win 10 in 2026\n", "display"),
    ("SYN002", "goal: Win 10\n  ownr: Amy Holt\n", "goal: Win 10\n  owner: Amy Holt\n", "safe"),
    ("SYN002", "goal: Win 10\n  Dedline: 1 May\n", "goal: Win 10\n  Deadline: 1 May\n", "safe"),
    ("SYN002", "goal: Win 10\n  deadlain: 1 May\n", "goal: Win 10\n  deadline: 1 May\n", "unsafe"),
    ("SYN002", "mål: Vinna 10 kunder\n  senst: 1 maj\n", "mål: Vinna 10 kunder\n  senast: 1 maj\n", "unsafe"),
    (
        "SYN002",
        "goal: Win 10\n  ownr: Amy Holt\n  owner: Per Hansen\n",
        "goal: Win 10\n  owner: Amy Holt\n  owner: Per Hansen\n",
        "unsafe",
    ),
    (
        "SYN002",
        "goal: Win 10\n  owner: Per Hansen\n  ownr: Amy Holt\n",
        "goal: Win 10\n  owner: Per Hansen\n  owner: Amy Holt\n",
        "unsafe",
    ),
    ("SYN002", "taem: Sales\ngoal: Win 10\n", "team: Sales\ngoal: Win 10\n", "safe"),
    ("SYN003", "goal: Win 10\n  owner: Amy\n  owner: Amy\n", "goal: Win 10\n  owner: Amy\n", "unsafe"),
    ("SYN003", "goal: Win 10\n  owner: Amy\n  owner: Per\n", "", ""),
    ("SYN003", "goal: Win 10\n  how: ring\n  how: ring\n    twice\n", "", ""),
    ("SYN005", "goal: Win 10\n  deadline: Monday 31 March 2026\n", "goal: Win 10\n  deadline: 2026-03-31\n", "unsafe"),
    ("SYN005", "goal: Win 10\n  deadline: 31 September 2026\n", "", ""),
    ("SYN006", "goal: Win 10\n  owner:\n", "goal: Win 10\n  owner: ⟨what belongs here⟩\n", "display"),
    ("SYN006", "goal G1:\n  owner: Amy\n", "goal G1: ⟨what belongs here⟩\n  owner: Amy\n", "display"),
    (
        "SYN006",
        "goal: Win 10\n  how:\n    -\n    - Ring\n",
        "goal: Win 10\n  how:\n    - ⟨what belongs here⟩\n    - Ring\n",
        "display",
    ),
    ("SYN008", "goal: Win 10\n  owner Amy Holt\n", "goal: Win 10\n  owner: Amy Holt\n", "unsafe"),
    ("SYN010", "Win 10 customers\n", "goal: Win 10 customers\n", "unsafe"),
    ("SYN010", "Win 10 customers\nSell more\n", "", ""),
]


@pytest.mark.parametrize(("code", "text", "expected", "applicability"), CASES)
def test_a_fix_of_a_rule(code: str, text: str, expected: str, applicability: str) -> None:
    (rule,) = (rule for rule in RULES if rule.code == code)
    first = judged({"test.goals": text}, rule).findings[0]
    if not expected:
        assert first.fix is None
        return
    assert first.fix is not None
    assert apply(first.fix.edits, text) == expected
    assert first.fix.applicability == applicability
