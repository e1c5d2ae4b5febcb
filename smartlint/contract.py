"""Whether a rule keeps to the contract, in what it states of itself and in what it says: a plugin's may do anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from smartlint.rule import (
    LEVELS,
    DocumentRule,
    Edit,
    Fix,
    GoalRule,
    Notice,
    Option,
    ProjectRule,
    Related,
    Report,
    Rule,
    Witness,
)
from smartlint.source import Span
from smartlint.translation import Term

#: The years whose rules and levels a configuration may ask for, the newest last.
EDITIONS = ("2026",)
_TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
#: Of what types that is which rules say.
_PLAIN = frozenset((str, int, float, bool, type(None), date, Span))
_RECORDS: tuple[type[Any], ...] = (Report, Related, Fix, Edit)
_NEEDED = ("name", "title", "level", "messages")


def _like(form: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(form, value) is not None


def _one_of(words: Sequence[str]) -> Callable[[Any], bool]:
    return lambda value: value in words


def _texts_by_name(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(one, str) for pair in value.items() for one in pair)


def _row_of(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, tuple) and all(isinstance(one, kind) for one in value)


def _is_schema(value: Any) -> bool:
    """Whether a JSON Schema has types that there are and patterns that are some, through and through."""
    if isinstance(value, bool):
        return True
    if not isinstance(value, Mapping):
        return False
    kinds, pattern = value.get("type", []), value.get("pattern", "")
    below = [*value.get("properties", {}).values(), *value.get("anyOf", []), *value.get("oneOf", []), *value.get("allOf", [])]
    below += [value[name] for name in ("items", "additionalProperties") if name in value]
    known = all(kind in _TYPES for kind in ([kinds] if isinstance(kinds, str) else kinds))
    return known and _compiles(pattern) and all(map(_is_schema, below))


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _options(value: Any) -> bool:
    return _row_of(Option)(value) and all(_like(r"[a-z]+(-[a-z]+)*")(one.name) and _is_schema(one.schema) for one in value)


#: What each statement must be, and how that is told.
_STATEMENTS: Mapping[str, tuple[Callable[[Any], bool], Term]] = {
    "code": (_like("[A-Z]{3}[0-9]{3}"), Term("three capital letters and three digits")),
    "name": (_like("[a-z]+(-[a-z]+)*"), Term("words of small letters with hyphens between them")),
    "title": (_like(r"(?s).*\S.*"), Term("a text")),
    "level": (_one_of(LEVELS), Term("one of {words}", words=LEVELS)),
    "edition": (_one_of(("", *EDITIONS)), Term("one of {words}", words=EDITIONS)),
    "messages": (lambda value: bool(value) and _texts_by_name(value), Term("texts by name")),
    "helps": (_texts_by_name, Term("texts by name")),
    "patterns": (_texts_by_name, Term("texts by name")),
    "formerly": (_texts_by_name, Term("levels by edition")),
    "profiles": (_row_of(str), Term("a tuple of texts")),
    "yields_to": (_row_of(str), Term("a tuple of texts")),
    "languages": (_row_of(str), Term("a tuple of texts")),
    "passes_as": (lambda value: isinstance(value, str), Term("a text")),
    "options": (_options, Term("a tuple of options, each with a name in small letters and a right JSON Schema")),
}


def faults(rule: type[Rule]) -> Iterator[Term]:
    """All that is wrong with what a rule states, without its code."""
    missing = [name for name in _NEEDED if not hasattr(rule, name)]
    if missing:
        yield Term("has no {names}", names=missing)
        return
    if getattr(rule, "check", None) in (None, GoalRule.check, DocumentRule.check, ProjectRule.check):
        yield Term("has no check")
    for name, (is_right, wanted) in _STATEMENTS.items():
        value = getattr(rule, name)
        if not is_right(value):
            yield Term("has the {name} {value}, which must be {wanted}", name=name, value=repr(value), wanted=wanted)


def misreport(rule: Rule, said: Any, goals: int) -> str:
    """Why nothing can be made of what a rule yields, in English; empty where it is right. ``goals``: so many there are."""
    if not isinstance(said, (Report, Witness, Notice)):
        return f"it yields {said!r}, which is no report"
    if not isinstance(said, Witness) and said.message_id not in rule.messages:
        return f"it has no message {said.message_id!r}"
    return "" if isinstance(said, Notice) else _misplaced(said, goals) or _misreport(rule, said)


def made_plain(value: Any) -> Any:
    """What a rule says, or a part of it, so that it can be laid aside and sent: whatever its types, they become ours.

    What is no text, number, day, row or table of such is taken for what it shows.
    """
    if _is_plain(value):
        return value
    record = next((record for record in _RECORDS if isinstance(value, record)), None)
    if record is not None:
        return record(*[made_plain(getattr(value, name)) for name in record.__match_args__])
    if isinstance(value, Term):
        return Term(value.english, **made_plain(value.params))
    if isinstance(value, Span):
        return Span(*map(int, value))
    if isinstance(value, Mapping):
        return {str(name): made_plain(one) for name, one in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(map(made_plain, value))
    if isinstance(value, str):
        return str.__getitem__(value, slice(None))
    if isinstance(value, date):
        return value.isoformat()
    kind = next((kind for kind in (int, float) if isinstance(value, kind)), str)
    return kind(value)


def _is_plain(value: Any) -> bool:
    kind = type(value)
    if kind in _PLAIN:
        return True
    if kind is dict:
        return all(type(name) is str and _is_plain(one) for name, one in value.items())
    if kind is tuple or kind is list:
        return all(map(_is_plain, value))
    if kind is Term:
        return _is_plain(value.params)
    return kind in _RECORDS and all(_is_plain(getattr(value, name)) for name in kind.__match_args__)


def is_placed(said: Any, goals: int) -> bool:
    """Whether what a rule yields names a place, and none or one of so many goals."""
    return isinstance(said.span, Span) and (said.goal is None or (type(said.goal) is int and 0 <= said.goal < goals))


def _misplaced(said: Any, goals: int) -> str:
    if is_placed(said, goals):
        return ""
    return f"there is no goal {said.goal!r}" if _is_place(said.span) else f"it gives {said.span!r} for a place"


def _misreport(rule: Rule, report: Any) -> str:
    if isinstance(report, Witness):
        return ""
    if report.level not in (None, *LEVELS):
        return f"it gives the level {report.level!r}"
    notes = [one.note for one in report.related if isinstance(one, Related) and _is_place(one.span)]
    unknown = [note for note in notes if note not in rule.messages]
    if unknown:
        return f"it has no message {unknown[0]!r}"
    if len(notes) < len(report.related):
        return "it relates to what is no place"
    return "" if report.fix is None or _is_fix(rule, report.fix) else "its fix is none"


def _is_place(span: Any) -> bool:
    return isinstance(span, Span)


def _is_fix(rule: Rule, fix: Any) -> bool:
    return isinstance(fix, Fix) and all(_is_edit(rule, edit) for edit in fix.edits)


def _is_edit(rule: Rule, edit: Any) -> bool:
    return isinstance(edit, Edit) and _is_place(edit.span) and (edit.params is None or edit.text in rule.patterns)
