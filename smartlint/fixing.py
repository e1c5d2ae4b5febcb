"""Applying fixes: from left to right, in rounds, and only those that make nothing worse."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from smartlint.finding import Finding, Result
from smartlint.linter import Linter, Reader
from smartlint.parser import parse
from smartlint.record import dataclass, replace
from smartlint.rule import Edit, Fix, ProblemRule, Rule
from smartlint.settings import Settings
from smartlint.source import Span

#: So many times fixes are applied and what is left is looked at again.
ROUNDS = 10
#: Why a fix was not applied: it has holes that a person fills in; it may change what is meant; it would bring what is
#: worse, or take a goal away; its finding would still be there; the rounds were over, while it overlapped another one.
Why = Literal["display", "unsafe", "worse", "useless", "rounds", "overlaps"]


@dataclass(frozen=True)
class Skipped:
    """A finding whose fix was not applied, and why; ``brings`` are the rules that would have found something new."""

    finding: Finding
    why: Why
    brings: tuple[type[Rule], ...] = ()


@dataclass(frozen=True)
class Fixed:
    """What came of fixing.

    ``result`` is what is found in the new texts, ``applied`` the findings that were fixed as they were found, ``before``
    and ``after`` are the texts, by path, of the files that are no longer the same.
    """

    result: Result
    before: Mapping[str, str]
    after: Mapping[str, str]
    applied: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]


#: The fingerprints of those findings of a result that were there before.
Sparing = Callable[[Result], Container[str]]


def nothing(_: Result) -> Container[str]:
    """Nothing was there before."""
    return ()


def apply(edits: Iterable[Edit], text: str) -> str:
    """A text after edits that lie apart from one another."""
    pieces = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join(pieces) + text[done:]


def lint_alone(path: str, text: str, settings: Settings | Callable[[str], Settings], reader: Reader = parse) -> Result:
    """What is found in a file as if there were no other."""
    linter = Linter(settings, reader=reader)
    linter.check_text(text, path)
    return linter.finish(partial=True)


def fix(
    result: Result,
    lint: Callable[[Mapping[str, str]], Result],
    settings: Settings | Callable[[str], Settings],
    among: Container[str],
    *,
    unsafe: bool = False,
    reader: Reader = parse,
    known: Sparing = nothing,
) -> Fixed:
    """Applies the fixes of a result to the files ``among`` these paths, until none is left or the rounds are over.

    ``lint`` lints all files of the run again, some with another text than they have; ``settings`` are those of each file,
    and ``reader`` reads it. What is suppressed, waived or ``known`` from before is not fixed, and nothing is written.
    """
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    applied: list[Finding] = []
    trials: list[_Trial] = []
    for _ in range(ROUNDS):
        fixable = _fixable(result, known(result), among, unsafe=unsafe)
        trials = [
            _Trial(path, result.sources[path].text, lambda path, text: lint_alone(path, text, settings, reader)).of(findings)
            for path, findings in fixable.items()
        ]
        changed = [trial for trial in trials if trial.taken]
        for trial in changed:
            before.setdefault(trial.path, trial.original)
            after[trial.path] = trial.text
            applied += trial.taken
        if not changed:
            break
        result = lint(after)
    new = {path: text for path, text in after.items() if text != before[path]}
    skipped = tuple(_skipped(result, trials, among, unsafe=unsafe))
    return Fixed(result, {path: before[path] for path in new}, new, tuple(applied), skipped)


def _fixable(result: Result, known: Container[str], among: Container[str], *, unsafe: bool) -> dict[str, list[Finding]]:
    """The findings to fix by path, in order of place."""
    found = defaultdict(list)
    for finding in result.findings:
        if finding.fix is None or finding.place.path not in among or finding.fingerprint in known:
            continue
        if _left_out(finding.fix, unsafe=unsafe) is None:
            found[finding.place.path].append(finding)
    return found


def _left_out(fix: Fix, *, unsafe: bool) -> Why | None:
    """Why a fix is not applied at all."""
    if fix.applicability == "safe" or (fix.applicability == "unsafe" and unsafe):
        return None
    return fix.applicability


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """From left to right, those whose edits lie behind those of the one before."""
    end, was_empty = -1, False
    for finding in sorted(findings, key=_extent):
        here = _extent(finding)
        is_empty = here.start == here.end
        # at one and the same place nobody knows what comes first
        if here.start > end or (here.start == end and not is_empty and not was_empty):
            yield finding
            end, was_empty = here.end, is_empty


def _extent(finding: Finding) -> Span:
    assert finding.fix is not None
    spans = [edit.span for edit in finding.fix.edits]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


class _Trial:
    """The text of a file, and which of some fixes make it better.

    A fix is refused if with it there are fewer goals, an error that was not there, or more that cannot be read; or if
    what it mends is found as before.
    """

    def __init__(self, path: str, text: str, lint: Callable[[str, str], Result]) -> None:
        self.path = path
        self.original = self.text = text
        self.taken: list[Finding] = []
        self.refused: list[Skipped] = []
        self.waiting: list[Finding] = []
        self._lint = lint
        self._edits: list[Edit] = []
        self._result = lint(path, text)

    def of(self, findings: Sequence[Finding]) -> _Trial:
        """Applies fixes that lie apart; where all of them are refused, what overlaps them has its turn."""
        self.waiting = list(findings)
        while self.waiting and not self.taken:
            chosen = list(_apart(self.waiting))
            having = {finding.fingerprint for finding in chosen}
            self.waiting = [finding for finding in self.waiting if finding.fingerprint not in having]
            self._take(chosen)
        return self

    def _take(self, findings: Sequence[Finding]) -> None:
        """All at once, and by halves where that is refused."""
        if not findings:
            return
        edits = [*self._edits, *(edit for finding in findings for edit in (finding.fix.edits if finding.fix else ()))]
        text = apply(edits, self.original)
        result = self._lint(self.path, text)
        skipped = self._judged(findings, result)
        if skipped is None:
            self.text, self._edits, self._result = text, edits, result
            self.taken += findings
        elif len(findings) == 1:
            self.refused.append(skipped)
        else:
            middle = len(findings) // 2
            self._take(findings[:middle])
            self._take(findings[middle:])

    def _judged(self, findings: Sequence[Finding], result: Result) -> Skipped | None:
        """None where all is better than before."""
        brings = brought(self._result, result)
        if brings or result.goals < self._result.goals:
            return Skipped(findings[0], "worse", tuple(sorted(brings, key=lambda rule: rule.code)))
        before, now = _by_rule(self._result), _by_rule(result)
        for rule, count in Counter(finding.rule for finding in findings).items():
            # what is found in several files together is not found in one
            if before[rule] and now[rule] > before[rule] - count:
                return Skipped(findings[0], "useless")
        return None


def _by_rule(result: Result) -> Counter[type[Rule]]:
    return Counter(finding.rule for finding in result.findings)


def brought(before: Result, after: Result) -> Counter[type[Rule]]:
    """What is found after a change more often than before it: errors, and what the parser cannot read."""
    return _grave(after) - _grave(before)


def _grave(result: Result) -> Counter[type[Rule]]:
    grave = (one for one in result.findings if one.level == "error" or one.binds or issubclass(one.rule, ProblemRule))
    return Counter(finding.rule for finding in grave)


def _skipped(result: Result, trials: Sequence[_Trial], among: Container[str], *, unsafe: bool) -> Iterator[Skipped]:
    """Why each fix of what is still found was not applied."""
    refused = {one.finding.fingerprint: one for trial in trials for one in trial.refused}
    waiting = {finding.fingerprint for trial in trials for finding in trial.waiting}
    for finding in result.findings:
        if finding.fix is None or finding.place.path not in among:
            continue
        why = _left_out(finding.fix, unsafe=unsafe)
        if why is not None:
            yield Skipped(finding, why)
        elif finding.fingerprint in refused:
            yield replace(refused[finding.fingerprint], finding=finding)
        else:
            yield Skipped(finding, "overlaps" if finding.fingerprint in waiting else "rounds")
