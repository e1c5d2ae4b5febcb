"""What is kept of each goal for the rules over several files."""

import json

import pytest

from smartlint.facts import GoalFact, collect, measure, supporters, under
from smartlint.parser import parse
from smartlint.testing import TODAY


def facts(text: str) -> tuple[GoalFact, ...]:
    return collect(parse(text, "a.goals", today=TODAY))


def fact(text: str) -> GoalFact:
    return facts(text)[0]


class TestTimes:
    @pytest.mark.parametrize(
        ("text", "start"),
        [
            ("goal: Win 9 customers\n  start: 2026-03-02\n  period: 2026-Q2\n", "2026-03-02"),
            ("goal: Win 9 customers in Q2 2026\n", "2026-04-01"),
            ("period: 2026\ngoal: Win 9 customers by 30 June 2026\n", "2026-01-01"),
            ("goal: Win 9 customers by 30 June 2026\n", ""),
            ("goal: Win 9 customers\n  deadline: June 2026\n", ""),
            ("goal: Win 9 customers\n", ""),
        ],
    )
    def test_a_goal_starts_as_it_or_its_period_says(self, text: str, start: str) -> None:
        assert fact(text).start == start

    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("goal: Win 9 customers by 30 June 2026\n", "by 30 June 2026"),
            ("goal: Win 9 customers\n  deadline: 2026-06-30\n", "2026-06-30"),
            ("mål: Få 9 kunder innen 30. juni\n", ""),
            ("mål: Få 9 kunder i løpet av seks måneder\n", ""),
            ("goal: Win more than in 2025\n", ""),
            ("deadline: 2026-06-30\ngoal: Win 9 customers\n", ""),
            ("period: 2026-Q2\ngoal: Win 9 customers\n", ""),
            ("goal: Win 9 customers\n", ""),
        ],
    )
    def test_it_is_due_on_a_written_day_of_its_own(self, text: str, due: str) -> None:
        assert text[slice(*fact(text).due)] == due


class TestMeasured:
    @pytest.mark.parametrize(
        ("text", "measured"),
        [
            (
                "goal: Raise the share of returning guests from 40 % to 55 % by 30 June 2026\n",
                "the share of returning guests to",
            ),
            ("goal: Win 40 new customers in Leeds\n", "40 NEW CUSTOMERS in Leeds"),
            ("mål: Øke omsetningen fra 8 til 10 mill. kr\n", "omsetningen til"),
            ("mål: Halde 20 møte kvar måndag\n", "Halde 20 MØTE kvar måndag"),
            ("mål: Sälja för 4 Mkr\n  i hela landet\n", "Sälja för i hela landet"),
            ("mål: Sænke ventetiden til 4 dage\n", "ventetiden til"),
            ("goal: Reach NPS 60\n", "Reach NPS 60"),
        ],
    )
    def test_dates_direction_and_measures_are_left_out(self, text: str, measured: str) -> None:
        assert fact(text).measured == measured

    def test_a_letter_that_has_two_for_its_capital_moves_nothing(self) -> None:
        assert fact("goal: Sell 3 straßen and 4 gassen\n").measured.casefold() == "sell 3 strassen and 4 gassen"

    @pytest.mark.parametrize(
        ("sentence", "direction"),
        [
            ("Raise prices to €4", 1),
            ("Reduce complaints by hiring more people", -1),
            ("Sykefraværet skal ned fra 6 % til 4 %", -1),
            ("Omsetninga frå 4 til 6 mill. kr", 1),
            ("Behålla 40 kunder", 0),
            ("Holde 4 møder", 0),
            ("Increase sales and reduce waste", 0),
        ],
    )
    def test_the_direction_is_that_of_the_words_else_of_the_numbers(self, sentence: str, direction: int) -> None:
        assert fact(f"goal: {sentence}\n").direction == direction


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Reach 40 %", "percent"),
        ("Sell for €400", "EUR"),
        ("Answer within 4 hours", "h"),
        ("Sell 40 bikes", ""),
        ("Reach NPS 60", ""),
        ("Reach 4.5 of 5", ""),
    ],
)
def test_a_measure_has_a_unit_of_its_own(sentence: str, unit: str) -> None:
    target = fact(f"goal: {sentence}\n").target
    assert target is not None
    assert measure(target) == unit


