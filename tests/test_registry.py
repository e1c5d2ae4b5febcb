"""Which rules there are, by which names they are found, and how a plugin's come in."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smartlint import __version__
from smartlint.registry import (
    BUILTIN,
    BrokenPlugin,
    Origin,
    UnknownPlugin,
    UnknownRule,
    find,
    load,
    origin,
    profiles,
    written_out,
)
from smartlint.rule import Rule
from smartlint.testing import check_metadata, lint
from smartlint.translation import LANGUAGES

ROOT = Path(__file__).parent.parent
RULES = load()
RULE = '''
from smartlint.rule import Context, Goal, GoalRule, Report, Witness


class {class_name}(GoalRule):
    """A rule of a plugin."""

    code = "{code}"
    name = "{name}"
    title = "A goal of the plugin"
    level = "warning"
    messages = {{"seen": "seen"}}

    def check(self, goal, context):
        yield self.report("seen", goal.head)
'''

#: Installs a distribution: its name, its modules by path, its entry points.
Install = Callable[[str, dict[str, str], str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a made-up distribution on ``sys.path``, and takes it and what was imported from it away again."""
    before = set(sys.modules)

    def write(name: str, modules: dict[str, str], points: str) -> None:
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[smartlint.rules]\n{points}\n", encoding="utf-8")
        for path, text in modules.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    monkeypatch.syspath_prepend(tmp_path)
    load.cache_clear()
    yield write
    load.cache_clear()
    for name in set(sys.modules) - before:
        if name.partition(".")[0].startswith("acme"):
            del sys.modules[name]


def rule(code: str = "ACM001", name: str = "acme-rule", class_name: str = "AcmeRule") -> str:
    return RULE.format(code=code, name=name, class_name=class_name)


def codes(rules: list[type[Rule]] | tuple[type[Rule], ...]) -> list[str]:
    return [one.code for one in rules]


class TestBuiltin:
    def test_there_is_a_rule_for_each_of_its_files(self) -> None:
        folder = ROOT / "rules" / "smartlint_rules"
        files = [path for path in folder.rglob("*.py") if '    code = "' in path.read_text(encoding="utf-8")]
        assert len(files) > 30
        modules = {".".join(path.relative_to(folder.parent).with_suffix("").parts) for path in files}
        assert {one.__module__ for one in RULES} == modules

    def test_they_are_found_where_nothing_is_installed(self) -> None:
        program = (
            "import sys\n"
            "from importlib import metadata\n"
            "metadata.entry_points = lambda **named: []  # what a checkout without an installation offers\n"
            f"sys.path[:0] = {[str(ROOT / 'rules'), str(ROOT / 'grammar'), str(ROOT)]!r}\n"
            "from smartlint.registry import load\n"
            "print(*(rule.code for rule in load()))\n"
        )
        run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert run.stdout.split() == codes(RULES)

    def test_they_come_by_code(self) -> None:
        assert codes(RULES) == sorted(codes(RULES))

    def test_codes_and_names_are_unique(self) -> None:
        assert len({one.code for one in RULES}) == len(RULES)
        assert len({one.name for one in RULES}) == len(RULES)
        assert not {one.code.lower() for one in RULES} & {one.name for one in RULES}

    @pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
    def test_metadata(self, one: type[Rule]) -> None:
        check_metadata(one)
        assert set(one.yields_to) <= set(codes(RULES)) - {one.code}
        assert one.status in ("stable", "preview", "deprecated")
        assert one.status != "preview" or not one.profiles
        assert set(one.languages) <= set(LANGUAGES)

    @pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
    def test_every_profile_that_it_names_is_described(self, one: type[Rule]) -> None:
        known = {profile.name for profile in profiles().values() if profile.title and profile.description}
        assert set(one.profiles) <= known - {"all"}
        assert {name for option in one.options for name in option.profiles} <= known

    def test_they_come_with_the_engine(self) -> None:
        assert {origin(one) for one in RULES} == {Origin("smartlint", __version__)}

    def test_a_rule_that_is_always_on_speaks_of_what_no_goal_text_shows(self) -> None:
        assert codes([one for one in RULES if one.always]) == ["INT001", "SYN009"]


