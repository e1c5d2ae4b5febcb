"""What a configuration may say: the one definition that its JSON Schema, its checks and its defaults come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from smartlint import __version__
from smartlint.configuration.keys import GLOBS, LEVELS_BY_RULE, SELECTORS, TEXT, TEXTS, Key, Schema, any_of, by_name, table_of
from smartlint.configuration.policy_keys import DECLARED, POLICY, WAIVER
from smartlint.contract import EDITIONS
from smartlint.registry import BASE, EVERY
from smartlint.rule import Rule
from smartlint.translation import LANGUAGES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MONTHS = "january february march april may june july august september october november december".split()


LINT = (
    Key("select", "the rules that apply, instead of those of the profile", {**SELECTORS, "minItems": 1}),
    Key("extend-select", "rules that apply as well", SELECTORS, [], adds=True),
    Key("ignore", "rules that do not apply", SELECTORS, [], adds=True),
    Key("per-file-ignores", "rules that do not apply to some files, by pattern", by_name("glob", SELECTORS), {}),
    Key("levels", "levels of rules; the code before its start, and that before the profile", LEVELS_BY_RULE, {}),
    Key("rules", "options of rules, by the rule's name", {"type": "object"}, {}),
)

CALENDAR = (
    Key(
        "fiscal-year-starts",
        "the month in which the fiscal year starts, where a file does not say: its name or its number",
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 12},
                {"type": "string", "format": "month", "examples": MONTHS},
            ]
        },
        "january",
    ),
    Key(
        "holidays",
        "the country whose public holidays count, such as NO, or with a part of it such as DE-BY",
        {"type": "string", "format": "country"},
    ),
)

PERSON = (
    Key("name", "the full name", TEXT),
    Key("email", "the e-mail address", {"type": "string", "format": "address"}),
    Key("handle", "the short name, such as @kari", TEXT),
    Key("team", "the team that the person is in", TEXT),
)

ROSTER = (
    Key("file", "a CSV or TOML file with the people there are", TEXT),
    Key(
        "people",
        "the people there are: `Kari Nordmann`, `Kari Nordmann <kari@example.com>`, or a table",
        {"type": "array", "items": {"anyOf": [TEXT, {**table_of(PERSON), "minProperties": 1}]}},
        adds=True,
    ),
    Key("teams", "the teams there are", TEXTS, adds=True),
)

TOP = (
    Key(
        "extend",
        "the configuration that this one builds on: a path, or pkg: and the name of a package",
        {"anyOf": [TEXT, {**TEXTS, "minItems": 1}]},
    ),
    Key("edition", "the year whose rules and levels hold by default", {"type": "string", "enum": list(EDITIONS)}, EDITIONS[-1]),
    Key(
        "required-version",
        "the versions of smartlint that will do, such as >=0.1",
        {"type": "string", "format": "version-specifier"},
    ),
    Key("profile", "what the goals are judged as", {"type": "string"}, "smart"),
    Key("language", "the language of the goals", {"type": "string", "enum": ["auto", *LANGUAGES]}, "auto"),
    Key("message-language", "the language of what is printed", {"type": "string", "enum": ["auto", *LANGUAGES]}, "auto"),
    Key("include", "patterns of the files that are looked for in folders", GLOBS, ["**/*.goals"]),
    Key("exclude", "patterns of files and folders that are passed by", GLOBS, []),
    Key(
        "plugins",
        "installed plugins whose rules there are beside smartlint's own",
        {**TEXTS, "uniqueItems": True},
        [],
        adds=True,
    ),
    Key("calendar", "the calendar", table_of(CALENDAR)),
    Key("lint", "which rules apply, and how", table_of(LINT)),
    Key("roster", "the people and teams there are", table_of(ROSTER)),
    Key("documents", "what the names in documents stand for, by pattern of files", {"type": "object"}, {}),
    Key("policy", "what an organisation decides", {"type": "array", "items": table_of(POLICY)}, adds=True),
    Key("rule", "rules without code", {"type": "array", "items": table_of(DECLARED)}, adds=True),
    Key("data", "tables for rules without code, by name", by_name("kebab", TEXT)),
)

#: What a file of waivers may say.
WAIVERS = (Key("waiver", "findings that are excused for a time", {"type": "array", "items": table_of(WAIVER)}, [], adds=True),)


def schema(rules: Sequence[type[Rule]]) -> dict[str, Any]:
    """The JSON Schema of a configuration where these rules are known."""
    from smartlint.configuration.documents import keys  # here: their names are the words of all languages

    policy = ("properties", "policy", "items", "properties")
    made: Schema = table_of(TOP)
    made = _with(made, ("properties", "profile"), {"enum": profiles(rules)})
    made = _with(made, ("properties", "lint", "properties", "rules"), _options(rules))
    made = _with(made, ("properties", "documents"), by_name("glob", table_of([*keys()])))
    made = _with(made, (*policy, "rules"), {"$ref": "#/properties/lint/properties/rules"})
    made = _with(made, (*policy, "match", "properties", "profile"), any_of(profiles(rules)))
    return {"$schema": DIALECT, "title": "Configuration of smartlint", **made}


def _with(schema: Schema, path: Sequence[str], more: Schema) -> Schema:
    """A schema in which more is said of a part of it."""
    return {**schema, **more} if not path else {**schema, path[0]: _with(schema[path[0]], path[1:], more)}


def waivers_schema(rules: Sequence[type[Rule]] = ()) -> dict[str, Any]:
    """The JSON Schema of a file of waivers; whatever the rules."""
    return {"$schema": DIALECT, "title": "Waivers of smartlint", **table_of(WAIVERS)}


def _options(rules: Sequence[type[Rule]]) -> dict[str, Any]:
    """The schema of the options of all rules, by the rule's name."""
    tables = {}
    for rule in sorted(rules, key=lambda rule: rule.name):
        if rule.options:
            keys = [Key(option.name, option.help, option.schema, option.default) for option in rule.options]
            tables[rule.name] = {"description": f"{rule.code}: {rule.title}", **table_of(keys)}
    return {"properties": tables, "additionalProperties": False}


def profiles(rules: Sequence[type[Rule]]) -> list[str]:
    """The profiles that some rule is in, and the one that has all."""
    return [*dict.fromkeys((BASE, *(name for rule in rules for name in rule.profiles), EVERY))]


def tables() -> Iterator[tuple[tuple[str, ...], tuple[Key, ...]]]:
    """The tables that settings stand in, with the keys of each."""
    yield (), TOP
    yield ("calendar",), CALENDAR
    yield ("lint",), LINT
    yield ("roster",), ROSTER


def homes() -> dict[str, list[tuple[str, ...]]]:
    """In which table each key belongs, for who has written it into another one."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for table, keys in tables():
        for key in keys:
            found.setdefault(key.name, []).append(table)
    return found


def fingerprint(rules: Sequence[type[Rule]], declared: Sequence[tuple[str, str]]) -> str:
    """Changes with whatever a configuration is checked against."""
    from smartlint.digest import blake2b

    stated = [
        (rule.code, rule.name, rule.profiles, [(option.name, option.schema) for option in rule.options]) for rule in rules
    ]
    text = repr((__version__, TOP, WAIVERS, stated, declared))
    return blake2b(text.encode(), digest_size=12).hexdigest()
