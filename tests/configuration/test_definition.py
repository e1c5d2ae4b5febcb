"""The JSON Schema that is shipped is the one that the definition makes, and it is a right one."""

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from smartlint.configuration import definition
from smartlint.configuration.keys import STATUSES
from smartlint.configuration.layer import NAMES, PYPROJECT, WAIVERS, plain
from smartlint.goal import Goal
from smartlint.language.vocabulary import vocabulary
from smartlint.registry import load

SHIPPED = {
    "smartlint.schema.json": lambda: definition.schema(load()),
    "smartlint-waivers.schema.json": definition.waivers_schema,
}
EVERYTHING = """\
extend = ["../smartlint.toml", "pkg:acme_goals"]
edition = "2026"
required-version = ">=0.1"
profile = "sales"
language = "auto"
message-language = "nb"
include = ["**/*.goals"]
exclude = ["archive/**"]
plugins = ["acm"]

[calendar]
fiscal-year-starts = "july"
holidays = "NO"

[lint]
select = ["ALL"]
extend-select = ["BAL"]
ignore = ["MEA010"]
per-file-ignores = { "drafts/**" = ["MEA", "TIM"] }

[lint.levels]
TIM = "error"
TIM007 = { draft = "info", committed = "warning" }

[lint.rules.too-many-goals]
operational = { warn = 5, max = 7 }

[roster]
file = "people.csv"
people = ["Kari Nordmann", { name = "Ola Vik", email = "ola@example.com", handle = "@ola", team = "South" }]
teams = ["South"]

[data]
metrics = "metrics.csv"

[documents."plans/**"]
goals = ["ambitions"]
statement = "core"
owner = ["head chef", "in charge"]
ignore = "old ones"

[[policy]]
name = "sales-have-owners"
reason = "decided by the board"
match = { path = "sales/**", team = ["South", "North"], level = "operational", status = ["committed", "at_risk"], tags = "big" }
select = ["OWN001"]
levels = { OWN001 = "error" }
rules = { too-many-goals = { operational = { warn = 3, max = 5 } } }
enforcement = "mandatory"
from = "2026-07-01"
waivers = { max-days = 90, approvers = ["Kari Nordmann"] }
examples = { pass = ["goal: x"], fail = ["goal: y"] }

[[rule]]
code = "ACM001"
name = "missing-budget-line"
title = { en = "No budget line", nb = "Ingen budsjettlinje" }
level = "error"
for-each = "goal"
when = "goal.kind == 'effect'"
assert = "has(goal.tags)"
message = { en = "no budget line" }
help = "add `tags: budget`"
at = "tags"
closed = true
visions = false
from = "2026-07-01"
examples = { pass = ["a.goals"], fail = ["b.goals"] }
"""


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_schema_is_that_of_the_definition(name: str) -> None:
    shipped = json.loads((files("smartlint.configuration") / name).read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(SHIPPED[name]())), f"run: smartlint config schema > smartlint/configuration/{name}"


@pytest.mark.parametrize("name", SHIPPED)
def test_it_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SHIPPED[name]())


def test_everything_that_can_be_said() -> None:
    assert list(Draft202012Validator(definition.schema(load())).iter_errors(tomllib.loads(EVERYTHING))) == []


def test_every_key_is_in_the_example_of_everything() -> None:
    """So that a key which nobody has tried does not go unseen."""
    stated = tomllib.loads(EVERYTHING)
    schema = definition.schema(load())

    def missing(schema: dict[str, Any], value: Any, path: str = "") -> list[str]:
        found = []
        for name, inner in schema.get("properties", {}).items():
            if path == ".lint.rules" or path.endswith((".message", ".title", ".TIM007", ".match")):
                continue
            if name not in value:
                found.append(f"{path}.{name}")
            elif isinstance(value[name], dict):
                found += missing(inner, value[name], f"{path}.{name}")
            elif inner.get("type") == "array" and isinstance(value[name][0], dict):
                found += missing(inner["items"], value[name][0], f"{path}.{name}")
        return found

    assert missing(schema, stated) == []


def test_every_configuration_among_the_examples_is_right_by_the_shipped_schema() -> None:
    """As an editor checks it, which knows nothing of smartlint."""
    shipped = {name: json.loads((files("smartlint.configuration") / name).read_text(encoding="utf-8")) for name in SHIPPED}
    for path in (Path(__file__).parents[2] / "examples").rglob("*.toml"):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if path.name == PYPROJECT:
            data = data.get("tool", {}).get("smartlint", {})
        elif path.name not in (*NAMES, WAIVERS):
            continue
        schema = shipped["smartlint-waivers.schema.json" if path.name == WAIVERS else "smartlint.schema.json"]
        assert [error.message for error in Draft202012Validator(schema).iter_errors(plain(data))] == [], path


def test_every_key_has_a_help_and_every_default_is_right() -> None:
    for path, keys in definition.tables():
        for key in keys:
            assert key.help, path
            if key.default is not None:
                assert list(Draft202012Validator(key.schema).iter_errors(key.default)) == []


def test_the_statuses_are_those_of_goals() -> None:
    assert set(STATUSES) == set(vocabulary().statuses.values())
    assert Goal.__dataclass_fields__["status"].default in STATUSES


def test_every_option_of_a_rule_takes_its_own_defaults() -> None:
    for rule in load():
        for option in rule.options:
            for value in (option.default, *option.profiles.values()):
                assert list(Draft202012Validator(option.schema).iter_errors(value)) == [], (rule.code, option.name)


def test_an_option_follows_a_key_that_there_is() -> None:
    known = {".".join((*table, key.name)) for table, keys in definition.tables() for key in keys}
    assert {option.follows for rule in load() for option in rule.options} - {""} <= known
