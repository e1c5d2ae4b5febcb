"""What holds for a file: nearest configuration, extension, selection, levels, options, patterns."""

from datetime import date
from pathlib import Path

import pytest

from smartlint.configuration.configuration import Configuration
from smartlint.configuration.configurations import Configurations, stated
from smartlint.linter import Settings
from smartlint.registry import find, load
from smartlint.rule import Rule

TODAY = date(2026, 2, 1)


def rule(code: str) -> type[Rule]:
    (found,) = find(code, load())
    return found


def write(files: dict[str, str]) -> None:
    for path, text in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def of(path: str, *above: str, isolated: bool = False, file: str = "") -> Configuration:
    configurations = Configurations(
        isolated=isolated, file=Path(file) if file else None, above=[stated(text, "--config") for text in above]
    )
    configuration = configurations.of(path)
    configurations.must_be_right()
    return configuration


def settings(path: str) -> Settings:
    configurations = Configurations()
    found = configurations.settings(path, TODAY)
    configurations.must_be_right()
    return found


def codes(configuration: Configuration) -> set[str]:
    return {each.code for each in configuration.enabled if not each.always}


def test_without_any_the_defaults_hold() -> None:
    configuration = of("a.goals")
    assert configuration.layers == ()
    assert configuration.profile == "smart"
    assert codes(configuration) == {each.code for each in load() if "smart" in each.profiles and not each.always}
    assert settings("a.goals").language == ""


class TestDiscovery:
    """The nearest file, and nothing of the others."""

    def test_nearest_to_the_file_and_nothing_merged(self) -> None:
        write({"smartlint.toml": 'profile = "sales"\nlanguage = "nb"\n', "a/b/smartlint.toml": 'language = "sv"\n'})
        assert of("x.goals").profile == "sales"
        assert of("a/x.goals").language == "nb"
        below = of("a/b/x.goals")
        assert (below.profile, below.language) == ("smart", "sv")

    def test_of_three_in_a_folder_the_hidden_one(self) -> None:
        write({"pyproject.toml": '[tool.smartlint]\nprofile = "okr"\n'})
        assert of("x.goals").profile == "okr"
        write({"smartlint.toml": 'profile = "sales"\n'})
        assert of("x.goals").profile == "sales"
        write({".smartlint.toml": 'profile = "effect"\n'})
        assert of("x.goals").profile == "effect"

    def test_a_project_file_that_does_not_speak_of_smartlint_is_passed_by(self) -> None:
        write(
            {
                "smartlint.toml": 'profile = "okr"\n',
                "a/pyproject.toml": '[project]\ndependencies = ["smartlint"]\n',
                "b/pyproject.toml": "[project\n# smartlint is run on it\n",
            }
        )
        assert of("a/x.goals").profile == of("b/x.goals").profile == "okr"

    def test_a_project_file_that_is_no_text_is_passed_by(self, folder: Path) -> None:
        (folder / "pyproject.toml").write_bytes(b"\xff\xfe smartlint")
        assert of("x.goals").layers == ()

    def test_isolated_and_a_file_of_ones_own(self) -> None:
        write({"smartlint.toml": 'profile = "okr"\n', "ci/strict.toml": 'profile = "all"\n'})
        assert of("x.goals", isolated=True).profile == "smart"
        assert of("x.goals", file="ci/strict.toml").profile == "all"

    def test_the_nearest_common_folder(self) -> None:
        write({"smartlint.toml": 'profile = "okr"\n', "a/smartlint.toml": 'profile = "sales"\n'})
        configurations = Configurations()
        assert configurations.common(["a/x.goals", "a/b/y.goals"]).profile == "sales"
        assert configurations.common(["a/x.goals", "b/y.goals"]).profile == "okr"

    def test_files_that_nothing_sets_apart_share_their_settings(self) -> None:
        write({"smartlint.toml": '[lint.per-file-ignores]\n"drafts/**" = ["TIM"]\n'})
        configurations = Configurations()
        one = configurations.settings("a.goals", TODAY)
        assert configurations.settings("b/c.goals", TODAY) is one
        assert configurations.settings("drafts/c.goals", TODAY) is configurations.settings("drafts/d/e.goals", TODAY) is not one


