"""What a ``[[rule]]`` of a configuration says: its expressions checked, its texts by language, its examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, cast

from smartlint.policy import schema
from smartlint.policy.checker import Scope
from smartlint.policy.constants import check_constants
from smartlint.policy.expression import Expression, value_of
from smartlint.policy.messages import Messages
from smartlint.policy.mistake import Failure, Mistake, nearest
from smartlint.policy.moments import Timestamp
from smartlint.policy.parser import parse
from smartlint.policy.types import BOOL, TIMESTAMP, Type
from smartlint.policy.values import Record, type_name
from smartlint.record import dataclass, field
from smartlint.rule import LEVELS, Level
from smartlint.source import Span
from smartlint.translation import LANGUAGES

ForEach = Literal["goal", "document", "owner", "team", "project"]
SUBJECTS: dict[str, Type] = {
    "goal": schema.GOAL,
    "document": schema.DOCUMENT,
    "owner": schema.OWNER,
    "team": schema.TEAM,
    "project": schema.PROJECT,
}
#: What every rule may speak of beside its subject.
GIVEN = {"today": TIMESTAMP, "data": schema.DATA, "roster": schema.ROSTER}
#: What the name of a field begins with that the language of goals does not know.
_OWN_FIELD = "x-"
_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_KEYS = (
    "code", "name", "title", "level", "for-each", "when", "assert", "message", "help", "at", "from", "closed", "visions",
    "examples",
)  # fmt: skip


class Misdeclared(ValueError):
    """A ``[[rule]]`` that is none: the keys that lead to what is wrong, and a mistake, which may lie in an expression.

    ``expression`` is the text that the mistake's span lies in; empty where the value of the key itself is wrong. ``beside``
    is what else is wrong with the same table.
    """

    def __init__(self, keys: Sequence[str], mistake: Mistake, expression: str = "") -> None:
        super().__init__(f"{'.'.join(keys)}: {mistake}" if keys else str(mistake))
        self.keys = tuple(keys)
        self.mistake = mistake
        self.expression = expression
        self.beside: tuple[Misdeclared, ...] = ()

    @classmethod
    def of(cls, keys: Sequence[str], mistake: Mistake, text: str) -> Misdeclared:
        """All that is wrong in the text of a key."""
        return cls.together([cls(keys, one, text) for one in mistake.each()])

    @classmethod
    def together(cls, wrong: Sequence[Misdeclared]) -> Misdeclared:
        """Several as one."""
        first, *others = [one for each in wrong for one in (each, *each.beside)]
        first.beside = tuple(others)
        return first


@dataclass(frozen=True)
class Example:
    """A goal file, as its text or its path, in which a rule must find something, or nothing."""

    text: str
    found: bool


@dataclass(frozen=True)
class DeclaredRule:
    """What a ``[[rule]]`` says, checked. ``help`` and ``message`` hold a text for each language, with ``{expressions}``.

    ``since`` is the day from which it applies, ``at`` the field at which a finding stands, if the goal has it.
    """

    code: str
    name: str
    level: Level
    for_each: ForEach
    condition: Expression | None
    assertion: Expression
    message: Messages
    help: Messages
    titles: Mapping[str, str]
    since: date | None = None
    at: str = ""
    closed: bool = False
    visions: bool = False
    examples: tuple[Example, ...] = ()
    origin: str = ""
    tables: Mapping[str, Any] = field(default_factory=dict)
    roster: Any = None

    def judge(self, subject: Record, today: date, steps: int) -> tuple[str, dict[str, Any]] | None:
        """The id of the message and its parameters where the rule is broken, or cannot be judged."""
        if self.since is not None and today < self.since:
            return None
        variables = {
            self.for_each: subject,
            "today": Timestamp.of_day(today),
            "data": Record(schema.DATA.name, self.tables, {name: _table(name) for name in self.tables}),
            "roster": self.roster,
        }
        try:
            for expression in (self.condition, self.assertion):
                if expression is None:
                    continue
                value = expression.value(variables, steps)
                if type(value) is not bool:
                    raise Failure("this must be `{wanted}`, and is `{found}`", wanted="bool", found=type_name(value))
                if expression is self.condition and not value:
                    return None
                if expression is self.assertion and value:
                    return None
        except Failure as failure:
            return "unclear", {"why": failure.term, "rule": self.name}
        return "broken", {"rule": self.name, **self.message.values(variables, steps), **self.help.values(variables, steps)}


def _table(name: str) -> Any:
    return lambda tables: tables[name]


# --- reading --------------------------------------------------------------------------------------------------------


class _Table:
    """Reads the keys of a ``[[rule]]``; raises ``Misdeclared``."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table

    def unknown(self) -> Iterator[Misdeclared]:
        """The keys that no rule has."""
        for name in self._table:
            if name not in _KEYS:
                yield self._wrong((name,), "a rule has no `{key}`", nearest(name, _KEYS), key=name)

    def _wrong(self, keys: Sequence[str], text: str, near: Sequence[str] = (), /, **params: Any) -> Misdeclared:
        return Misdeclared(keys, Mistake(text, Span(0, 0), near, **params))

    def text(self, key: str, default: str | None = "") -> str:
        value = self._table.get(key, default)
        if value is None:
            raise self._wrong((), "the rule lacks `{key}`", key=key)
        if not isinstance(value, str):
            raise self._wrong((key,), "`{key}` is a text", key=key)
        return value

    def field(self, key: str) -> str:
        """The name of a field of goals, empty where none is stated."""
        value = self.text(key)
        if not value or value.startswith(_OWN_FIELD):
            return value
        from smartlint.language.vocabulary import vocabulary  # here: few rules name a field

        known = {name for meanings in vocabulary().fields.values() for name, _ in meanings}
        if value not in known:
            near = list(vocabulary().field_names(value.lower()).values())[:1] or nearest(value, known)
            raise self._wrong((key,), "no field is called `{value}`", near, value=value)
        return value

    def truth(self, key: str) -> bool:
        value = self._table.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong((key,), "`{key}` is `true` or `false`", key=key)
        return value

    def word(self, key: str, known: Sequence[str], default: str) -> str:
        value = self.text(key, default)
        if value not in known:
            words = ", ".join(known)
            raise self._wrong((key,), "`{value}` is none of {known}", nearest(value, known), value=value, known=words)
        return value

    def formed(self, key: str, form: re.Pattern[str], like: str) -> str:
        value = self.text(key, None)
        if not form.fullmatch(value):
            raise self._wrong((key,), "`{value}` is not written like `{like}`", value=value, like=like)
        return value

    def expression(self, key: str, scope: Scope | None, *, needed: bool) -> Expression | None:
        text = self.text(key, None if needed else "")
        if not text and not needed:
            return None
        try:
            if scope is None:
                parse(text)
                return None
            expression = Expression(text, scope, BOOL)
            check_constants(expression.tree)
            return expression
        except Mistake as mistake:
            raise Misdeclared.of((key,), mistake, text) from None

    def day(self, key: str) -> date | None:
        value = self._table.get(key)
        if value is None or type(value) is date:
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self._wrong((key,), "`{key}` is a day like 2026-09-30", key=key) from None

    def texts(self, key: str, *, needed: bool) -> dict[str, str]:
        """A text for each language."""
        given = self._table.get(key, None if needed else {})
        if given is None:
            raise self._wrong((), "the rule lacks `{key}`", key=key)
        texts = {"en": given} if isinstance(given, str) else given
        if not isinstance(texts, Mapping) or (needed and not texts):
            raise self._wrong((key,), "`{key}` is a text, or a text for each language", key=key)
        for language, text in texts.items():
            if language not in LANGUAGES:
                near, known = nearest(language, LANGUAGES), ", ".join(LANGUAGES)
                raise self._wrong((key, language), "`{value}` is none of {known}", near, value=language, known=known)
            if not isinstance(text, str):
                raise self._wrong((key, language), "`{key}` is a text", key=language)
        return dict(texts)

    def messages(self, key: str, scope: Scope | None, *, needed: bool) -> Messages | None:
        """Texts with expressions in them; without a scope, nobody can tell whether these are right."""
        if scope is None:
            self.texts(key, needed=needed)
            return None
        wrong: list[Misdeclared] = []
        try:
            texts = self.texts(key, needed=needed)
        except Misdeclared as error:
            given = self._table.get(key)
            texts = {name: text for name, text in given.items() if isinstance(text, str)} if isinstance(given, Mapping) else {}
            wrong.append(error)
        for language, text in texts.items():
            try:
                Messages({language: text}, scope)
            except Mistake as mistake:
                keys = (key,) if isinstance(self._table[key], str) else (key, language)
                wrong.append(Misdeclared.of(keys, mistake, text))
        if wrong:
            raise Misdeclared.together(wrong)
        return Messages(texts, scope)

    def examples(self) -> Iterator[Example]:
        given = self._table.get("examples", {})
        if not isinstance(given, Mapping):
            raise self._wrong(("examples",), "`examples` has `pass` and `fail`, lists of goal texts")
        for name, texts in given.items():
            if name not in ("pass", "fail"):
                raise self._wrong(("examples", name), "`examples` has `pass` and `fail`, lists of goal texts")
            if not isinstance(texts, Sequence) or isinstance(texts, str) or not all(isinstance(one, str) for one in texts):
                raise self._wrong(("examples", name), "`{key}` is a list of texts", key=name)
            for text in texts:
                yield Example(text, name == "fail")


