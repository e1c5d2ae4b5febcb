"""An explanation as a reader gets it: line by line, in their language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smartlint.explaining import Explanation, Item, Outcome, Verdict
from smartlint.record import dataclass, field
from smartlint.reporters import word
from smartlint.reporters.visible import brief, clip, goal_path, visible
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.cli.origins import Origins
    from smartlint.rule import Rule

_LONGEST = 100
#: What is said of each outcome; of an item of the record, its own entries are named.
_SENTENCES: Mapping[Outcome, str] = {
    "reported": "found at {place}, {level}: {message}",
    "suppressed": "found at {place}, and hidden by a comment: {message}",
    "waived": "found at {place}, and excused by a waiver: {message}",
    "baselined": "found at {place}, and known before: {message}",
    "yielded": "found at {place}, and left out for {to}, which has the same cause: {message}",
    "failed": "it failed here: {message}",
    "undecided": "it could not judge everything: {message}",
    "off": "it is off here",
    "other-language": "it does not judge goals in this language: {language}",
    "closed": "it passes goals by that are done or cancelled, and this one is: {status}",
    "vision": "it passes visions by",
    "silent": "it has looked and found nothing",
}


@dataclass(frozen=True)
class Told:
    """What is known of a line: what a run made of it, and of a run of today who decided what; of a past one, which it was.

    ``has_changed`` says that the file is no longer what it was then.
    """

    explanation: Explanation
    rules: Sequence[type[Rule]]
    run: Mapping[str, Any] = field(default_factory=dict)
    origins: Origins | None = None
    has_changed: bool = False


def lines(told: Told, codes: Sequence[str], language: str, *, with_passed: bool) -> Iterator[str]:
    """What is said of some rules, and of what else made the goal pass."""
    teller = _Teller(told, language)
    if told.run:
        yield teller.say("run of {time}, judged as of {today}, exit status {status}", **told.run)
    if told.has_changed:
        yield teller.say("the file has changed since then")
    yield teller.head()
    for code in codes:
        yield ""
        yield from teller.rule(code)
    if with_passed:
        yield from teller.passed()


class _Teller:
    """Says things in a language."""

    def __init__(self, told: Told, language: str) -> None:
        self._explanation = told.explanation
        self._rules = {rule.code: rule for rule in told.rules}
        self._origins = told.origins
        self._language = language

    def say(self, english: str, **params: Any) -> str:
        return fill(translate(english, self._language), params, self._language)

    def head(self) -> str:
        goal, path = self._explanation.goal, visible(self._explanation.path)
        if goal is None:
            return f"{path}:{visible(self._explanation.place)}"
        name = self.say("goal {name}", name=goal_path(goal["goal"]))
        return f"{path}:{visible(str(goal.get('cell', goal['line'])))}: {name}: {clip(visible(goal['statement']), _LONGEST)}"

    def rule(self, code: str) -> Iterator[str]:
        """All about one rule."""
        rule = self._rules.get(code)
        verdict = self._explanation.verdict(code, rule)
        named = f"{code} {rule.name}: {rule.in_language(rule.title, self._language)}" if rule else code
        yield visible(named)
        for sentence in self._sentences(verdict):
            yield f"  {brief(sentence)}"
        if rule is not None and self._origins is not None:
            found = next((item["level"] for _, item in verdict.outcomes if "level" in item), None)
            yield from (f"  {brief(row)}" for row in self._origins.rows(rule, found, self._language))

    def _sentences(self, verdict: Verdict) -> Iterator[str]:
        for outcome, item in verdict.outcomes:
            if outcome == "passed":
                yield self._because(item)
                continue
            if outcome != "off" or self._origins is None:  # else it is said by whom
                yield self.say(_SENTENCES[outcome], **{**(self._explanation.goal or {}), **self._readable(item)})
            yield from self._silencer(item)
        for waiver in verdict.waivers:
            state = translate(waiver["state"], self._language)
            yield self.say("the waiver at {file}:{line} does not excuse it: {state}", **{**waiver, "state": state})
            yield from self._explanation.remarks(waiver)

    def _readable(self, item: Item) -> dict[str, Any]:
        """An item whose level is a word of the reader's, with its place."""
        placed = {**item, "place": _place(item)} if "line" in item else dict(item)
        return {**placed, "level": word(item["level"], self._language)} if "level" in item else placed

    def _silencer(self, item: Item) -> Iterator[str]:
        """What hides or excuses a finding: where it stands, until when, and why."""
        if "suppression" in item:
            comment = item["suppression"]
            yield self.say("the comment: {path}:{line}", **comment)
        elif "waiver" in item:
            comment = item["waiver"]
            yield self.say("the waiver: {file}:{line}", **comment)
            yield self.say(
                "asked for by {owner}, approved by {approver}", **{**comment, "approver": comment["approver"] or "-"}
            )
        else:
            return
        last = comment.get("until") or comment.get("expires")
        if last:
            yield self.say("last day: {day}", day=last)
        if comment["reason"]:
            yield self.say("reason: {reason}", **comment)

    def _because(self, item: Item) -> str:
        rule = self._rules.get(item["code"])
        quality = rule.in_language(rule.passes_as, self._language) if rule else item["passes_as"]
        text = clip(visible(" ".join(item["text"].split())), _LONGEST)
        params = {"quality": quality or item["name"], "code": item["code"], "text": text}
        return f"{_place(item)}: {self.say('{quality} ({code}) because: {text}', **params)}"

    def passed(self) -> Iterator[str]:
        """By what the goal passes, and how to ask for more."""
        if self._explanation.passed:
            yield ""
            yield from map(self._because, self._explanation.passed)
        yield ""
        place = visible(f"{self._explanation.path}:{self._explanation.place}")
        place = f'"{place}"' if self._explanation.sheet else place  # a shell would take it apart
        yield self.say("to ask about another rule: {command}", command=f"smartlint why {place} CODE")


def _place(item: Item) -> str:
    """The line and column of an item, or its cell in a workbook."""
    return visible(str(item.get("cell") or f"{item['line']}:{item['column']}"))