class TestExtension:
    """What is extended is built on key by key; lists that add up do."""

    FILES = {
        "base.toml": """\
            profile = "sales"
            exclude = ["archive/**"]
            [calendar]
            fiscal-year-starts = "july"
            holidays = "NO"
            [lint]
            extend-select = ["BAL006"]
            ignore = ["MEA010"]
            [lint.levels]
            TIM = "error"
            [lint.rules.too-many-goals]
            operational = { warn = 2, max = 3 }
            """,
        "team/smartlint.toml": """\
            extend = "../base.toml"
            [calendar]
            fiscal-year-starts = "mai"
            [lint]
            ignore = ["OWN007"]
            [lint.levels]
            TIM007 = "info"
            """,
    }

    def test_key_by_key(self) -> None:
        write(self.FILES)
        configuration = of("team/x.goals")
        assert configuration.profile == "sales"
        assert configuration.fiscal_year_starts == 5
        assert configuration.value("calendar", "holidays") == "NO"
        assert "BAL006" in codes(configuration)
        assert not codes(configuration) & {"MEA010", "OWN007"}
        assert configuration.level(rule("TIM001")).value == "error"
        assert configuration.level(rule("TIM007")).value == "info"
        assert configuration.options(rule("LIM001"))["operational"].value == {"warn": 2, "max": 3}

    def test_each_value_knows_its_file_and_line(self) -> None:
        write(self.FILES)
        configuration = of("team/x.goals")

        def place(decided: object) -> tuple[str, int]:
            return decided.file, decided.line  # type: ignore[attr-defined]

        assert place(configuration.decided("profile")) == ("base.toml", 1)
        assert place(configuration.decided("calendar", "fiscal-year-starts")) == ("team/smartlint.toml", 3)
        assert place(configuration.decided("language")) == ("", 0)
        assert place(configuration.level(rule("TIM001"))) == ("base.toml", 10)
        assert place(configuration.enabled[rule("BAL006")]) == ("base.toml", 7)
        assert place(configuration.switched_off[rule("OWN007")]) == ("team/smartlint.toml", 5)
        assert place(configuration.options(rule("LIM001"))["operational"]) == ("base.toml", 12)
        assert configuration.options(rule("LIM001"))["strategic"].profile == "sales"

    def test_patterns_are_of_the_file_that_states_them(self) -> None:
        write(self.FILES)
        configuration = of("team/x.goals")
        assert configuration.excludes(Path.cwd() / "archive/x.goals")
        assert not configuration.excludes(Path.cwd() / "team/archive/x.goals")

    def test_a_package(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(
            {
                "site/acme_goals/smartlint.toml": 'profile = "effect"\nextend = "more.toml"\n',
                "site/acme_goals/more.toml": 'language = "da"\n',
                "site/acme_goals/__init__.py": "raise RuntimeError('nobody may import this')\n",
                "team/smartlint.toml": 'extend = "pkg:acme_goals"\n',
            }
        )
        monkeypatch.syspath_prepend(str(folder / "site"))
        configuration = of("team/x.goals")
        assert (configuration.profile, configuration.language) == ("effect", "da")

    def test_one_that_is_built_on_twice_counts_once(self) -> None:
        write(
            {
                "smartlint.toml": 'extend = ["a.toml", "b.toml"]\n',
                "a.toml": 'extend = "c.toml"\nlanguage = "sv"\n',
                "b.toml": 'extend = "c.toml"\n',
                "c.toml": 'language = "nb"\n[lint]\nignore = ["TIM"]\n',
            }
        )
        assert [layer.source.path for layer in of("x.goals").layers] == ["c.toml", "a.toml", "b.toml", "smartlint.toml"]
        assert of("x.goals").language == "sv"


class TestSelection:
    """Codes, starts of codes, names; who selects begins anew."""

    @pytest.mark.parametrize(
        ("text", "on", "off"),
        [
            ('profile = "okr"', {"TIM001", "LIM002"}, {"MEA003"}),
            ('lint.select = ["TIM"]', {"TIM001", "TIM010"}, {"MEA001"}),
            ('lint.select = ["missing-owner"]', {"OWN001"}, {"TIM001"}),
            ('lint.select = ["TIM"]\nlint.ignore = ["TIM001"]', {"TIM002"}, {"TIM001"}),
            ('lint.ignore = ["ALL"]', set(), {"TIM001"}),
            ('lint.extend-select = ["BAL006"]', {"BAL006", "TIM001"}, set()),
            ('profile = "all"\nlint.ignore = ["mea"]', {"REL008"}, {"MEA001"}),
        ],
    )
    def test_one_file(self, text: str, on: set[str], off: set[str]) -> None:
        write({"smartlint.toml": text + "\n"})
        found = codes(of("x.goals"))
        assert found >= on
        assert not found & off

    def test_what_is_always_on_stays_on(self) -> None:
        write({"smartlint.toml": 'lint.ignore = ["ALL"]\n'})
        assert rule("INT001") in of("x.goals").enabled

    def test_later_layers(self) -> None:
        write({"smartlint.toml": 'lint.extend-select = ["BAL006"]\nlint.ignore = ["TIM001"]\n'})
        assert codes(of("x.goals", 'lint.select = ["TIM"]')) >= {"TIM001", "TIM010"}
        assert "BAL006" not in codes(of("x.goals", 'lint.select = ["TIM"]'))
        assert "TIM001" in codes(of("x.goals", 'lint.extend-select = ["TIM001"]'))
        assert "TIM001" not in codes(of("x.goals", 'profile = "okr"'))
        assert "BAL006" in codes(of("x.goals", 'profile = "okr"'))

    def test_a_profile_that_comes_after_a_selection(self) -> None:
        write({"smartlint.toml": 'lint.select = ["TIM"]\n'})
        assert "MEA001" not in codes(of("x.goals"))
        assert "MEA001" in codes(of("x.goals", 'profile = "sales"'))

    def test_per_file(self) -> None:
        write({"smartlint.toml": '[lint.per-file-ignores]\n"drafts/**" = ["TIM"]\n"**/old.goals" = ["missing-owner"]\n'})
        assert rule("TIM001") not in settings("drafts/a/x.goals").rules
        assert rule("TIM001") in settings("x.goals").rules
        assert rule("OWN001") not in settings("a/old.goals").rules
        assert rule("OWN001") not in settings("old.goals").rules
        assert rule("OWN001") in settings("drafts/").rules


class TestLevels:
    """The most specific wins; statuses that are not named have what is less specific."""

    TEXT = """\
        [lint.levels]
        ALL = "info"
        TIM = "error"
        TIM00 = "warning"
        TIM007 = { draft = "info", committed = "error" }
        missing-owner = "warning"
        """

    @pytest.mark.parametrize(
        ("code", "status", "level"),
        [
            ("MEA001", "committed", "info"),
            ("TIM010", "committed", "error"),
            ("TIM001", "committed", "warning"),
            ("TIM007", "draft", "info"),
            ("TIM007", "committed", "error"),
            ("TIM007", "at_risk", "warning"),
            ("OWN001", "draft", "warning"),
        ],
    )
    def test_of_a_goal(self, code: str, status: str, level: str) -> None:
        write({"smartlint.toml": self.TEXT})
        assert of("x.goals").level(rule(code), status).value == level
        assert settings("x.goals").level(rule(code), status) == (level if rule(code) in settings("x.goals").rules else None)

    def test_levels_switch_nothing_on(self) -> None:
        write({"smartlint.toml": '[lint.levels]\nBAL006 = "error"\n'})
        assert "BAL006" not in codes(of("x.goals"))


class TestOptions:
    """As stated, else as another key says, else as the profile has it."""

    def test_of_a_profile(self) -> None:
        write({"smartlint.toml": 'profile = "marketing"\n'})
        assert settings("x.goals").options(rule("LIM001"))["strategic"] == {"warn": 3, "max": 5}

    def test_stated(self) -> None:
        write({"smartlint.toml": "lint.rules.missing-milestones.max-days = 200\n"})
        assert of("x.goals").options(rule("TIM007"))["max-days"].value == 200

    def test_the_calendars_holidays(self) -> None:
        write({"smartlint.toml": 'calendar.holidays = "NO"\nlint.extend-select = ["TIM013"]\n'})
        assert settings("x.goals").options(rule("TIM013")) == {"country": "NO"}
        write({"smartlint.toml": 'calendar.holidays = "NO"\nlint.rules.non-working-day.country = "SE"\n'})
        assert of("x.goals").options(rule("TIM013"))["country"].value == "SE"


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 1), ('"july"', 7), ("7", 7), ('"juli"', 7), ('"September"', 9), ('"maj"', 5), ('"10"', 10)],
)
def test_the_fiscal_year(text: str, number: int) -> None:
    write({"smartlint.toml": f"calendar.fiscal-year-starts = {text}\n" if text else ""})
    assert of("x.goals").fiscal_year_starts == number
    assert settings("x.goals").fiscal_year_starts == number