def test_owners_metric_and_scope_are_kept() -> None:
    text = (
        "owner: Amy Holt\ngoal 1: Win 9 customers\n  metric: new customers\n  channel: the web\n"
        "goal 2: Win 8\n  owner: Leo Grant, @kim\n  audience: schools\n  where: Leeds\n  status: paused\n"
    )
    first, second = facts(text)
    assert ([person.text for person in first.owners], first.owner_inherited) == (["Amy Holt"], True)
    assert ([person.text for person in second.owners], second.owner_inherited) == (["Leo Grant", "@kim"], False)
    assert (first.metric, second.metric) == ("new customers", "")
    assert (first.scope, second.scope) == (("the web", "", ""), ("", "schools", "Leeds"))
    assert (first.status, second.status, second.open) == ("committed", "paused", True)


def test_what_it_says_and_where_it_stands_is_kept() -> None:
    text = "team: A\n\ngoal 1: Win 9 customers by 30 June 2026\n  owner: Amy Holt\n  goal 1.1: Call 40 shops\n    how: in May\n"
    first, second = facts(text)
    assert (first.line, second.line) == (3, 5)
    assert first.said == ("deadline", "owner", "target", "team")
    assert second.said == ("deadline", "how", "owner", "target", "team")
    assert text[slice(*first.body)] == "goal 1: Win 9 customers by 30 June 2026\n  owner: Amy Holt"


def test_facts_can_be_written_as_json() -> None:
    text = "goal 1: Raise sales from €4 to €6 by 30 June 2026\n  owner: Amy Holt\n  supports: S1\n"
    written = json.loads(json.dumps(fact(text).as_json()))
    assert written["target"]["high"] == 6
    assert written["owners"][0]["text"] == "Amy Holt"
    assert text[slice(*written["due"])] == "by 30 June 2026"


class TestWhatStandsBelow:
    """Nested or in support, in one file."""

    TEXT = (
        "team: North\ngoal A: Safe roads\n  goal B: Fit 40 lamps\n    goal C: Buy lamps\n"
        "goal D: Paint 9 crossings\n  supports: a\ngoal E: Clear 9 verges\n  supports: North/D\n"
        "goal F: Ask\n  supports: D\n  status: cancelled\n"
        "goal G: Ring\n  supports: South/A, x/a/A, F\n"
    )

    def below(self, name: str, text: str = TEXT, path: str = "x/a.goals") -> list[str]:
        document = parse(text, path, today=TODAY)
        above = next(goal for goal in document.all_goals if goal.id.text == name)
        return sorted(goal.id.text for goal in under(document, above))

    def test_nested_and_supporting_goals_to_the_bottom_but_for_cancelled_ones(self) -> None:
        assert self.below("A") == ["B", "C", "D", "E", "G"]
        assert self.below("D") == ["E"]

    def test_a_link_to_another_team_or_file_is_none_of_this_one(self) -> None:
        assert self.below("A", path="y/b.goals") == ["B", "C", "D", "E"]

    def test_goals_that_support_each_other_are_no_endless_way(self) -> None:
        text = "goal A: Sell\n  supports: B\ngoal B: Buy\n  supports: A\n"
        assert (self.below("A", text), self.below("B", text)) == (["B"], ["A"])

    def test_cancelled_ones_support_too_but_hold_nothing_up(self) -> None:
        document = parse(self.TEXT, "x/a.goals", today=TODAY)
        assert [goal.id.text for goal in supporters(document, document.all_goals[3])] == ["E", "F"]

    def test_a_goal_without_an_id_has_no_supporters(self) -> None:
        document = parse("goal: Sell\n\ngoal: Buy\n  supports: A\n", today=TODAY)
        assert not supporters(document, document.goals[0])


class TestUnread:
    def test_a_goal_with_a_line_that_is_not_understood(self) -> None:
        one, other = facts("O1: Guests come back\n  ownr: Amy Holt\nO2: Guests stay\n")
        assert (one.unread, other.unread) == (True, False)
