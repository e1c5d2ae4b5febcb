"""What an organisation may say in a configuration: policies, rules without code, waivers."""

from __future__ import annotations

from smartlint.configuration.keys import (
    DATE,
    GLOBS,
    LEVEL,
    LEVELS_BY_RULE,
    ONE_OR_MORE,
    PERIOD,
    SELECTORS,
    STATUSES,
    TEXT,
    TEXTS,
    Key,
    Schema,
    any_of,
    table_of,
)
from smartlint.policy.policy import ENFORCEMENTS
from smartlint.translation import LANGUAGES

KINDS = ("goal", "result", "performance", "effect", "objective", "key_result", "vision")
SCOPES = ("goal", "document", "owner", "team", "project")

EXAMPLES = (
    Key("pass", "goal texts that must pass, or files with them", TEXTS),
    Key("fail", "goal texts in which something must be found, or files with them", TEXTS),
)

MATCH = (
    Key(
        "path",
        "patterns of files, relative to the file that states them",
        {"anyOf": [{"type": "string", "format": "glob"}, {**GLOBS, "minItems": 1}]},
    ),
    Key("team", "names of teams", ONE_OR_MORE),
    Key("owner", "names of owners", ONE_OR_MORE),
    Key("tags", "tags, any of them", ONE_OR_MORE),
    Key("level", "strategic or operational", any_of(("strategic", "operational"))),
    Key("kind", "kinds of goals", any_of(KINDS)),
    Key("status", "statuses of goals; those that are done or cancelled are judged only if it names them", any_of(STATUSES)),
    Key("period", "periods, such as 2026 or Q1 2026", {"anyOf": [PERIOD, {"type": "array", "items": PERIOD, "minItems": 1}]}),
    Key("profile", "profiles that files are judged by", {}),
)

WAIVING = (
    Key("max-days", "how long a waiver may last, from its first day or else from today", {"type": "integer", "minimum": 1}),
    Key("approvers", "who may approve a waiver", TEXTS),
)

_PASSING = (
    Key("goals", "the goal text, or a file with it", TEXT, required=True),
    Key("path", "what the file is called, relative to the file that states the policy", TEXT),
    Key("today", "the day to judge by", DATE),
)
_FAILING = (
    *_PASSING,
    Key("codes", "the codes of the rules that find something, no others", {**TEXTS, "minItems": 1}),
    Key("enforcement", "how firm the findings are", {"type": "string", "enum": list(ENFORCEMENTS)}),
)
POLICY_EXAMPLES = (
    Key("pass", "goals that must pass", {"type": "array", "items": {"anyOf": [TEXT, table_of(_PASSING)]}}),
    Key("fail", "goals in which something must be found", {"type": "array", "items": {"anyOf": [TEXT, table_of(_FAILING)]}}),
)

POLICY = (
    Key("name", "what the policy is called", {"type": "string", "format": "kebab"}, required=True),
    Key("reason", "why there is the policy", TEXT),
    Key("match", "which goals it speaks of; all, where nothing is said", {**table_of(MATCH), "minProperties": 1}),
    Key("select", "rules that apply to these goals", SELECTORS),
    Key("levels", "levels of rules for these goals", LEVELS_BY_RULE),
    Key("rules", "options of rules for these goals, by the rule's name", {"type": "object"}),
    Key(
        "enforcement",
        "advisory: never fails; waivable: fails unless waived; mandatory: nothing silences it",
        {"type": "string", "enum": list(ENFORCEMENTS)},
        "advisory",
    ),
    Key("from", "the day from which it binds; until then it is advisory", DATE),
    Key("waivers", "what a waiver must be like", table_of(WAIVING)),
    Key("examples", "what must pass and what must fail", table_of(POLICY_EXAMPLES)),
)

_BY_LANGUAGE: Schema = {
    "anyOf": [TEXT, {**table_of([Key(one, "the text in this language", TEXT) for one in LANGUAGES]), "minProperties": 1}]
}

DECLARED = (
    Key("code", "three letters of your own and three digits", {"type": "string", "format": "rule-code"}, required=True),
    Key("name", "what the rule is called", {"type": "string", "format": "rule-name"}, required=True),
    Key("title", "one line on what it finds", _BY_LANGUAGE),
    Key("level", "how bad it is", LEVEL, "warning"),
    Key("for-each", "what it looks at, one at a time", {"type": "string", "enum": list(SCOPES)}, "goal"),
    Key("when", "a CEL expression: which of them it is about", TEXT),
    Key("assert", "a CEL expression that must be true", TEXT, required=True),
    Key("message", "what is said where it is not", _BY_LANGUAGE, required=True),
    Key("help", "what to write instead", _BY_LANGUAGE),
    Key("at", "the field of the goal at which a finding stands, if it has it", TEXT),
    Key("from", "the day from which it applies", DATE),
    Key("closed", "whether it looks at goals that are done or cancelled", {"type": "boolean"}, False),
    Key("visions", "whether it looks at visions", {"type": "boolean"}, False),
    Key("examples", "what must pass and what must fail", table_of(EXAMPLES)),
)

WAIVER = (
    Key("rule", "a code, the start of one, or a name", {"type": "string", "format": "rule-selector"}, required=True),
    Key("path", "the files it speaks of, by pattern", {"type": "string", "format": "glob"}),
    Key("goal", "the goal it speaks of, by its ID", TEXT),
    Key("reason", "why it is excused", TEXT, required=True),
    Key("owner", "who asked for it", TEXT, required=True),
    Key("approved-by", "who allowed it", TEXT),
    Key("from", "the first day; where none is stated, it holds already", DATE),
    Key("expires", "the last day", DATE),
)