def test_files_to_check_and_to_pass_by() -> None:
    write({"smartlint.toml": 'include = ["**/*.goals", "plans/*.md"]\nexclude = ["archive", "**/*.draft.goals"]\n'})
    configuration, here = of("x.goals"), Path.cwd()
    assert configuration.includes(here / "a/b.goals")
    assert configuration.includes(here / "plans/b.md")
    assert not configuration.includes(here / "plans/a/b.md")
    assert configuration.excludes(here / "archive/a/b.goals")
    assert configuration.excludes(here / "a/b.draft.goals")
    assert not configuration.excludes(here / "a/archive/b.goals")


def test_a_folder_that_cannot_be_looked_into_has_the_configuration_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    write({"smartlint.toml": 'profile = "sales"\n', "sealed/smartlint.toml": 'profile = "okr"\n'})
    is_file = Path.is_file

    def refused(path: Path) -> bool:
        if path.parent.name == "sealed":
            raise PermissionError(13, "Permission denied")
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refused)
    assert of("sealed/").profile == "sales"


def test_no_configuration_is_come_upon_as_a_file_of_goals() -> None:
    names = ("goals.toml", "pyproject.toml", "smartlint.toml", "a/smartlint-waivers.toml")
    write({name: 'include = ["**/*.toml"]\n' if name == "smartlint.toml" else "" for name in names})
    known = Configurations()
    assert [name for name in names if known.takes(Path(name))] == ["goals.toml"]


