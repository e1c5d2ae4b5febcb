"""What a configuration may say: the one definition that its JSON Schema, its checks and its defaults come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smartlint import __version__
from smartlint.registry import BASE, EVERY
from smartlint.rule import LEVELS, Rule
from smartlint.translation import LANGUAGES

Schema = Mapping[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EDITIONS = ("2026",)
STATUSES = ("draft", "committed", "at_risk", "paused", "done", "cancelled")
MONTHS = "january february march april may june july august september october november december".split()
ENFORCEMENTS = ("advisory", "waivable", "mandatory")
KINDS = ("goal", "result", "performance", "effect", "objective", "key_result", "vision")
SCOPES = ("goal", "document", "owner", "team", "project")


@dataclass(frozen=True)
class Key:
    """A key of a table: what it sets, which values it takes, and what holds where nobody sets it.

    ``adds`` says that what several files state adds up along ``extend``; else the last one counts.
    """

    name: str
    help: str
    schema: Schema
    default: Any = None
    required: bool = False
    adds: bool = False


_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_GLOBS: Schema = {"type": "array", "items": {"type": "string", "format": "glob"}}
_SELECTORS: Schema = {"type": "array", "items": {"type": "string", "format": "rule-selector"}}
_DATE: Schema = {"type": "string", "format": "date"}
_LEVEL: Schema = {"type": "string", "enum": list(LEVELS)}
_ONE_OR_MORE: Schema = {"anyOf": [_TEXT, {**_TEXTS, "minItems": 1}]}


def _any_of(words: Sequence[str]) -> Schema:
    one = {"type": "string", "enum": list(words)}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def _table(keys: Sequence[Key]) -> dict[str, Any]:
    """The schema of a table that has these keys and no others."""
    properties = {}
    for key in keys:
        stated = {} if key.default is None else {"default": key.default}
        properties[key.name] = {"description": key.help, **key.schema, **stated}
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [key.name for key in keys if key.required]
    return {**schema, "required": required} if required else schema


def _by(name: str, value: Schema) -> Schema:
    """The schema of a table whose keys are all of a format."""
    return {"type": "object", "propertyNames": {"format": name}, "additionalProperties": value}


_LEVELS: Schema = _by(
    "rule-selector",
    {
        "anyOf": [
            _LEVEL,
            {**_table([Key(one, "the level for goals of this status", _LEVEL) for one in STATUSES]), "minProperties": 1},
        ]
    },
)

LINT = (
    Key("select", "the rules that apply, instead of those of the profile", _SELECTORS),
    Key("extend-select", "rules that apply as well", _SELECTORS, [], adds=True),
    Key("ignore", "rules that do not apply", _SELECTORS, [], adds=True),
    Key("per-file-ignores", "rules that do not apply to some files, by pattern", _by("glob", _SELECTORS), {}),
    Key("levels", "levels of rules; the code before its start, and that before the profile", _LEVELS, {}),
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
    Key("name", "the full name", _TEXT),
    Key("email", "the e-mail address", {"type": "string", "format": "address"}),
    Key("handle", "the short name, such as @kari", _TEXT),
    Key("team", "the team that the person is in", _TEXT),
)

ROSTER = (
    Key("file", "a CSV or TOML file with the people there are", _TEXT),
    Key(
        "people",
        "the people there are: `Kari Nordmann`, `Kari Nordmann <kari@example.com>`, or a table",
        {"type": "array", "items": {"anyOf": [_TEXT, {**_table(PERSON), "minProperties": 1}]}},
        adds=True,
    ),
    Key("teams", "the teams there are", _TEXTS, adds=True),
)

EXAMPLES = (
    Key("pass", "goal texts that must pass, or files with them", _TEXTS),
    Key("fail", "goal texts in which something must be found, or files with them", _TEXTS),
)

MATCH = (
    Key(
        "path",
        "patterns of files, relative to the file that states them",
        {"anyOf": [{"type": "string", "format": "glob"}, _GLOBS]},
    ),
    Key("team", "names of teams", _ONE_OR_MORE),
    Key("owner", "names of owners", _ONE_OR_MORE),
    Key("tags", "tags, any of them", _ONE_OR_MORE),
    Key("level", "strategic or operational", _any_of(("strategic", "operational"))),
    Key("kind", "kinds of goals", _any_of(KINDS)),
    Key("status", "statuses of goals", _any_of(STATUSES)),
    Key("period", "periods, such as 2026 or Q1 2026", _ONE_OR_MORE),
    Key("profile", "profiles that files are judged by", _ONE_OR_MORE),
)

WAIVING = (
    Key("max-days", "how many days a waiver may last", {"type": "integer", "minimum": 1}),
    Key("approvers", "who may approve a waiver", _TEXTS),
)

POLICY = (
    Key("name", "what the policy is called", {"type": "string", "format": "kebab"}, required=True),
    Key("reason", "why there is the policy", _TEXT),
    Key("match", "which goals it speaks of; all, where nothing is said", _table(MATCH)),
    Key("select", "rules that apply to these goals", _SELECTORS),
    Key("levels", "levels of rules for these goals", _LEVELS),
    Key("rules", "options of rules for these goals, by the rule's name", {"type": "object"}),
    Key(
        "enforcement",
        "advisory: never fails; waivable: fails unless waived; mandatory: nothing silences it",
        {"type": "string", "enum": list(ENFORCEMENTS)},
        "advisory",
    ),
    Key("from", "the day from which it binds; until then it is advisory", _DATE),
    Key("waivers", "what a waiver must be like", _table(WAIVING)),
    Key("examples", "what must pass and what must fail", _table(EXAMPLES)),
)

_BY_LANGUAGE: Schema = {
    "anyOf": [_TEXT, {**_table([Key(one, "the text in this language", _TEXT) for one in LANGUAGES]), "minProperties": 1}]
}

DECLARED = (
    Key("code", "three letters of your own and three digits", {"type": "string", "format": "rule-code"}, required=True),
    Key("name", "what the rule is called", {"type": "string", "format": "kebab"}, required=True),
    Key("title", "one line on what it finds", _BY_LANGUAGE),
    Key("level", "how bad it is", _LEVEL, "warning"),
    Key("for-each", "what it looks at, one at a time", {"type": "string", "enum": list(SCOPES)}, "goal"),
    Key("when", "a CEL expression: which of them it is about", _TEXT),
    Key("assert", "a CEL expression that must be true", _TEXT, required=True),
    Key("message", "what is said where it is not", _BY_LANGUAGE, required=True),
    Key("help", "what to write instead", _BY_LANGUAGE),
    Key("at", "the field of the goal at which a finding stands, if it has it", _TEXT),
    Key("from", "the day from which it applies", _DATE),
    Key("closed", "whether it looks at goals that are done or cancelled", {"type": "boolean"}, False),
    Key("visions", "whether it looks at visions", {"type": "boolean"}, False),
    Key("examples", "what must pass and what must fail", _table(EXAMPLES)),
)

TOP = (
    Key(
        "extend",
        "the configuration that this one builds on: a path, or pkg: and the name of a package",
        {"anyOf": [_TEXT, {**_TEXTS, "minItems": 1}]},
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
    Key("include", "patterns of the files that are looked for in folders", _GLOBS, ["**/*.goals"]),
    Key("exclude", "patterns of files and folders that are passed by", _GLOBS, []),
    Key(
        "plugins",
        "installed plugins whose rules there are beside smartlint's own",
        {**_TEXTS, "uniqueItems": True},
        [],
        adds=True,
    ),
    Key("calendar", "the calendar", _table(CALENDAR)),
    Key("lint", "which rules apply, and how", _table(LINT)),
    Key("roster", "the people and teams there are", _table(ROSTER)),
    Key("policy", "what an organisation decides", {"type": "array", "items": _table(POLICY)}, adds=True),
    Key("rule", "rules without code", {"type": "array", "items": _table(DECLARED)}, adds=True),
    Key("data", "tables for rules without code, by name", _by("kebab", _TEXT)),
)

WAIVER = (
    Key("rule", "a code, the start of one, or a name", {"type": "string", "format": "rule-selector"}, required=True),
    Key("path", "the files it speaks of, by pattern", {"type": "string", "format": "glob"}),
    Key("goal", "the goal it speaks of, by its ID", _TEXT),
    Key("reason", "why it is excused", _TEXT, required=True),
    Key("owner", "who asked for it", _TEXT, required=True),
    Key("approved-by", "who allowed it", _TEXT),
    Key("expires", "the last day", _DATE),
)

#: What a file of waivers may say.
WAIVERS = (Key("waiver", "findings that are excused for a time", {"type": "array", "items": _table(WAIVER)}, [], adds=True),)


def schema(rules: Sequence[type[Rule]]) -> dict[str, Any]:
    """The JSON Schema of a configuration where these rules are known."""
    made = _table(TOP)
    properties = made["properties"]
    properties["profile"] = {**properties["profile"], "enum": profiles(rules)}
    options = _options(rules)
    properties["lint"]["properties"]["rules"] = {**properties["lint"]["properties"]["rules"], **options}
    policy = properties["policy"]["items"]["properties"]
    policy["rules"] = {**policy["rules"], "$ref": "#/properties/lint/properties/rules"}
    return {"$schema": DIALECT, "title": "Configuration of smartlint", **made}


def waivers_schema(rules: Sequence[type[Rule]] = ()) -> dict[str, Any]:
    """The JSON Schema of a file of waivers; whatever the rules."""
    return {"$schema": DIALECT, "title": "Waivers of smartlint", **_table(WAIVERS)}


def _options(rules: Sequence[type[Rule]]) -> dict[str, Any]:
    """The schema of the options of all rules, by the rule's name."""
    tables = {}
    for rule in sorted(rules, key=lambda rule: rule.name):
        if rule.options:
            keys = [Key(option.name, option.help, option.schema, option.default) for option in rule.options]
            tables[rule.name] = {"description": f"{rule.code}: {rule.title}", **_table(keys)}
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
    from hashlib import blake2b

    stated = [
        (rule.code, rule.name, rule.profiles, [(option.name, option.schema) for option in rule.options]) for rule in rules
    ]
    text = repr((__version__, TOP, WAIVERS, stated, declared))
    return blake2b(text.encode(), digest_size=12).hexdigest()
