"""Rules without code: what they find, what they say in each language, and what is wrong with those that are none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartlint.finding import Finding
from smartlint.linter import Linter, Settings
from smartlint.policy.declaration import Misdeclared, read
from smartlint.policy.declared import declared
from smartlint.rule import DocumentRule, GoalRule, ProjectRule, Rule
from smartlint.testing import TODAY, lint, unmark

TEXT = """\
team: Sales
language: en

goal G1: Win 10 customers by 30 June 2026
  owner: Kari Nordmann
  metric: churn
  x-cost-centre: 4411

goal G2: Sign 5 partners
  owner: Kari Nordmann
  deadline: 30 September 2026

goal G3: Close the old shop
  owner: Per Hansen
  status: done
"""


def rule(**keys: Any) -> dict[str, Any]:
    """A ``[[rule]]`` that lacks nothing; ``_`` in a key stands for ``-``, ``assert_`` for ``assert``."""
    table = {"code": "ACM001", "name": "cost-centre", "message": "{goal.id} is wrong", "assert": "true"}
    return {**table, **{key.rstrip("_").replace("_", "-"): value for key, value in keys.items()}}


def found(table: dict[str, Any], text: str = TEXT, today: date = TODAY, **tables: Any) -> list[Finding]:
    made = declared(table, "acme.toml", tables)
    result = lint(text, made, today=today)
    assert not result.crashed
    return [one for one in result.findings if one.rule is made]


def said(table: dict[str, Any], text: str = TEXT, **tables: Any) -> list[str]:
    return [one.message("en") for one in found(table, text, **tables)]


def test_a_rule_about_goals() -> None:
    table = rule(
        level="error",
        when="goal.open",
        assert_='has(goal.fields.`x-cost-centre`) && goal.fields["x-cost-centre"].matches("^[0-9]{4}$")',
        message="{goal.id} has no cost centre, and is due {goal.deadline.end}",
        help="Write `x-cost-centre: ⟨four digits⟩` below {goal.name}.",
    )
    (one,) = found(table)
    assert one.message("en") == "G2 has no cost centre, and is due 2026-09-30"
    assert one.help("en") == "Write `x-cost-centre: ⟨four digits⟩` below G2."
    assert (one.level, one.goal, one.place.start.line, one.place.start.column) == ("error", ("G2",), 9, 1)


def test_a_finding_may_stand_at_a_field() -> None:
    (one,) = found(rule(assert_="!has(goal.deadline) || goal.deadline.end < date('2026-09-01')", at="deadline"))
    assert (one.place.start.line, one.place.start.column) == (11, 3)


def test_a_rule_about_owners_is_asked_of_each_once() -> None:
    table = rule(
        for_each="owner",
        assert_="owner.goals.size() < 2",
        message="{owner.name} has {owner.goals.size()} goals: {owner.goals.map(g, g.id)}",
    )
    assert said(table) == ["Kari Nordmann has 2 goals: G1, G2"]
    assert said({**table, "assert": "owner.name != 'Per Hansen'"}) == []


def test_a_rule_about_files_teams_and_the_project() -> None:
    assert said(rule(for_each="document", assert_="document.goals.size() > 3", message="only {document.goals.size()}")) == [
        "only 3"
    ]
    assert said(rule(for_each="team", assert_="team.goals.all(g, has(g.deadline))", message="{team.name}")) == []
    assert said(rule(for_each="team", assert_="team.goals.all(g, has(g.metric))", message="{team.name}")) == ["Sales"]
    assert said(rule(for_each="project", assert_="'HR' in project.teams", message="only {project.teams}")) == ["only Sales"]


def test_a_rule_sees_tables() -> None:
    table = rule(assert_="goal.metric == '' || data.metrics.exists(m, m.name == goal.metric)", message="{goal.metric}?")
    assert said(table, metrics=[{"name": "NPS"}]) == ["churn?"]
    assert said(table, metrics=[{"name": "churn"}]) == []


def test_a_rule_sees_the_day_and_may_begin_later() -> None:
    table = rule(assert_="!has(goal.deadline) || goal.deadline.end > today.addDays(200)", message="{goal.id}")
    assert said(table) == ["G1"]
    assert found({**table, "from": date(2026, 3, 1)}) == []
    assert found({**table, "from": date(2026, 2, 1)}) != []
    assert found({**table, "from": "2026-02-02"}) == []


def test_closed_goals_are_left_alone_unless_the_rule_says_otherwise() -> None:
    assert said(rule(assert_="false")) == ["G1 is wrong", "G2 is wrong"]
    assert said(rule(assert_="false", closed=True)) == ["G1 is wrong", "G2 is wrong", "G3 is wrong"]


def test_so_are_those_of_owners_and_teams() -> None:
    text = f"{TEXT}\nvision: Be the best shop\n  owner: Ada Lund\n"
    owners = rule(for_each="owner", assert_="false", message="{owner.name}: {owner.goals.map(g, g.id)}")
    assert said(owners, text) == ["Kari Nordmann: G1, G2"]
    assert said({**owners, "closed": True}, text) == ["Kari Nordmann: G1, G2", "Per Hansen: G3"]
    assert "Ada Lund" in said({**owners, "visions": True}, text)[-1]
    teams = rule(for_each="team", assert_="false", message="{team.name}: {team.goals.size()}")
    assert said(teams, text) == ["Sales: 2"]
    assert said({**teams, "closed": True, "visions": True}, text) == ["Sales: 4"]


def test_visions_are_left_alone_unless_the_rule_says_otherwise() -> None:
    text = "vision: Be the best shop\ngoal G1: Win 10 customers\n"
    assert said(rule(assert_="false", message="{goal.kind}"), text) == ["goal"]
    assert said(rule(assert_="false", message="{goal.kind}", visions=True), text) == ["vision", "goal"]


def test_a_finding_stands_at_the_first_goal_of_what_is_judged() -> None:
    for each, line in (("document", 4), ("owner", 4), ("team", 4), ("project", 4)):
        (one, *_) = found(rule(for_each=each, assert_="false", message="x"))
        assert one.place.start.line == line
    assert found(rule(for_each="document", assert_="false", message="x"), "# nothing here\n")[0].place.start.line == 1
    assert found(rule(for_each="project", assert_="false", message="x"), "# nothing here\n") == []


def test_at_a_field_that_a_goal_has_not_it_stands_at_the_goal() -> None:
    places = [(one.goal, one.place.start.line) for one in found(rule(assert_="false", at="metric"))]
    assert places == [(("G1",), 6), (("G2",), 9)]


def test_messages_in_each_language() -> None:
    message = {"nb": "{goal.id} er feil {{nå}}", "en": "{goal.id} is wrong {{now}}"}
    made = declared(rule(assert_="false", message=message, title={"en": "Cost centre", "sv": "Kostnadsställe"}), "acme.toml")
    (one, _) = lint(TEXT, made).findings
    assert one.message("en") == "G1 is wrong {now}"
    english = made.messages["broken"]
    translate = getattr(made, "in_language")  # noqa: B009 - only rules without code have it
    assert translate(english, "nb") == "{goal_id} er feil {{nå}}"
    assert translate(english, "da") == english
    assert translate("Cost centre", "sv") == "Kostnadsställe"


def test_what_has_no_value_is_a_dash() -> None:
    assert (
        said(rule(when="goal.id == 'G1'", assert_="false", message="{goal.target.value} {goal.review} {goal.parent.id}"))[0]
        == "10 – –"
    )


def test_what_cannot_be_judged_is_said() -> None:
    (one, _) = found(rule(assert_="goal.parent.id == 'S1'"))
    assert one.message_id == "unclear"
    assert one.message("en") == "`cost-centre` cannot be judged here: a value of the type `null_type` has no field `id`"
    ten = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]"
    (one, _) = found(rule(assert_=f"{ten}.all(a, {ten}.all(b, {ten}.all(c, {ten}.all(d, {ten}.all(e, a + b + c < 99)))))"))
    assert one.message("en") == "`cost-centre` cannot be judged here: the expression takes too many steps"


@pytest.mark.parametrize(
    ("each", "base"),
    [("goal", GoalRule), ("document", DocumentRule), ("owner", ProjectRule), ("team", ProjectRule), ("project", ProjectRule)],
)
def test_each_is_a_rule_like_any_other(each: str, base: type[Rule]) -> None:
    made = declared(rule(for_each=each, message="wrong"), "acme.toml")
    assert issubclass(made, base)
    assert (made.code, made.name, made.level, made.title) == ("ACM001", "cost-centre", "warning", "Cost centre")
    result = Linter(Settings((made,), TODAY)).finish()
    assert not result.findings


def test_examples_are_kept() -> None:
    made = read(rule(examples={"pass": ["goal: a"], "fail": ["b.goals", "goal: c"]}), "acme.toml")
    assert [(one.text, one.found) for one in made.examples] == [("goal: a", False), ("b.goals", True), ("goal: c", True)]
    assert made.origin == "acme.toml"


MISDECLARED: list[tuple[dict[str, Any], str]] = [
    ({"code": "ACM1"}, "code: `ACM1` is not written like `ACM001`"),
    ({"code": 7}, "code: `code` is a text"),
    ({"name": "Cost Centre"}, "name: `Cost Centre` is not written like `cost-centre`"),
    ({"level": "eror"}, "level: `eror` is none of error, warning, info. Did you mean `error`?"),
    ({"for_each": "goals"}, "for-each: `goals` is none of goal, document, owner, team, project. Did you mean `goal`?"),
    ({"mesage": "x"}, "mesage: a rule has no `mesage`. Did you mean `message`?"),
    ({"at": "deadlin"}, "at: no field is called `deadlin`. Did you mean `deadline`?"),
    ({"at": "frist"}, "at: no field is called `frist`. Did you mean `deadline`?"),
    ({"at": 3}, "at: `at` is a text"),
    ({"closed": "yes"}, "closed: `closed` is `true` or `false`"),
    ({"from_": "soon"}, "from: `from` is a day like 2026-09-30"),
    ({"message": 3}, "message: `message` is a text, or a text for each language"),
    ({"message": {}}, "message: `message` is a text, or a text for each language"),
    ({"message": {"no": "x"}}, "message.no: `no` is none of en, nb, nn, sv, da"),
    ({"message": {"nb": 1}}, "message.nb: `nb` is a text"),
    ({"message": "100 } of"}, "message: a single brace is written twice, as `}}`"),
    ({"examples": ["goal: a"]}, "examples: `examples` has `pass` and `fail`, lists of goal texts"),
    ({"examples": {"good": []}}, "examples.good: `examples` has `pass` and `fail`, lists of goal texts"),
    ({"examples": {"pass": "goal: a"}}, "examples.pass: `pass` is a list of texts"),
    ({"assert_": ""}, "assert: the expression is not complete: something is missing at its end"),
    ({"assert_": "goal.id"}, "assert: this must be `bool`, and is `string`"),
]


@pytest.mark.parametrize(("keys", "expected"), MISDECLARED, ids=[expected for _, expected in MISDECLARED])
def test_what_is_no_rule(keys: dict[str, Any], expected: str) -> None:
    with pytest.raises(Misdeclared) as raised:
        declared(rule(**keys), "acme.toml")
    assert str(raised.value) == expected


@pytest.mark.parametrize(
    ("key", "marked", "expected"),
    [
        ("assert", "goal.⟦ownr⟧.size() > 0", "a `Goal` has no field `ownr`. Did you mean `owner`?"),
        ("when", "⟦document⟧.goals.size() > 0", "nothing is called `document`"),
        ("assert", "data.⟦metrcs⟧.size() > 0", "a `Data` has no field `metrcs`. Did you mean `metrics`?"),
        ("assert", "goal.id.matches(⟦'[A-Z'⟧)", "in the pattern `[A-Z`, `[A-Z` is not closed"),
        ("when", "today < date(⟦'2026-02-30'⟧)", "`2026-02-30` is no day like `2026-06-30`"),
        ("message", "no {goal.⟦naem⟧}", "a `Goal` has no field `naem`. Did you mean `name`?"),
        ("help", "{1} and { goal.id ⟦=⟧ 1 }", "`=` is not expected here. Did you mean `==`?"),
    ],
)
def test_a_mistake_in_an_expression_has_its_place(key: str, marked: str, expected: str) -> None:
    text, [span] = unmark(marked)
    with pytest.raises(Misdeclared) as raised:
        declared({**rule(), key: text}, "acme.toml", {"metrics": []})
    assert raised.value.keys == (key,)
    assert (raised.value.expression, raised.value.mistake.span) == (text, span)
    assert str(raised.value.mistake) == expected


@pytest.mark.parametrize("key", ["code", "name", "message", "assert"])
def test_what_a_rule_must_have(key: str) -> None:
    table = rule()
    del table[key]
    with pytest.raises(Misdeclared, match=f"the rule lacks `{key}`"):
        declared(table, "acme.toml")
