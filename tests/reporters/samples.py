"""Made-up rules and findings, so that reporters are tested apart from what the rules say."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from smartlint.finding import Finding, Place, Result, Said, Waived
from smartlint.reporters import Look, reporter
from smartlint.rule import Level, Rule
from smartlint.source import Source, Span
from smartlint.testing import unmark
from smartlint.waiver import Waiver

TODAY = date(2026, 2, 1)


class Unowned(Rule):
    code = "OWN901"
    name = "unowned"
    title = "A goal of nobody"
    level = "error"
    messages = {"missing": "no owner", "unjudged": "{count} goals were not looked at"}
    helps = {"missing": "add a line `owner: ⟨name⟩`"}


class Twofold(Rule):
    code = "MEA902"
    name = "twofold"
    title = "Two numbers for one thing"
    level = "warning"
    messages = {"differ": "the target is {here} here and {there} there", "there": "the other one"}


class Remark(Rule):
    code = "REL903"
    name = "remark"
    title = "A remark"
    level = "info"
    messages = {"remark": "this could be said better"}


def place(source: Source, start: int, end: int, note: str = "") -> Place:
    return Place(source.path, Span(start, end), source.position(start), source.position(end), note)


def finding(
    rule: type[Rule],
    marked: str,
    *,
    path: str = "a.goals",
    params: Mapping[str, Any] | None = None,
    level: Level | None = None,
    goal: tuple[str, ...] = (),
    language: str = "en",
    elsewhere: Sequence[Place] = (),
) -> tuple[Finding, Source]:
    """A finding at the first place marked with ``⟦…⟧``; the further ones are related, and so are those elsewhere."""
    text, spans = unmark(marked)
    source = Source(text, path)
    message_id, *notes = rule.messages
    first, *rest = (place(source, *span) for span in spans)
    related = tuple(Place(each.path, each.span, each.start, each.end, notes[0]) for each in rest)
    found = Finding(
        rule=rule,
        message_id=message_id,
        params=params or {},
        level=level or rule.level,
        place=first,
        language=language,
        goal=goal,
        related=(*related, *elsewhere),
        fingerprint="0123456789abcdef01234567",
    )
    return found, source


def result(*found: tuple[Finding, Source], files: int = 1, goals: int = 1, notices: Sequence[Said] = ()) -> Result:
    """What a run over these gives."""
    return Result(
        findings=[finding for finding, _ in found],
        notices=list(notices),
        sources={source.path: source for _, source in found},
        files=files,
        goals=goals,
    )


def waived(found: Finding, *, expires: date | None = date(2026, 6, 30)) -> Waived:
    """A finding with what excuses it."""
    file = Source('rule = "unowned"\n', "smartlint-waivers.toml")
    reason = "the new head of sales begins in June"
    waiver = Waiver("unowned", reason, "Amy Holt", file, Span(0, 16), "sales/**", "S1", "Board", expires)
    return Waived(found, waiver)


def output(name: str, of: Result, **look: Any) -> str:
    """What a reporter makes of a result."""
    return "".join(reporter(name).report(of, Look(today=TODAY, **look)))
