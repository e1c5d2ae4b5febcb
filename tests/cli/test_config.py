"""``smartlint config`` shows, checks and begins configurations; ``smartlint check`` judges by them."""

import json
import tomllib
from pathlib import Path

import pytest

from smartlint.configuration.configurations import Configurations
from smartlint.registry import profiles
from tests.cli.samples import GOOD, TODAY, UNOWNED, Smartlint, checked, write


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that the machine's user keeps is read or written."""
    monkeypatch.setenv("SMARTLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


def configure(text: str, path: str = "smartlint.toml") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def install_plugin(site: Path, module: str, text: str) -> None:
    """A plugin that is called acm, as pip installs it; its module is imported once in all tests."""
    info = site / "acm-1.0.dist-info"
    info.mkdir(parents=True)
    (site / f"{module}.py").write_text(text, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acm\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[smartlint.rules]\nacm = {module}\n", encoding="utf-8")


class TestCheck:
    """Each file by its own configuration, and what the command line says beside that."""

    def test_the_nearest_of_each_file(self, smartlint: Smartlint) -> None:
        configure('lint.ignore = ["OWN"]\n')
        configure("", "a/smartlint.toml")
        write(x=UNOWNED)
        Path("a/y.goals").write_text(UNOWNED, encoding="utf-8")
        run = smartlint("check", *TODAY, "--output-format", "concise")
        assert "a/y.goals:4:1: error OWN001" in run.out
        assert "x.goals:4:1: error OWN001" not in run.out.replace("a/y", "")
        assert "OWN001" in smartlint("check", *TODAY, "x.goals", "--isolated").out

    def test_settings_on_the_command_line(self, smartlint: Smartlint) -> None:
        write(x=UNOWNED)
        assert "OWN001" in checked(smartlint)
        assert "OWN001" not in checked(smartlint, "--config", "lint.ignore=['OWN001']")
        run = smartlint("check", *TODAY, "--config", "lint.levels.OWN001 = info", "--config", "message-language=nb", "-v")
        assert run.out.startswith("merknad[OWN001]")
        assert run.status == 0
        assert "OWN001" in checked(smartlint, "--config", "lint.ignore=['OWN001']", "--extend-select", "OWN001")

    def test_a_file_on_the_command_line(self, smartlint: Smartlint) -> None:
        configure('lint.ignore = ["OWN"]\n')
        configure('profile = "sales"\n', "ci/a=b.toml")
        write(x=UNOWNED)
        assert "OWN001" in checked(smartlint, "--config", "ci/a=b.toml")
        assert "OWN001" in checked(smartlint, "--config", "ci/a=b.toml", "--isolated")
        assert smartlint("check", "--config", "nowhere.toml").err.endswith("There is no file 'nowhere.toml'.\n")
        run = smartlint("check", "--config", "smartlint.toml", "--config", "ci/a=b.toml")
        assert "only one file can be the configuration" in run.err
        assert run.status == 2

    def test_options_win(self, smartlint: Smartlint) -> None:
        configure('profile = "okr"\nlanguage = "sv"\nmessage-language = "da"\n')
        write(x=UNOWNED)
        run = smartlint(
            "check", *TODAY, "--output-format", "json", "--profile", "smart", "--select", "OWN001", "--language", "en"
        )
        assert [found["code"] for found in json.loads(run.out)["findings"]] == ["OWN001"]
        assert smartlint("check", *TODAY, "--message-language", "en").out.startswith("error[OWN001]: no owner")
        assert smartlint("check", *TODAY).out.startswith("fejl[OWN001]")

    def test_files_that_are_passed_by_and_files_that_are_looked_for(self, smartlint: Smartlint) -> None:
        configure('exclude = ["old"]\ninclude = ["**/*.goals", "plans/*.txt"]\n')
        for path in ("old/a.goals", "plans/b.txt", "notes/c.txt", "d.goals"):
            configure(UNOWNED, path)
        run = smartlint("check", *TODAY, "--output-format", "json")
        assert {found["path"] for found in json.loads(run.out)["findings"]} == {"plans/b.txt", "d.goals"}
        named = ("check", *TODAY, "--output-format", "json", "old/a.goals")
        assert json.loads(smartlint(*named).out)["summary"]["files"] == 1
        assert json.loads(smartlint(*named, "--force-exclude").out)["summary"]["files"] == 0

    def test_standard_input_has_the_configuration_of_its_name(self, smartlint: Smartlint) -> None:
        configure('lint.ignore = ["OWN"]\n', "a/smartlint.toml")
        name = ("--stdin-filename", "a/x.goals")
        assert "OWN001" not in smartlint("check", *TODAY, "-", *name, stdin=UNOWNED.encode()).out
        assert "OWN001" in smartlint("check", *TODAY, "-", stdin=UNOWNED.encode()).out

    def test_all_that_is_wrong_is_shown_and_nothing_is_checked(self, smartlint: Smartlint) -> None:
        configure('profil = "sales"\n\n[lint]\nignore = ["TIM1"]\n')
        write(x=UNOWNED)
        run = smartlint("check", "--exit-zero")
        assert run.status == 2
        assert run.out == ""
        assert (
            run.err
            == """\
error: unknown key `profil`. Did you mean `profile`?
 --> smartlint.toml:1:1
  |
1 | profil = "sales"
  | ^^^^^^

error: no rule is called `TIM1`. Did you mean `TIM001`?
 --> smartlint.toml:4:11
  |
4 | ignore = ["TIM1"]
  |           ^^^^^^

2 mistakes in the configuration
"""
        )

    def test_a_mistake_on_the_command_line(self, smartlint: Smartlint) -> None:
        for value, said in (
            ("profile=salse", "`salse` is none of"),
            ("lint.ignore=[", "not valid TOML"),
            ("profil=x", "`profile`?"),
        ):
            run = smartlint("check", "--config", value)
            assert run.status == 2
            assert said in run.err
            assert "--> --config:1:" in run.err

    def test_the_roster(self, smartlint: Smartlint) -> None:
        configure('[roster]\npeople = ["Karin Norman"]\n[lint]\nextend-select = ["OWN004"]\n')
        write(x=GOOD)
        assert "OWN004" in checked(smartlint)


class TestShow:
    """Each value, and the file and line that decided it."""

    def test_as_text(self, smartlint: Smartlint) -> None:
        configure('profile = "sales"\n[lint.levels]\nOWN001 = { draft = "info" }\nTIM = "error"\n')
        configure(
            'extend = "../smartlint.toml"\n[lint]\nignore = ["SPC"]\nper-file-ignores = { "d/**" = ["MEA"] }\n',
            "a/smartlint.toml",
        )
        lines = [" ".join(line.split()) for line in smartlint("config", "show", "a/d/x.goals").out.splitlines()]
        assert lines[0] == "a/smartlint.toml, smartlint.toml"
        assert 'profile = "sales" smartlint.toml:1' in lines
        assert 'language = "auto" default' in lines
        assert 'lint.ignore = ["SPC"] a/smartlint.toml:3' in lines
        assert 'lint.per-file-ignores."d/**" = ["MEA"] a/smartlint.toml:4' in lines
        at = lines.index("TIM001 missing-deadline profile sales (smartlint.toml:1)")
        assert lines[at + 1] == 'level = "error" smartlint.toml:4'
        at = lines.index("OWN001 missing-owner profile sales (smartlint.toml:1)")
        assert lines[at + 1 : at + 3] == ['level = "error" default', 'level = {draft = "info"} smartlint.toml:3']
        off = lines[lines.index("Rules that are switched off") :]
        assert "SPC001 vague-verb a/smartlint.toml:3" in off
        assert "MEA001 not-measurable a/smartlint.toml:4" in off

    def test_as_json(self, smartlint: Smartlint) -> None:
        configure("lint.rules.too-many-goals.operational = { warn = 1, max = 2 }\n")
        shown = json.loads(smartlint("config", "show", "x.goals", "--output-format", "json").out)
        assert shown["version"] == 1
        assert shown["configurations"] == ["smartlint.toml"]
        (rule,) = (rule for rule in shown["rules"] if rule["code"] == "LIM001")
        decided = {"value": {"warn": 1, "max": 2}, "file": "smartlint.toml", "line": 1, "profile": None}
        assert rule["options"]["operational"] == decided
        assert {"key": "edition", "value": "2026", "file": None, "line": None, "profile": None} in shown["values"]

    def test_what_the_command_line_says(self, smartlint: Smartlint) -> None:
        configure('profile = "sales"\nlanguage = "nb"\n')
        arguments = ("--profile", "okr", "--config", "lint.levels.TIM=error", "--config", "lint.ignore=['OWN']")
        lines = [" ".join(line.split()) for line in smartlint("config", "show", "x.goals", *arguments).out.splitlines()]
        assert lines[0] == "command line, --config, --config, smartlint.toml"
        assert 'profile = "okr" command line' in lines
        assert 'language = "nb" smartlint.toml:2' in lines
        assert 'lint.levels.TIM = "error" --config:1' in lines
        assert lines[lines.index("TIM001 missing-deadline profile okr (command line)") + 1] == 'level = "error" --config:1'
        assert "OWN001 missing-owner --config:1" in lines[lines.index("Rules that are switched off") :]
        assert 'profile = "sales"' not in smartlint("config", "show", "x.goals", "--isolated").out
        assert smartlint("config", "show", "--profile", "salse").err.endswith("Did you mean sales?\n")

    def test_without_any(self, smartlint: Smartlint) -> None:
        assert smartlint("config", "show").out.startswith("No configuration: the defaults hold.\n")

    def test_a_mistake(self, smartlint: Smartlint) -> None:
        configure("edition = 2026\n")
        assert smartlint("config", "show").status == 2


class TestVerify:
    """Nothing is linted; all that is wrong is told."""

    def test_right_ones(self, smartlint: Smartlint) -> None:
        assert smartlint("config", "verify").out == "No configuration: the defaults hold.\n"
        configure('extend = "base.toml"\n')
        configure("", "base.toml")
        run = smartlint("config", "verify")
        assert (run.status, run.out) == (0, "smartlint.toml: nothing is wrong\nbase.toml: nothing is wrong\n")
        assert smartlint("config", "verify", "base.toml").out == "base.toml: nothing is wrong\n"
        assert json.loads(smartlint("config", "verify", "--output-format", "json").out) == {"version": 1, "mistakes": []}

    def test_wrong_ones(self, smartlint: Smartlint) -> None:
        configure('profil = "sales"\n', "x.toml")
        run = smartlint("config", "verify", "x.toml", "--output-format", "concise")
        assert (run.status, run.out) == (2, "x.toml:1:1: unknown key `profil`. Did you mean `profile`?\n")
        (found,) = json.loads(smartlint("config", "verify", "x.toml", "--output-format", "json").out)["mistakes"]
        assert (found["line"], found["column"], found["end_column"], found["near"]) == (1, 1, 7, ["profile"])
        assert "1 mistake in the configuration" in smartlint("config", "verify", "x.toml").err
        assert smartlint("config", "verify", "nowhere.toml").status == 2

    def test_what_does_not_work_here(self, smartlint: Smartlint, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A plugin that cannot be imported, and a package that is not there: nothing of it stops a check, and it is told."""
        install_plugin(folder / "site", "acm_that_ends", "raise SystemExit(0)\n")
        monkeypatch.syspath_prepend(folder / "site")
        monkeypatch.setattr("smartlint.configuration.configurations.has_holidays", lambda: False)
        configure('plugins = ["acm"]\ncalendar.holidays = "NO"\nlint.select = ["ACM001", "CFG001"]\n')
        run = smartlint("config", "verify", "--output-format", "concise")
        first, second = run.out.splitlines()
        assert run.status == 2
        assert first.startswith(
            "smartlint.toml:1:12: the plugin `acm` does not work, and its rules are left out: acm_that_ends: System"
        )
        assert second.startswith("smartlint.toml:2:21: public holidays need the Python package `holidays`")
        write(x=GOOD)
        run = smartlint("check", *TODAY, "--output-format", "concise")
        assert run.status == 0
        assert [line.split(" ", 3)[:3] for line in run.out.splitlines()[:2]] == [
            ["smartlint.toml:1:12:", "warning", "CFG001"],
            ["smartlint.toml:2:21:", "warning", "CFG001"],
        ]

    def test_a_plugin_that_does_not_work_and_is_named_on_the_command_line(
        self, smartlint: Smartlint, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        install_plugin(folder / "site", "acm_of_the_future", "SMARTLINT_API = 99\n")
        monkeypatch.syspath_prepend(folder / "site")
        write(x=UNOWNED)
        run = smartlint("check", *TODAY, "--plugin", "acm", "--output-format", "concise")
        assert run.status == 1
        said = "command line:1:1: warning CFG001 the plugin `acm` does not work, and its rules are left out: acm_of_the_future"
        assert any(line.startswith(said) for line in run.out.splitlines())
        assert any("OWN001" in line for line in run.out.splitlines())


class TestInit:
    """A commented file that is right; nothing is overwritten."""

    @pytest.mark.parametrize("language", ["en", "nb", "nn", "sv", "da"])
    @pytest.mark.parametrize("trade", ["sales", "marketing", "software", "public", "other"])
    def test_what_is_written_is_right(self, smartlint: Smartlint, trade: str, language: str) -> None:
        run = smartlint("config", "init", "--trade", trade, "--language", language)
        assert (run.status, run.out) == (0, "smartlint.toml\n")
        configurations = Configurations()
        assert configurations.of("x.goals").language == language
        assert configurations.mistakes == []

    def test_what_is_shown_as_a_comment_is_right_too(self, smartlint: Smartlint) -> None:
        smartlint("config", "init", "--trade", "sales", "--language", "en")
        lines = Path("smartlint.toml").read_text(encoding="utf-8").splitlines()
        plain = [line.removeprefix("# ") for line in lines if not line.startswith("# ") or " = " in line]
        text = "\n".join(line for line in plain if 'file = "people.csv"' not in line)
        configure(text)
        configurations = Configurations()
        assert configurations.of("x.goals").value("calendar", "holidays") == "GB"
        assert configurations.mistakes == []
        assert len(tomllib.loads(text)["lint"]) == 5

    @pytest.mark.parametrize("name", ["smartlint.toml", ".smartlint.toml", "pyproject.toml"])
    def test_nothing_is_overwritten(self, smartlint: Smartlint, name: str) -> None:
        text = "[tool.smartlint]\nlint.ignore = []\n" if name == "pyproject.toml" else "lint.ignore = []\n"
        configure(text, name)
        run = smartlint("config", "init", "--trade", "sales", "--language", "en")
        assert run.status == 2
        assert f"{name} is there already. Nothing was written." in run.err
        assert [path.name for path in Path().iterdir()] == [name]
        assert Path(name).read_text(encoding="utf-8") == text

    def test_what_is_not_said_is_asked_for_on_a_terminal_only(self, smartlint: Smartlint) -> None:
        for arguments, option in (((), "--language"), (("--language", "nb"), "--trade")):
            run = smartlint("config", "init", *arguments)
            assert run.status == 2
            assert f"Missing option {option}." in run.err
        assert list(Path().iterdir()) == []

    @pytest.mark.parametrize(
        ("arguments", "answers", "language", "profile"),
        [
            ((), "nn\nsoftware\n", "nn", "okr"),
            ((), "\n\n", "en", "smart"),
            ((), "norsk\nda\nbaker\npublic\n", "da", "effect"),
            (("--language", "sv"), "marketing\n", "sv", "marketing"),
            (("--trade", "sales"), "nb\n", "nb", "sales"),
            (("--profile", "all"), "en\n", "en", "all"),
        ],
    )
    def test_what_is_not_said_is_asked_for_until_it_is_right(
        self,
        smartlint: Smartlint,
        monkeypatch: pytest.MonkeyPatch,
        arguments: tuple[str, ...],
        answers: str,
        language: str,
        profile: str,
    ) -> None:
        monkeypatch.setattr("smartlint.cli.config._is_terminal", lambda: True)
        run = smartlint("config", "init", *arguments, stdin=answers.encode())
        assert (run.status, run.out) == (0, "smartlint.toml\n")
        written = tomllib.loads(Path("smartlint.toml").read_text(encoding="utf-8"))
        assert (written["language"], written["profile"]) == (language, profile)

    def test_a_question_is_asked_in_the_language_of_the_goals(
        self, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("smartlint.cli.config._is_terminal", lambda: True)
        assert "Hva målene gjelder" in smartlint("config", "init", "--language", "nb", stdin=b"sales\n").err

    def test_whoever_does_not_answer_gets_no_file(self, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("smartlint.cli.config._is_terminal", lambda: True)
        assert smartlint("config", "init", stdin=b"nb\n").status != 0
        assert list(Path().iterdir()) == []

    @pytest.mark.parametrize("profile", profiles())
    def test_a_profile_may_be_named_instead_of_a_trade(self, smartlint: Smartlint, profile: str) -> None:
        assert smartlint("config", "init", "--profile", profile, "--language", "da").status == 0
        assert Configurations().of("x.goals").profile == profile

    def test_what_is_no_use(self, smartlint: Smartlint) -> None:
        for arguments, said in (
            (("--trade", "sales", "--profile", "okr"), "--trade and --profile say the same: give one of them."),
            (("--trade", "baking"), "'baking' is not one of"),
            (("--language", "fi"), "'fi' is not one of"),
            (("--trade", "sales", "--output", "nowhere/x.toml"), "There is no folder 'nowhere'."),
        ):
            run = smartlint("config", "init", "--language", "nb", *arguments)
            assert run.status == 2
            assert said in run.err
        assert list(Path().iterdir()) == []


def test_the_schema_is_printed(smartlint: Smartlint) -> None:
    assert json.loads(smartlint("config", "schema").out)["title"] == "Configuration of smartlint"
    assert json.loads(smartlint("config", "schema", "--waivers").out)["title"] == "Waivers of smartlint"