class TestProfiles:
    def test_the_default_one_comes_first_and_the_one_with_every_rule_last(self) -> None:
        assert list(profiles()) == ["smart", "sales", "marketing", "okr", "effect", "all"]

    def test_each_is_described_and_has_rules(self) -> None:
        for profile in profiles().values():
            assert profile.title
            assert not profile.title.endswith(".")
            assert profile.description.endswith(".")
            assert "\n" not in profile.description
            assert profile.package == "smartlint_rules"
        assert set(profiles()) - {name for one in RULES for name in one.profiles} == {"all"}

    def test_what_the_default_one_has_all_have(self) -> None:
        """A profile drops by options, so that what it drops stands with the rule."""
        for one in RULES:
            assert "smart" not in one.profiles or set(one.profiles) == {"smart", "sales", "marketing", "okr", "effect"}


class TestFind:
    @pytest.mark.parametrize("selector", ["TIM001", "tim001", " TIM001 ", "missing-deadline", "Missing-Deadline"])
    def test_by_code_or_name(self, selector: str) -> None:
        assert codes(find(selector, RULES)) == ["TIM001"]

    @pytest.mark.parametrize("selector", ["TIM", "tim", "TIM00", "T"])
    def test_by_the_start_of_a_code(self, selector: str) -> None:
        found = codes(find(selector, RULES))
        assert found == [code for code in codes(RULES) if code.startswith(selector.upper())]
        assert len(found) > 3

    @pytest.mark.parametrize("selector", ["ALL", "all"])
    def test_all(self, selector: str) -> None:
        assert find(selector, RULES) == list(RULES)

    @pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
    def test_every_rule_by_its_code_and_its_name(self, one: type[Rule]) -> None:
        assert find(one.code, RULES) == find(one.name, RULES) == [one]

    @pytest.mark.parametrize(
        ("selector", "near"),
        [
            ("TMI001", "TIM001"),
            ("missing-dedline", "missing-deadline"),
            ("Mising-Owner", "missing-owner"),
            ("missing_owner", "missing-owner"),
        ],
    )
    def test_an_unknown_one_names_the_nearest(self, selector: str, near: str) -> None:
        with pytest.raises(UnknownRule) as raised:
            find(f" {selector} ", RULES)
        assert raised.value.selector == selector
        assert near in raised.value.near
        assert len(raised.value.near) <= 6

    @pytest.mark.parametrize("selector", ["TIM1", "tim-01", "TIM 0001", "TIM_1"])
    def test_a_number_that_is_written_otherwise_means_one_code(self, selector: str) -> None:
        with pytest.raises(UnknownRule) as raised:
            find(selector, RULES)
        assert raised.value.near == ("TIM001",)

    @pytest.mark.parametrize(
        ("selector", "codes"), [("TIM01", ["TIM001"]), ("tim001", ["TIM001"]), ("TIM999", []), ("TIM", []), ("", [])]
    )
    def test_a_code_is_written_out(self, selector: str, codes: list[str]) -> None:
        assert written_out(selector, RULES) == codes

    @pytest.mark.parametrize("selector", ["001", "missing", "deadline"])
    def test_the_end_of_a_code_and_a_part_of_a_name_are_unknown(self, selector: str) -> None:
        with pytest.raises(UnknownRule) as raised:
            find(selector, RULES)
        assert len(raised.value.near) == len(set(raised.value.near)) > 0

    @pytest.mark.parametrize("selector", ["", "  ", "QQQ999", "zebra", "*"])
    def test_what_is_like_nothing_has_nothing_near(self, selector: str) -> None:
        with pytest.raises(UnknownRule) as raised:
            find(selector, RULES)
        assert raised.value.near == ()

    def test_among_no_rules_there_is_none(self) -> None:
        assert find("ALL", ()) == []
        with pytest.raises(UnknownRule):
            find("TIM001", ())


