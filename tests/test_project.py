"""What links lead to, and which goals lie above and below a goal, over files."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.facts import GoalFact, collect, fold
from smartlint.parser import parse
from smartlint.project import Project
from smartlint.testing import TODAY


def project(texts: dict[str, str], *, partial: bool = False) -> Project:
    return Project((collect(parse(text, path, today=TODAY)) for path, text in texts.items()), partial=partial)


def place(fact: GoalFact) -> str:
    """A goal by its file and the start of its sentence, which each test makes its own."""
    return f"{fact.file}: {fact.statement}"


def goal(files: Project, statement: str) -> GoalFact:
    (found,) = (fact for fact in files.goals if fact.statement == statement)
    return found


def resolved(files: Project, statement: str) -> list[list[str]]:
    """What each link of a goal may mean."""
    fact = goal(files, statement)
    return [[place(match) for match in files.resolve(fact, link).matches] for link in fact.supports]


def linked(texts: dict[str, str], link: str, *, path: str = "x.goals", team: str = "", partial: bool = False) -> list[str]:
    """What a link means that stands in a file of its own; ``?`` where that is undecided."""
    heading = f"team: {team}\n" if team else ""
    files = project({**texts, path: f"{heading}goal X: from here\n  supports: {link}\n"}, partial=partial)
    fact = goal(files, "from here")
    (written,) = fact.supports
    found = files.resolve(fact, written)
    return [place(match) for match in found.matches] + ["?"] * found.undecided


TEAMS = {
    "north/plan.goals": "team: Sales\ngoal S1: sales north\n",
    "south/plan.goals": "team: Sales\ngoal S1: sales south\n",
    "web.goals": "team: Web shop\ngoal S1: web\ngoal S2: web too\n",
    "free.goals": "goal F1: of no team\n",
}


class TestWithoutAPlace:
    def test_a_link_leads_to_the_goal_of_its_file(self) -> None:
        files = project({"a.goals": "goal S1: first\n\ngoal G1: second\n  supports: S1\n", "b.goals": "goal S1: third\n"})
        assert resolved(files, "second") == [["a.goals: first"]]

    def test_the_file_comes_before_the_team(self) -> None:
        files = project(
            {
                "a.goals": "team: Sales\ngoal S1: first\n\ngoal G1: second\n  supports: S1\n",
                "b.goals": "team: Sales\ngoal S1: third\n",
            }
        )
        assert resolved(files, "second") == [["a.goals: first"]]

    def test_in_a_file_it_does_not_matter_which_section_a_goal_stands_in(self) -> None:
        files = project({"a.goals": "team: A\ngoal S1: first\n\nteam: B\ngoal G1: second\n  supports: S1\n"})
        assert resolved(files, "second") == [["a.goals: first"]]

    def test_else_to_the_goal_of_its_team(self) -> None:
        assert linked(TEAMS, "S2", team="Web shop") == ["web.goals: web too"]
        assert linked(TEAMS, "S2", team="Sales") == []

    @pytest.mark.parametrize("folder", ["north", "south"])
    def test_the_goal_in_the_same_folder_comes_first(self, folder: str) -> None:
        assert linked(TEAMS, "S1", path=f"{folder}/more.goals", team="Sales") == [f"{folder}/plan.goals: sales {folder}"]

    def test_the_goal_in_the_nearest_folder_above_comes_next(self) -> None:
        texts = {**TEAMS, "plan.goals": "team: Sales\ngoal S1: all sales\n"}
        assert linked(texts, "S1", path="north/2026/q1/more.goals", team="Sales") == ["north/plan.goals: sales north"]
        assert linked(texts, "S1", path="east/2026/more.goals", team="Sales") == ["plan.goals: all sales"]
        assert linked(texts, "S1", path="/away/more.goals", team="Sales") == [
            "north/plan.goals: sales north",
            "south/plan.goals: sales south",
            "plan.goals: all sales",
        ]

    def test_from_another_folder_both_are_meant(self) -> None:
        both = ["north/plan.goals: sales north", "south/plan.goals: sales south"]
        assert linked(TEAMS, "S1", path="east/more.goals", team="Sales") == both

    def test_without_a_team_only_the_file_is_searched(self) -> None:
        assert linked(TEAMS, "F1") == []
        assert linked(TEAMS, "F1", partial=True) == []
        assert linked({"a.goals": "goal S1: first\n"}, "S1") == []

    def test_two_goals_of_one_file_are_both_meant(self) -> None:
        files = project({"a.goals": "goal S1: first\n\ngoal S1: second\n\ngoal G1: third\n  supports: S1\n"})
        assert resolved(files, "third") == [["a.goals: first", "a.goals: second"]]

    def test_a_goal_without_an_id_is_never_meant(self) -> None:
        files = project({"a.goals": "goal: first\n\ngoal G1: second\n  supports: first\n"})
        assert resolved(files, "second") == [[]]


class TestWithAPlace:
    def test_a_team(self) -> None:
        assert linked(TEAMS, "Web shop/S2") == ["web.goals: web too"]
        assert linked(TEAMS, "Web shop/S1", team="Sales") == ["web.goals: web"]

    def test_a_team_with_the_same_id_in_two_files(self) -> None:
        assert linked(TEAMS, "Sales/S1") == ["north/plan.goals: sales north", "south/plan.goals: sales south"]

    def test_a_team_that_is_named_has_the_goal_though_the_file_has_one_too(self) -> None:
        files = project({**TEAMS, "x.goals": "goal S1: mine\n\ngoal G1: from here\n  supports: Web shop/S1\n"})
        assert resolved(files, "from here") == [["web.goals: web"]]

    @pytest.mark.parametrize("link", ["north/plan/S1", "NORTH/Plan/s1"])
    def test_folder_and_file(self, link: str) -> None:
        assert linked(TEAMS, link) == ["north/plan.goals: sales north"]

    def test_the_end_of_a_path(self) -> None:
        texts = {"2026/north/plan.goals": "goal S1: this year\n", "2026/snorth/plan.goals": "goal S1: no\n"}
        assert linked(texts, "north/plan/S1") == ["2026/north/plan.goals: this year"]
        assert linked(texts, "2026/north/plan/S1") == ["2026/north/plan.goals: this year"]

    def test_the_name_of_a_file(self) -> None:
        assert linked(TEAMS, "free/F1") == ["free.goals: of no team"]
        assert linked(TEAMS, "plan/S1") == ["north/plan.goals: sales north", "south/plan.goals: sales south"]
        assert linked({"fy26.q1.goals": "goal S1: by quarter\n"}, "fy26.q1/S1") == ["fy26.q1.goals: by quarter"]

    @pytest.mark.parametrize("link", ["ree/F1", "free.goals/F1", "fre/F1", "lan/S1", "Sales/S2", "north/S1", "shop/S2"])
    def test_what_is_only_alike_is_not_meant(self, link: str) -> None:
        assert linked(TEAMS, link) == []

    def test_a_team_and_a_file_of_one_name(self) -> None:
        texts = {"web.goals": "goal S1: of the file\n", "b.goals": "team: Web\ngoal S1: of the team\n"}
        assert linked(texts, "Web/S1") == ["web.goals: of the file", "b.goals: of the team"]
        one = {"web.goals": "team: Web\ngoal S1: both\n"}
        assert linked(one, "Web/S1") == ["web.goals: both"]


class TestPartial:
    def test_what_is_not_found_may_stand_elsewhere(self) -> None:
        assert linked(TEAMS, "S9", team="Sales", partial=True) == ["?"]
        assert linked(TEAMS, "Company/S1", partial=True) == ["?"]
        assert linked(TEAMS, "west/plan/S1", partial=True) == ["?"]

    def test_a_file_or_team_that_was_given_has_no_other_goals(self) -> None:
        assert linked(TEAMS, "free/F9", partial=True) == []
        assert linked(TEAMS, "Web shop/S9", partial=True) == []

    def test_what_is_found_is_decided(self) -> None:
        assert linked(TEAMS, "S2", team="Web shop", partial=True) == ["web.goals: web too"]
        assert linked(TEAMS, "free/F1", partial=True) == ["free.goals: of no team"]

    @pytest.mark.parametrize("link", ["S9", "Company/S1", "west/plan/S1"])
    def test_in_a_whole_project_it_is_missing(self, link: str) -> None:
        assert linked(TEAMS, link, team="Sales") == []


class TestNames:
    @pytest.mark.parametrize("link", ["ås1", "ÅS1", "A\u030as1", "a\u030aS1"])
    def test_case_and_unicode_form_of_an_id_do_not_matter(self, link: str) -> None:
        assert linked({"a.goals": "team: Salg\nmål Ås1: få kunder\n"}, link, team="SALG") == ["a.goals: få kunder"]

    @pytest.mark.parametrize("team", ["Forsyning Nordøst", "FORSYNING  NORDØST", "forsyning\u00a0nordøst"])
    def test_case_and_blanks_of_a_team_do_not_matter(self, team: str) -> None:
        assert linked({"a.goals": "team: Forsyning Nordøst\nmål S1: få kunder\n"}, f"{team}/S1") == ["a.goals: få kunder"]

    def test_a_file_whose_name_is_decomposed_is_found(self) -> None:
        path = normalize("NFD", "område/mål.goals")
        assert linked({path: "mål S1: få kunder\n"}, "område/mål/S1") == [f"{path}: få kunder"]
        assert linked({path: "mål S1: få kunder\n"}, normalize("NFD", "Mål/S1")) == [f"{path}: få kunder"]

    @pytest.mark.parametrize(("one", "other"), [("o", "ø"), ("a", "å"), ("S1", "S 1"), ("S1", "S-1")])
    def test_other_differences_do_matter(self, one: str, other: str) -> None:
        assert fold(one) != fold(other)

    @given(st.text())
    def test_every_form_of_a_name_is_compared_as_one(self, name: str) -> None:
        assert fold(normalize("NFD", name)) == fold(normalize("NFC", name)) == fold(f"  {name} ")

    def test_a_goal_is_called_by_its_id_else_by_its_sentence(self) -> None:
        files = project({"a.goals": "goal S1: first\n\ngoal: second\n\ngoal: " + "x" * 80 + "\n"})
        assert [fact.name for fact in files.goals] == ["S1", "second", "x" * 60]


class TestItself:
    def test_a_goal_that_names_its_own_id_means_another_one_if_there_is_one(self) -> None:
        files = project({"a.goals": "goal S1: first\n  supports: S1\n\ngoal S1: second\n"})
        assert resolved(files, "first") == [["a.goals: second"]]
        texts = {"a.goals": "team: A\ngoal S1: first\n", "b.goals": "team: B\ngoal S1: second\n  supports: A/S1\n"}
        assert resolved(project(texts), "second") == [["a.goals: first"]]

    def test_else_itself(self) -> None:
        assert resolved(project({"a.goals": "goal S1: first\n  supports: S1\n"}), "first") == [["a.goals: first"]]


FAMILY = {
    "company.goals": "team: Company\nstrategic goal S1: grow\n  goal S1.1: grow here\n    goal S1.1.1: grow now\n",
    "web.goals": (
        "team: Web\ngoal G1: sell\n  supports: Company/S1, S1.1\n\ngoal G2: sell more\n  supports: Company/S1, Company/S1.1\n"
    ),
}


class TestFamily:
    FILES = project(FAMILY)

    def names(self, *facts: GoalFact) -> list[str]:
        return [fact.statement for fact in facts]

    def test_parents(self) -> None:
        parents = {fact.statement: self.FILES.parent(fact) for fact in self.FILES.goals}
        assert {name: parent.statement if parent else None for name, parent in parents.items()} == {
            "grow": None,
            "grow here": "grow",
            "grow now": "grow here",
            "sell": None,
            "sell more": None,
        }

    def test_children_are_those_directly_under_a_goal(self) -> None:
        children = {fact.statement: self.names(*self.FILES.children(fact)) for fact in self.FILES.goals}
        assert children == {
            "grow": ["grow here"],
            "grow here": ["grow now"],
            "grow now": [],
            "sell": [],
            "sell more": [],
        }

    def test_supporters_stand_by_file_and_index(self) -> None:
        found = {key: self.names(*facts) for key, facts in self.FILES.supporters.items()}
        assert found == {("company.goals", 0): ["sell", "sell more"], ("company.goals", 1): ["sell more"]}

    def test_below_are_children_and_supporters(self) -> None:
        below = {fact.statement: self.names(*self.FILES.below(fact)) for fact in self.FILES.goals}
        assert below["grow"] == ["grow here", "sell", "sell more"]
        assert below["grow here"] == ["grow now", "sell more"]
        assert below["sell"] == []

    def test_above_are_the_parent_and_what_a_goal_supports(self) -> None:
        above = {fact.statement: self.names(*self.FILES.above(fact)) for fact in self.FILES.goals}
        assert above == {
            "grow": [],
            "grow here": ["grow"],
            "grow now": ["grow here"],
            "sell": ["grow"],
            "sell more": ["grow", "grow here"],
        }

    def test_a_child_that_supports_has_both_above(self) -> None:
        files = project({**FAMILY, "x.goals": "goal A: big\n  goal A.1: small\n    supports: Company/S1\n"})
        assert self.names(*files.above(goal(files, "small"))) == ["big", "grow"]

    def test_goals_of_two_files_with_one_index_are_kept_apart(self) -> None:
        files = project({"a.goals": "goal A: big\n  goal B: small\n", "b.goals": "goal A: great\n  goal B: tiny\n"})
        assert self.names(*files.children(goal(files, "great"))) == ["tiny"]
        assert self.names(*filter(None, [files.parent(goal(files, "tiny"))])) == ["great"]


STRATEGIES = {
    "company.goals": "strategic goal S1: of the house\n",
    "nord/plan.goals": "strategic goal S2: of the north\n\ngoal G2: north\n",
    "nord/bergen/plan.goals": "strategic goal S3: of the town\n\ngoal G3: town\n",
    "nordvest/plan.goals": "strategic goal S4: of another folder\n\ngoal G4: another folder\n",
    "top.goals": "goal G1: house\n",
}


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("house", ["of the house"]),
        ("north", ["of the house", "of the north"]),
        ("town", ["of the house", "of the north", "of the town"]),
        ("another folder", ["of the house", "of another folder"]),
    ],
)
def test_strategies_are_those_of_the_folder_and_the_folders_above(statement: str, expected: list[str]) -> None:
    files = project(STRATEGIES)
    assert sorted(fact.statement for fact in files.strategies_for(goal(files, statement))) == sorted(expected)


def test_a_strategy_is_an_open_strategic_goal_and_no_vision() -> None:
    files = project(
        {
            "a.goals": "strategic goal S1: over\n  status: done\n\nstrategic goal S2: given up\n  status: cancelled\n\n"
            "strategic vision V: a dream\n\ngoal G1: here\n\nstrategic goal S3: to do\n"
        }
    )
    assert [fact.statement for fact in files.strategies_for(goal(files, "here"))] == ["to do"]


def test_whether_there_is_a_strategy() -> None:
    files = project({**STRATEGIES, "company.goals": "goal G0: of the house\n"})
    assert [fact.id for fact in files.goals if files.has_strategy(fact)] == ["S2", "G2", "S3", "G3", "S4", "G4"]


def test_folders_of_work_are_those_with_open_operational_goals_and_those_above() -> None:
    files = project(
        {
            "nord/bergen/plan.goals": "goal: Win 9 customers\n",
            "sor/plan.goals": "strategic goal: Win 9 customers\n\ngoal: Win 8\n  status: done\n\nvision: Best\n",
        }
    )
    assert files.working_folders == {"nord/bergen", "nord", ""}


def test_of_very_many_goals_that_a_link_may_mean_the_first_are_given() -> None:
    files = project({"a.goals": "goal S1: win\n" * 30 + "goal G1: from here\n  supports: S1\n"})
    (found,) = resolved(files, "from here")
    assert len(found) == 20


def test_the_roster_is_there_for_the_rules() -> None:
    assert Project([], roster=["Amy Holt"]).roster == ("Amy Holt",)
    assert Project([]).roster == ()


def test_teams_are_those_of_goals_as_they_are_compared() -> None:
    assert project(TEAMS).teams == {"sales", "web shop"}


def test_goals_of_a_kind_in_order() -> None:
    files = project({"a.goals": "goal A: one\n  key result: two\n  key result: three\n", "b.goals": "key result: four\n"})
    assert [fact.statement for fact in files.of_kind("key_result")] == ["two", "three", "four"]
    assert files.of_kind("vision") == ()


def test_facts_are_those_of_a_json_file() -> None:
    text = (
        "team: Web\nperiod: 2026-Q1\ngoal G1: Win 4 customers by 15 March 2026\n  supports: S1\n  status: done\n"
        "\n  strategic goal S1: Win more\n"
    )
    first, second = project({"a.goals": text}).goals
    assert (first.file, first.index, first.parent, second.index, second.parent) == ("a.goals", 0, None, 1, 0)
    assert (first.id, first.kind, first.level, first.open, first.team) == ("G1", "goal", "operational", False, "Web")
    assert (first.period, first.deadline) == (("2026-01-01", "2026-03-31"), "2026-03-15")
    assert (second.level, second.level_stated, second.path) == ("strategic", True, ("G1", "S1"))
    assert text[slice(*first.id_span)] == "G1"
    assert text[slice(*first.head)] == "goal G1"
    assert text[slice(*first.supports[0].span)] == first.as_json()["supports"][0]["text"] == "S1"
    assert not first.supports_inherited


def test_a_link_of_the_heading_is_marked_as_such() -> None:
    files = project({"a.goals": "supports: S1\ngoal G1: here\n\nstrategic goal S1: there\n"})
    assert goal(files, "here").supports_inherited
    assert resolved(files, "here") == [["a.goals: there"]]


def test_a_project_without_files_has_nothing() -> None:
    files = project({"a.goals": ""})
    assert (files.goals, files.teams, files.supporters) == ((), frozenset(), {})
    assert files.documents == ((),)
