"""Why a rule said what it said of a goal, or said nothing: read from the record of a run, be it the last one or an old one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from smartlint.record import dataclass
from smartlint.rule import Rule

#: What a record says of one finding, goal or waiver.
Item = Mapping[str, Any]
#: What came of a rule at a goal, what weighs most first; of those from ``off`` on a record says nothing.
Outcome = Literal[
    "reported",
    "suppressed",
    "waived",
    "baselined",
    "yielded",
    "failed",
    "undecided",
    "passed",
    "off",
    "other-language",
    "closed",
    "vision",
    "silent",
]
#: In which list of a record each outcome stands, where it stands in one.
LISTS: Mapping[Outcome, str] = {
    "reported": "findings",
    "suppressed": "suppressed",
    "waived": "waived",
    "baselined": "baselined",
    "yielded": "yielded",
    "passed": "evidence",
}


@dataclass(frozen=True)
class Verdict:
    """What came of a rule: the outcome of each thing that a record says of it, and that; empty where it says nothing.

    ``waivers`` are those that speak of it and do not excuse it.
    """

    code: str
    outcomes: tuple[tuple[Outcome, Item], ...]
    waivers: tuple[Item, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What weighs most."""
        return self.outcomes[0][0]


class Explanation:
    """What a run made of a line of a file: of the goal that it belongs to, and of the line itself.

    ``goal`` is None above the first goal. In a workbook a line is a row of the sheet of a ``cell``, which may be left
    out where only one of them has goals. Raises ``LookupError`` for a file that the run has not judged.
    """

    def __init__(self, record: Mapping[str, Any], path: str, line: int, cell: str = "") -> None:
        self._record = record
        self.file: Item = next((one for one in record["files"] if one["path"] == path), {})
        if not self.file:
            raise LookupError(path)
        self.sheets = list(dict.fromkeys(_sheet(goal) for goal in self.file["goals"]))
        self.sheet = _sheet({"cell": cell}) or (self.sheets[0] if len(self.sheets) == 1 else "")
        self.goals: Sequence[Item] = [goal for goal in self.file["goals"] if self._is_here(goal)]
        self.path, self.line = path, line
        above = next((goal for goal in reversed(self.goals) if goal["line"] <= line), None)
        self.goal: Item | None = next((goal for goal in self.goals if cell and goal.get("cell") == cell), above)
        judged_by = record["configurations"][self.file["configuration"]]
        by_policies = [code for one in record["policies"] if one["name"] in judged_by["policies"] for code in one["rules"]]
        #: The codes of the rules that were on.
        self.on = frozenset((*judged_by["rules"], *by_policies))

    @property
    def place(self) -> str:
        """The line as it is asked for."""
        return f"{self.sheet}!A{self.line}" if self.sheet else str(self.line)

    @property
    def codes(self) -> list[str]:
        """The rules that found something here, reported or not: those at the line itself first."""
        found = [item for outcome in LISTS if outcome != "passed" for item in self._items(outcome)]
        found.sort(key=lambda item: item["line"] != self.line)
        return list(dict.fromkeys(item["code"] for item in found))

    def _is_here(self, item: Item) -> bool:
        """Whether it stands in the sheet that is meant; a finding that has no cell is about the whole file."""
        return _sheet(item) in ("", self.sheet) or not self.sheet

    @property
    def passed(self) -> list[Item]:
        """What made the goal pass."""
        return list(self._items("passed"))

    def verdict(self, code: str, rule: type[Rule] | None) -> Verdict:
        """What came of a rule; None is one that is not known any more."""
        said = [(outcome, item) for outcome in LISTS for item in self._items(outcome) if item["code"] == code]
        said += [("passed", item) for item in self._of_file(rule)]
        if any(outcome != "passed" for outcome, _ in said):
            return Verdict(code, tuple(said), tuple(self._idle_waivers(code)))
        said = [*self._undecided(code), *said]
        return Verdict(code, tuple(said or [(self._silence(code, rule), {})]))

    def _items(self, outcome: Outcome) -> Iterator[Item]:
        """What a list of the record says of the goal, or of the line."""
        goal = self.goal["goal"] if self.goal else None
        for item in self._record[LISTS[outcome]]:
            if (
                item["path"] == self.path
                and self._is_here(item)
                and (self._is_within(item) if item["goal"] == goal else item["line"] == self.line)
            ):
                yield item

    def _is_within(self, item: Item) -> bool:
        """Whether it is this goal that is meant, where several have the same IDs."""
        namesakes = [goal["line"] for goal in self.goals if goal["goal"] == item["goal"]]
        nearest = max((line for line in namesakes if line <= item["line"]), default=namesakes[0])
        return self.goal is not None and nearest == self.goal["line"]

    def _of_file(self, rule: type[Rule] | None) -> Iterator[Item]:
        """What makes the whole file pass by a rule over files, and with it each of its goals."""
        if rule is not None and rule.scope == "document" and self.goal is not None:
            of_file = (item for item in self._record["evidence"] if item["path"] == self.path and not item["goal"])
            yield from (item for item in of_file if item["code"] == rule.code and item["line"] != self.line)

    def remarks(self, waiver: Item) -> list[str]:
        """What was found to be wrong with a waiver."""
        at = (waiver["file"], waiver["line"])
        return [item["message"] for item in self._record["findings"] if (item["path"], item["line"]) == at]

    def _idle_waivers(self, code: str) -> Iterator[Item]:
        about = {"code": code, "path": self.path, "goal": self.goal["goal"] if self.goal else []}
        return (one for one in self._record["waivers"] if one["state"] != "active" and about in one["covered"])

    def _undecided(self, code: str) -> Iterator[tuple[Outcome, Item]]:
        """Where a rule has failed, or has said that it could not judge."""
        for item in self._items("reported"):
            if item["message_id"] == "crashed" and item["params"].get("rule") == code:
                yield "failed", item
        for notice in self._record["notices"]:
            if notice["code"] == code:
                yield "undecided", notice

    def _silence(self, code: str, rule: type[Rule] | None) -> Outcome:
        """Why a rule has said nothing at all."""
        goal = self.goal
        if code not in self.on:
            return "off"
        if goal is None or rule is None or rule.scope == "project":
            return "silent"
        if rule.languages and goal["language"] not in rule.languages:
            return "other-language"
        if not rule.closed and goal["status"] in ("done", "cancelled"):
            return "closed"
        return "vision" if goal["kind"] == "vision" and not rule.visions else "silent"


def _sheet(item: Item) -> str:
    """The sheet of a workbook that an item stands in, else ""."""
    cell = str(item.get("cell", ""))
    return cell.rpartition("!")[0] or cell
