"""Baselines: findings that were there before, so that only new ones count."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from smartlint.digest import blake2b
from smartlint.finding import Finding, Known, Result
from smartlint.json_text import json_text
from smartlint.record import replace
from smartlint.rule import ProblemRule
from smartlint.source import Source

VERSION = 1
#: A longer text is told by its beginning and a digest of the whole.
_LONGEST = 80
_UNNAMED = "#"
_KEYS = {"path": "path", "goal": "goal", "code": "code", "message": "message_id", "text": "text", "statement": "statement"}


class BrokenBaseline(Exception):
    """A file that is no baseline: where, and why as a text with parameters."""

    def __init__(self, line: int, reason: str, **params: Any) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason
        self.params = params


def known(finding: Finding, source: Source, path: str) -> Known:
    """What makes a finding the same another time; ``path`` is how its file is called there."""
    text = "" if finding.at_head else source.slice(finding.place.span)
    about = known_goal(path, finding.goal, finding.statement)
    return replace(about, code=finding.rule.code, message_id=finding.message_id, text=_brief(text))


def known_goal(path: str, goal: tuple[str, ...], statement: str) -> Known:
    """What makes a goal the same another time: a finding about it without what is found."""
    unnamed = any(name.startswith(_UNNAMED) for name in goal)
    return Known(path, goal, "", "", "", _brief(statement) if unnamed else "")


def _brief(text: str) -> str:
    plain = " ".join(text.split()).casefold()
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[:_LONGEST]}… {blake2b(plain.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def can_be_known(finding: Finding) -> bool:
    """A baseline hides nothing that a policy binds to, and nothing that no suppression hides either."""
    return not finding.binds and not finding.rule.always


def was_there(finding: Finding) -> bool:
    """Of a commit it is known besides which files could not be read."""
    rule = finding.rule
    return can_be_known(finding) or (not finding.binds and issubclass(rule, ProblemRule) and rule.kind == "unreadable-file")


def compare(
    result: Result,
    before: Counter[Known],
    path: Callable[[str], str],
    hides: Callable[[Finding], bool] = can_be_known,
) -> Counter[Known]:
    """Sets the findings of a result that were there before apart, and gives what of ``before`` nobody found.

    As many count as known as there were. ``path`` says what a file is called in ``before``, ``hides`` what may be set apart.
    """
    named = {
        number: (known(finding, result.sources[finding.place.path], path(finding.place.path)), finding.statement)
        for number, finding in enumerate(result.findings)
        if hides(finding)
    }
    found = matches(named, before)
    result.compared = True
    result.baselined += [finding for number, finding in enumerate(result.findings) if number in found]
    result.findings = [finding for number, finding in enumerate(result.findings) if number not in found]
    result.sort()
    return before - Counter(found.values())


def matches(named: Mapping[int, tuple[Known, str]], before: Mapping[Known, int]) -> dict[int, Known]:
    """Which of these were there before, by number, and as what; each is given with the sentence of its goal.

    A goal without an ID is first looked for as it stands, then by its statement, also where it has an ID by now, then by its
    place among its neighbours.
    """
    left = Counter(before)
    found: dict[int, Known] = {}
    for number, (entry, _) in named.items():  # most of them, and at once
        if left[entry]:
            left[entry] -= 1
            found[number] = entry
    left = +left
    for alike in (_exactly, _by_statement, _by_statement_alone, _by_place):
        keys: dict[Known, list[Known]] = {}
        for entry in left:
            keys.setdefault(alike(entry), []).append(entry)
        for number, (entry, statement) in named.items():
            if number in found:
                continue
            if alike is _by_statement_alone:
                entry = replace(entry, statement=_brief(statement))
            same = next((one for one in keys.get(alike(entry), ()) if left[one]), None)
            if same is not None:
                left[same] -= 1
                found[number] = same
    return found


def _exactly(entry: Known) -> Known:
    return replace(entry, goal=tuple(name.casefold() for name in entry.goal))


def _by_statement(entry: Known) -> Known:
    """Goals may be put in between: the number of one without an ID changes, its statement does not."""
    exact = _exactly(entry)
    if not entry.statement:
        return exact
    return replace(exact, goal=tuple(_UNNAMED if name.startswith(_UNNAMED) else name for name in exact.goal))


def _by_statement_alone(entry: Known) -> Known:
    """Goals may be given IDs: what has none in a baseline is known by its statement."""
    return replace(entry, goal=()) if entry.statement else _exactly(entry)


def _by_place(entry: Known) -> Known:
    return replace(_exactly(entry), statement="")


def entries(result: Result, path: Callable[[str], str], hides: Callable[[Finding], bool] = can_be_known) -> Counter[Known]:
    """What a baseline of this result holds: of what ``hides`` says that it may."""
    every = (*result.findings, *result.baselined)
    sources = result.sources
    return Counter(known(finding, sources[finding.place.path], path(finding.place.path)) for finding in every if hides(finding))


# --- the file ---------------------------------------------------------------------------------------------------------


def written(before: Mapping[Known, int]) -> str:
    """A baseline as a file: each entry on a line of its own, in order, so that two branches seldom meet in one."""
    lines = ",\n".join(json_text(_as_data(entry, before[entry])) for entry in sorted(before))
    return f'{{"version": {VERSION}, "findings": [\n{lines}{lines and chr(10)}]}}\n'


def _as_data(entry: Known, count: int) -> dict[str, Any]:
    data = {key: getattr(entry, name) for key, name in _KEYS.items()}
    return {key: value for key, value in data.items() if value or key != "statement"} | ({"count": count} if count > 1 else {})


def read(text: str) -> Counter[Known]:
    """The entries of a file. Raises ``BrokenBaseline``."""
    marks = (number for number, line in enumerate(text.split("\n"), 1) if line.startswith(("<<<<<<< ", ">>>>>>> ")))
    conflict = next(marks, 0)
    if conflict:
        raise BrokenBaseline(conflict, "two versions were merged here and have not been put together")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BrokenBaseline(getattr(error, "lineno", 1), "this is no JSON") from None
    version = data.get("version") if isinstance(data, dict) else None
    if not isinstance(version, int) or not isinstance(data.get("findings"), list):
        raise BrokenBaseline(1, "this is no baseline: it has no `version` and `findings`")
    if version != VERSION:
        raise BrokenBaseline(
            1, "this is version {version} of the format, and version {known} is known", version=version, known=VERSION
        )
    found: Counter[Known] = Counter()
    for number, one in enumerate(data["findings"], 1):
        entry, count = _entry(one, number)
        found[entry] = max(found[entry], count)  # what two branches have both added is there once
    return found


def _entry(data: Any, number: int) -> tuple[Known, int]:
    if not isinstance(data, dict):
        data = {}
    texts = {name: data.get(key, "") for key, name in _KEYS.items() if key != "goal"}
    goal, count = data.get("goal", []), data.get("count", 1)
    right = all(isinstance(text, str) for text in texts.values()) and texts["path"] and texts["code"]
    right = right and isinstance(goal, list) and all(isinstance(name, str) for name in goal)
    if not right or not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise BrokenBaseline(number + 1, "entry {number} is not as smartlint writes it", number=number)
    return Known(goal=tuple(goal), **texts), count


def split(before: Counter[Known], applies: Callable[[Known], bool]) -> tuple[Counter[Known], Counter[Known]]:
    """The entries that a run can speak of, and the others."""
    ours = Counter({entry: count for entry, count in before.items() if applies(entry)})
    return ours, before - ours
