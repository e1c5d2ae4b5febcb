"""What can be wrong with a policy, or with the name of a file that imposes some, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartlint.translation import LANGUAGES
from tests.configuration.test_policies import OWNERS, lay, mistakes

MISTAKES = {
    '[[policy]]\nname = "a"\n': ["2:8: the policy `a` asks for nothing: state `select`, `rules` or `waivers`"],
    '[[policy]]\nname = "a"\nselect = ["OWM001"]\n': [
        "3:11: no rule is called `OWM001`. Did you mean `OWN001` or `WAI001` or `TIM001`?"
    ],
    '[[policy]]\nname = "a"\nselect = []\n': ["2:8: the policy `a` asks for nothing: state `select`, `rules` or `waivers`"],
    OWNERS + "match = {}\n": ["5:9: `policy[1].match` is empty"],
    OWNERS + "match = { path = [] }\n": ["5:18: `policy[1].match.path` is empty"],
    OWNERS + 'match = { path = "../x" }\n': [
        "5:18: the pattern `../x` leaves the folder of this file: a configuration speaks of what lies beside and below it"
    ],
    OWNERS + 'match = { profile = "sale" }\n': [
        "5:21: `sale` is none of smart, marketing, sales, okr, effect, all. Did you mean `sales`?"
    ],
    OWNERS + 'match = { period = ["2026", "soon"] }\n': ["5:29: `soon` is no period like 2026 or Q1 2026"],
    OWNERS + 'match = { period = "31 June 2026" }\n': ["5:20: `31 June 2026` is no period like 2026 or Q1 2026"],
    OWNERS + 'match = { period = "Q1" }\n': ["5:20: `Q1` is no period like 2026 or Q1 2026"],
    OWNERS + 'levels = { OWN = "error", TIM = "error" }\n': ["5:33: the policy `owners` does not select `TIM`"],
    OWNERS + 'levels = { OWN001 = "bad" }\n': ["5:21: `bad` is none of error, warning, info"],
    OWNERS + "rules = { too-many-gaols = {} }\n": [
        "5:11: no rule with options is called `too-many-gaols`. Did you mean `too-many-goals`?"
    ],
    OWNERS + "waivers = { max-days = 30 }\n": ["5:11: the policy `owners` is mandatory, and accepts no waivers"],
    OWNERS.replace('enforcement = "mandatory"', "from = 2026-04-01"): [
        "4:8: the policy `owners` is advisory, and binds on no day: state `enforcement`"
    ],
    OWNERS + 'examples = { fail = [{ path = "a" }] }\n': ["5:22: `goals` is missing"],
    OWNERS + 'examples = { fail = [{ goals = "goal: x", enforcement = "hard", codes = [] }] }\n': [
        "5:57: `hard` is none of advisory, waivable, mandatory",
        "5:73: `policy[1].examples.fail[1].codes` is empty",
    ],
    OWNERS + 'examples = { pass = [{ goals = "goal: x", codes = ["OWN001"] }] }\n': [
        "5:43: unknown key `codes` under `policy[1].examples.pass[1]`"
    ],
    OWNERS + OWNERS: ["6:8: `owners` is taken: see line 2"],
}


@pytest.mark.parametrize("text", MISTAKES)
@pytest.mark.parametrize("imposed", [False, True])
def test_a_mistake(text: str, imposed: bool) -> None:
    name = "policy.toml" if imposed else "smartlint.toml"
    lay({name: text})
    assert mistakes(*([name] if imposed else [])) == [f"{name}:{line}" for line in MISTAKES[text]]


IMPOSED = {
    "elsewhere/p.toml": "--policy:1:1: there is no file `elsewhere/p.toml`",
    "polcy.toml": "--policy:1:1: there is no file `polcy.toml`. Did you mean `policy.toml`?",
    "folder": "--policy:1:1: `folder` is a folder. Did you mean `folder/smartlint.toml`?",
    "policy.yaml": "--policy:1:1: `policy.yaml` is no TOML file",
    "pkg:not_there": "--policy:1:1: no package `not_there` is installed",
    "pkg:not-there": "--policy:1:1: `not-there` is no name of a package. Did you mean `pkg:not_there`?",
    "pkg:json": "--policy:1:1: the package `json` has no file smartlint.toml",
    "pkg:": "--policy:1:1: `` is no name of a package",
    "": "--policy:1:1: no policy is named here: give a file, or `pkg:` and the name of a package",
    "  ": "--policy:1:1: no policy is named here: give a file, or `pkg:` and the name of a package",
    "empty.toml": "--policy:1:1: `empty.toml` states no policy and no rule",
    "pyproject.toml": "--policy:1:1: `pyproject.toml` has no table `[tool.smartlint]`",
    "broken.toml": "broken.toml:1:11: the file is not valid TOML: this is no value: texts stand in quotes",
    "binary.toml": "binary.toml:1:1: the file is no UTF-8 text",
    "ring.toml": "ring.toml:1:10: this configuration extends itself: ring.toml → ring.toml",
    "new.toml": "new.toml:1:20: this is smartlint 0.1.0, and >=99 is required",
}


@pytest.fixture
def odd_files() -> None:
    lay({"policy.toml": OWNERS, "policy.yaml": "", "folder/smartlint.toml": OWNERS, "empty.toml": 'profile = "sales"\n'})
    lay({"broken.toml": "edition = \n", "ring.toml": f'extend = "ring.toml"\n{OWNERS}', "pyproject.toml": "[project]\n"})
    lay({"new.toml": f'required-version = ">=99"\n{OWNERS}'})
    Path("binary.toml").write_bytes(b"\xff\xfe\x00")


@pytest.mark.usefixtures("odd_files")
@pytest.mark.parametrize("name", IMPOSED)
def test_a_policy_that_cannot_be_had_is_never_left_out_in_silence(name: str) -> None:
    assert mistakes(name) == [IMPOSED[name]]


@pytest.mark.usefixtures("odd_files")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_breaks_in_any_language(language: str) -> None:
    assert all(mistakes(name, language=language) for name in IMPOSED)
    for text, expected in MISTAKES.items():
        lay({"smartlint.toml": text})
        assert len(mistakes(language=language)) == len(expected)