def read(
    table: Mapping[str, Any],
    origin: str,
    tables: Mapping[str, Any] | None = None,
    roster: Mapping[str, Any] | None = None,
) -> DeclaredRule:
    """What a ``[[rule]]`` says. Raises ``Misdeclared``, of all that is wrong.

    ``origin`` is where it stands; ``tables`` are those of ``[data]``, by name; ``roster`` has the ``people``, each with
    a name, an email, a handle and a team, and the ``teams``.
    """
    reader = _Table(table)
    data = {name: value_of(rows) for name, rows in (tables or {}).items()}
    wrong = [*reader.unknown()]
    each, scope = "", None
    try:
        each = reader.word("for-each", tuple(SUBJECTS), "goal")
        scope = Scope({each: SUBJECTS[each], **GIVEN}, schema.with_tables(data))
    except Misdeclared as error:
        wrong.append(error)
    name = str(table.get("name", ""))
    readers: dict[str, Callable[[], Any]] = {
        "code": lambda: reader.formed("code", _CODE, "ACM001"),
        "name": lambda: reader.formed("name", _NAME, "cost-centre"),
        "level": lambda: reader.word("level", LEVELS, "warning"),
        "condition": lambda: reader.expression("when", scope, needed=False),
        "assertion": lambda: reader.expression("assert", scope, needed=True),
        "message": lambda: reader.messages("message", scope, needed=True),
        "help": lambda: reader.messages("help", scope, needed=False),
        "titles": lambda: reader.texts("title", needed=False) or {"en": name.replace("-", " ").capitalize()},
        "since": lambda: reader.day("from"),
        "at": lambda: reader.field("at"),
        "closed": lambda: reader.truth("closed"),
        "visions": lambda: reader.truth("visions"),
        "examples": lambda: tuple(reader.examples()),
    }
    said: dict[str, Any] = {}
    for key, read_one in readers.items():
        try:
            said[key] = read_one()
        except Misdeclared as error:
            wrong.append(error)
    if wrong:
        raise Misdeclared.together(wrong)
    people = value_of(roster or {"people": [], "teams": []})
    return DeclaredRule(**said, for_each=cast(ForEach, each), origin=origin, tables=data, roster=people)