class TestPlugin:
    def test_its_rules_are_loaded_when_it_is_named(self, install: Install) -> None:
        modules = {
            "acme_goals/__init__.py": rule("ACM003", "top-rule"),
            "acme_goals/owned.py": rule(),
            "acme_goals/more/__init__.py": "",
            "acme_goals/more/late.py": rule("ACM002", "late-rule"),
        }
        install("acme", modules, "acme = acme_goals")
        assert set(codes(load(("acme",)))) - set(codes(RULES)) == {"ACM001", "ACM002", "ACM003"}
        assert codes(load(("acme",))) == sorted(codes(load(("acme",))))
        (found,) = find("acme-rule", load(("acme",)))
        assert [one.rule.code for one in lint("goal A: x\n", found).findings] == ["ACM001"]

    def test_it_is_not_imported_unless_it_is_named(self, install: Install) -> None:
        install("acme", {"acme_broken/__init__.py": "raise RuntimeError('imported')\n"}, "acme = acme_broken")
        assert codes(load()) == codes(RULES)
        assert "acme_broken" not in sys.modules
        with pytest.raises(BrokenPlugin, match=r"acme_broken: RuntimeError: imported \(.*__init__.py:1\)"):
            load(("acme",))

    @pytest.mark.parametrize(
        ("line", "wrong"),
        [
            ('name = "acme-rule"', "has no name"),
            ('title = "A goal of the plugin"', "has no title"),
            ('level = "warning"', "has no level"),
            ('messages = {"seen": "seen"}', "has no messages"),
        ],
    )
    def test_a_rule_that_lacks_something_is_refused(self, install: Install, line: str, wrong: str) -> None:
        install("acme", {"acme_goals.py": rule().replace(line, "")}, "acme = acme_goals")
        with pytest.raises(BrokenPlugin, match=f"acme_goals: ACM001 {wrong}"):
            load(("acme",))

    def test_a_level_that_is_none_is_refused(self, install: Install) -> None:
        install("acme", {"acme_goals.py": rule().replace('"warning"', '"fatal"')}, "acme = acme_goals")
        with pytest.raises(BrokenPlugin, match="ACM001 has the level 'fatal', which must be one of error, warning, info"):
            load(("acme",))

    @pytest.mark.parametrize(("version", "works"), [(1, True), (2, False), (0, False), ("1", False)])
    def test_it_says_for_which_version_it_is_written(self, install: Install, version: object, works: bool) -> None:
        modules = {
            "acme_goals/__init__.py": f"SMARTLINT_API = {version!r}\n",
            "acme_goals/one.py": rule() if works else "raise RuntimeError('not for this version')\n",
        }
        install("acme", modules, "acme = acme_goals")
        if works:
            assert "ACM001" in codes(load(("acme",)))
            return
        said = f"acme_goals is written for version {version} of the rules' interface, and this one is 1"
        with pytest.raises(BrokenPlugin, match=said):
            load(("acme",))

    @pytest.mark.parametrize("text", ["raise SystemExit(0)", "import sys; sys.exit()", "import acme_nowhere", "1 +", "1 / 0"])
    def test_one_that_cannot_be_imported_is_refused(self, install: Install, text: str) -> None:
        install("acme", {"acme_goals/__init__.py": "", "acme_goals/one.py": f"{text}\n"}, "acme = acme_goals")
        with pytest.raises(BrokenPlugin, match=r"acme_goals: [A-Z]\w+"):
            load(("acme",))

    @pytest.mark.parametrize("module", ["no module!", "acme_nowhere", "acme_nowhere.rules:x", ".acme"])
    def test_an_entry_point_that_leads_nowhere_is_its_own_fault(self, install: Install, module: str) -> None:
        install("acme", {"acme_goals.py": rule()}, f"good = acme_goals\nbad = {module}")
        assert "ACM001" in codes(load(("good",)))
        assert {origin(one) for one in load()} == {Origin("smartlint", __version__)}
        with pytest.raises(BrokenPlugin, match=r"\w+Error"):
            load(("bad",))

    def test_its_rules_come_with_its_distribution(self, install: Install) -> None:
        install("acme-goals", {"acme_origin/__init__.py": "", "acme_origin/one.py": rule()}, "acme = acme_origin")
        (found,) = find("ACM001", load(("acme",)))
        assert origin(found) == Origin("acme-goals", "1.0")

    def test_it_may_have_profiles_of_its_own(self, install: Install) -> None:
        modules = {
            "acme_goals/__init__.py": rule().replace("    messages", '    profiles = ("smart", "acme", "other")\n    messages'),
            "acme_goals/profiles.toml": '[acme]\ntitle = "Ours"\ndescription = "What we ask for."\n',
        }
        install("acme", modules, "acme = acme_goals")
        found = profiles(("acme",))
        assert list(found)[:-2] == list(profiles())
        assert (found["acme"].title, found["acme"].package) == ("Ours", "acme_goals")
        assert (found["other"].title, found["other"].description) == ("", "")

    @pytest.mark.parametrize("text", ["[acme\n", '[acme]\ntitle = "Ours"\n', 'acme = "Ours"\n'])
    def test_profiles_that_are_described_wrongly_are_its_own_fault(self, install: Install, text: str) -> None:
        install("acme", {"acme_goals/__init__.py": rule(), "acme_goals/profiles.toml": text}, "acme = acme_goals")
        with pytest.raises(BrokenPlugin, match=r"acme_goals: \w+Error"):
            load(("acme",))

    def test_one_module_is_a_plugin_too(self, install: Install) -> None:
        install("acme", {"acme_single.py": rule()}, "acme = acme_single")
        assert "ACM001" in codes(load(("acme",)))

    def test_only_what_is_named_of_a_distribution_is_loaded(self, install: Install) -> None:
        modules = {"acme_one.py": rule(), "acme_two.py": rule("ACM002", "other-rule")}
        install("acme", modules, "one = acme_one\ntwo = acme_two")
        assert set(codes(load(("two",)))) - set(codes(RULES)) == {"ACM002"}
        assert set(codes(load(("two", "one")))) - set(codes(RULES)) == {"ACM001", "ACM002"}

    def test_a_class_without_a_code_and_one_that_is_only_imported_are_no_rules(self, install: Install) -> None:
        base = "from smartlint.rule import GoalRule\nfrom acme_other import OtherRule\n"
        modules = {
            "acme_goals/__init__.py": "from acme_goals.one import AcmeRule\n",
            "acme_goals/base.py": base + "class Base(GoalRule):\n    name = 'base'\n",
            "acme_goals/one.py": rule(),
            "acme_other.py": rule("ACM002", "other-rule", "OtherRule"),
        }
        install("acme", modules, "acme = acme_goals")
        assert set(codes(load(("acme",)))) - set(codes(RULES)) == {"ACM001"}

    def test_an_unknown_one_is_said(self, install: Install) -> None:
        install("acme", {"acme_goals.py": rule()}, "acme = acme_goals")
        for name in ("acmee", "acme_goals", "ACME", ""):
            with pytest.raises(UnknownPlugin) as raised:
                load((name,))
            assert raised.value.plugin == name
            assert "acme" in raised.value.offered

    def test_the_rules_that_ship_with_the_engine_may_be_named_like_any(self, install: Install) -> None:
        name, package = BUILTIN
        install("acme", {"acme_goals.py": rule()}, f"{name} = {package}")
        assert codes(load((name,))) == codes(RULES)

    @pytest.mark.parametrize(
        ("code", "name"), [("TIM001", "acme-rule"), ("ACM001", "missing-deadline"), ("TIM001", "missing-deadline")]
    )
    def test_one_whose_code_or_name_is_taken_is_refused(self, install: Install, code: str, name: str) -> None:
        install("acme", {"acme_taken.py": rule(code, name)}, "acme = acme_taken")
        with pytest.raises(BrokenPlugin, match=f"acme_taken and smartlint_rules.* both define {code} {name}"):
            load(("acme",))
        assert codes(load()) == codes(RULES)

    def test_one_without_rules_is_refused(self, install: Install) -> None:
        install("acme", {"acme_goals.py": "SMARTLINT_API = 1\n"}, "acme = acme_goals")
        with pytest.raises(BrokenPlugin, match="acme_goals has no rules"):
            load(("acme",))

    def test_two_that_share_a_code_are_refused(self, install: Install) -> None:
        modules = {"acme_one.py": rule(), "acme_two.py": rule("ACM001", "other-rule")}
        install("acme", modules, "one = acme_one\ntwo = acme_two")
        assert load(("one",))
        assert load(("two",))
        with pytest.raises(BrokenPlugin, match="acme_two and acme_one both define ACM001"):
            load(("one", "two"))

    def test_two_rules_of_one_module_that_share_a_code_are_refused(self, install: Install) -> None:
        install("acme", {"acme_goals.py": rule() + rule("ACM001", "other-rule", "OtherRule")}, "acme = acme_goals")
        with pytest.raises(BrokenPlugin, match="both define ACM001"):
            load(("acme",))