def test_a_broken_plugin_is_told_and_its_rules_are_left_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        {
            "site/acm.py": "raise RuntimeError('not today')\n",
            "site/acm-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: acm\nVersion: 1.0\n",
            "site/acm-1.0.dist-info/entry_points.txt": "[smartlint.rules]\nacm = acm\n",
            "smartlint.toml": 'plugins = ["acm"]\nlint.extend-select = ["ACM001"]\nlint.rules.acm-rule.max = 1\n',
        }
    )
    monkeypatch.syspath_prepend(str(folder / "site"))
    (warning,) = settings("x.goals").warnings
    assert warning.text.startswith("the plugin `acm` does not work, and its rules are left out: acm: RuntimeError: not today")
    assert warning.source.slice(warning.span) == '"acm"'


def test_waivers_stand_beside_the_configuration() -> None:
    waiver = (
        '[[waiver]]\nrule = "TIM001"\npath = "sales/**"\ngoal = "G1"\nreason = "moved"\nowner = "Kari"\nexpires = 2026-03-01\n'
    )
    write({"smartlint-waivers.toml": waiver, "sales/x.goals": ""})
    (found,) = settings("sales/x.goals").waivers
    assert (found.rule, found.path, found.goal, found.expires) == ("TIM001", "sales/**", "G1", date(2026, 3, 1))
    write({"sales/smartlint.toml": 'profile = "sales"\n'})
    assert settings("sales/x.goals").waivers == ()
    write({"sales/smartlint.toml": 'extend = "../smartlint.toml"\n', "smartlint.toml": ""})
    assert [waiver.goal for waiver in settings("sales/x.goals").waivers] == ["G1"]


@pytest.mark.parametrize(
    ("folder_of_run", "glob", "shown"),
    [
        (".", "sales/**", "sales/**"),
        (".", "", "**"),
        ("sales", "sales/**", "**"),
        ("sales", "sales/a.goals", "a.goals"),
        ("sales", "*/a.goals", "a.goals"),
        ("sales", "**/a.goals", "**/a.goals"),
        ("sales", "other/**", "../other/**"),
        ("sales/north", "sales/**", "**"),
    ],
)
def test_the_patterns_of_waivers_from_a_folder_below(
    folder_of_run: str, glob: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"smartlint-waivers.toml": f'[[waiver]]\nrule = "TIM"\npath = "{glob}"\nreason = "r"\nowner = "o"\n'})
    if not glob:
        write({"smartlint-waivers.toml": '[[waiver]]\nrule = "TIM"\nreason = "r"\nowner = "o"\n'})
    Path(folder_of_run).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder_of_run)
    (found,) = settings("x.goals").waivers
    assert found.path == shown
