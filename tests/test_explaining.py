"""What came of a rule at a line, read from the record of a run."""

from typing import Any

import pytest

from smartlint.explaining import Explanation
from tests.sample_rules import AnyClosedGoal, AnyGoal, BadWord, UglyWord


def goal(line: int, *path: str, kind: str = "goal", status: str = "committed", language: str = "en") -> dict[str, Any]:
    return {"line": line, "goal": list(path), "kind": kind, "status": status, "language": language}


def item(code: str, line: int, *path: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "path": "a.goals", "line": line, "goal": list(path), "message_id": "x", "params": {}, **more}


def record(**lists: list[dict[str, Any]]) -> dict[str, Any]:
    """A run that has judged one file with four goals, two of them with the same ID."""
    goals = [goal(3, "A"), goal(7, "A", "B", status="done"), goal(10, "C", kind="vision"), goal(14, "A", language="nb")]
    empty = dict.fromkeys(("findings", "suppressed", "waived", "baselined", "yielded", "evidence", "waivers", "notices"), ())
    return {
        "files": [{"path": "a.goals", "configuration": 0, "goals": goals}],
        "configurations": [{"rules": ["WRD001", "ANY001", "ANY002"], "policies": ["strict"]}],
        "policies": [{"name": "strict", "rules": ["WRD002"]}, {"name": "elsewhere", "rules": ["WRD003"]}],
        **empty,
        **lists,
    }


@pytest.mark.parametrize(("line", "found"), [(1, None), (3, 3), (6, 3), (7, 7), (9, 7), (10, 10), (99, 14)])
def test_a_line_belongs_to_the_goal_above_it(line: int, found: int | None) -> None:
    explained = Explanation(record(), "a.goals", line)
    assert (explained.goal or {}).get("line") == found


def test_another_file_is_none_that_was_judged() -> None:
    with pytest.raises(LookupError):
        Explanation(record(), "b.goals", 1)


def test_what_was_on_by_the_file_s_configuration_and_policies() -> None:
    assert Explanation(record(), "a.goals", 3).on == {"WRD001", "ANY001", "ANY002", "WRD002"}


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("findings", "reported"),
        ("suppressed", "suppressed"),
        ("waived", "waived"),
        ("baselined", "baselined"),
        ("yielded", "yielded"),
        ("evidence", "passed"),
    ],
)
def test_what_stands_in_each_list(name: str, outcome: str) -> None:
    said = item("WRD001", 4, "A")
    explained = Explanation(record(**{name: [said, {**said, "path": "b.goals"}, item("WRD001", 8, "A", "B")]}), "a.goals", 3)
    assert explained.verdict("WRD001", BadWord).outcomes == ((outcome, said),)
    assert explained.codes == ([] if outcome == "passed" else ["WRD001"])


def test_of_goals_with_the_same_id_the_nearest_above_is_meant() -> None:
    first, second = item("WRD001", 5, "A"), item("WRD001", 14, "A")
    run = record(findings=[first, second])
    assert Explanation(run, "a.goals", 4).verdict("WRD001", BadWord).outcomes == (("reported", first),)
    assert Explanation(run, "a.goals", 15).verdict("WRD001", BadWord).outcomes == (("reported", second),)


def test_what_is_said_of_the_line_itself_counts_whatever_the_goal() -> None:
    of_file = item("WRD001", 1)
    assert Explanation(record(findings=[of_file]), "a.goals", 1).codes == ["WRD001"]
    assert Explanation(record(findings=[of_file]), "a.goals", 3).codes == []


def test_what_stands_at_the_line_comes_first() -> None:
    run = record(findings=[item("WRD001", 3, "A")], suppressed=[item("WRD002", 5, "A")])
    assert Explanation(run, "a.goals", 5).codes == ["WRD002", "WRD001"]
    assert Explanation(run, "a.goals", 3).codes == ["WRD001", "WRD002"]


@pytest.mark.parametrize(
    ("line", "rule", "outcome"),
    [
        (3, BadWord, "silent"),
        (3, UglyWord, "silent"),
        (8, AnyGoal, "closed"),
        (8, AnyClosedGoal, "silent"),
        (11, AnyGoal, "vision"),
        (1, AnyGoal, "silent"),
    ],
)
def test_why_nothing_is_said(line: int, rule: type[AnyGoal], outcome: str) -> None:
    assert Explanation(record(), "a.goals", line).verdict(rule.code, rule).outcome == outcome


def test_a_rule_that_was_not_on_was_off_even_if_nobody_knows_it_any_more() -> None:
    assert Explanation(record(), "a.goals", 3).verdict("ZZZ001", None).outcome == "off"
    assert Explanation(record(), "a.goals", 3).verdict("WRD001", None).outcome == "silent"


def test_a_rule_of_another_language() -> None:
    class Norwegian(AnyGoal):
        languages = ("nb",)

    outcomes = [Explanation(record(), "a.goals", line).verdict(AnyGoal.code, Norwegian).outcome for line in (3, 14)]
    assert outcomes == ["other-language", "silent"]


def test_a_rule_that_failed_or_could_not_judge_everything() -> None:
    crash = item("INT001", 3, "A", message_id="crashed", params={"rule": "WRD001"})
    notice = {"code": "WRD001", "message": "only a part was read"}
    run = record(findings=[crash], notices=[notice])
    assert Explanation(run, "a.goals", 3).verdict("WRD001", BadWord).outcomes == (("failed", crash), ("undecided", notice))


def test_waivers_that_speak_of_it_and_do_not_excuse_it() -> None:
    about = [{"code": "WRD001", "path": "a.goals", "goal": ["A"]}]
    waivers = [
        {"state": state, "covered": covered, "file": "w.toml", "line": line}
        for line, (state, covered) in enumerate([("active", about), ("expired", about), ("refused", []), ("refused", about)], 1)
    ]
    finding, remark = item("WRD001", 3, "A"), {**item("WAI001", 4), "path": "w.toml", "message": "somebody else approved it"}
    explained = Explanation(record(findings=[finding, remark], waivers=waivers), "a.goals", 3)
    found = explained.verdict("WRD001", BadWord).waivers
    assert [waiver["line"] for waiver in found] == [2, 4]
    assert [explained.remarks(waiver) for waiver in found] == [[], ["somebody else approved it"]]
