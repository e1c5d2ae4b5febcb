"""``smartlint policy``: what an organisation decides: its rules' examples are run, an expression is tried."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import day, did_you_mean, message_language
from smartlint.cli.output import columns, in_color, write
from smartlint.cli.reference import reference
from smartlint.cli.tested import test
from smartlint.cli.waivers import waivers
from smartlint.files import named
from smartlint.json_text import json_text
from smartlint.reporters.paint import Paint
from smartlint.reporters.snippet import Mark, snippet
from smartlint.reporters.visible import visible
from smartlint.source import Source
from smartlint.system_errors import cause

if TYPE_CHECKING:
    from smartlint.policy.checker import Scope
    from smartlint.policy.mistake import Failure, Mistake

_MOST_SHOWN = 5
_NEGATIVE = re.compile(r"-[\d.(]")


@click.group(
    name="policy",
    epilog="""\b
Examples:
  smartlint policy test
  smartlint policy waivers --within 60
  smartlint policy eval 'goal.owner.size() == 1' --goal goals/q3.goals:G1""",
)
def command() -> None:
    """What an organisation decides, apart from what a team writes."""


command.add_command(test)
command.add_command(waivers)
command.add_command(reference)


class _Evaluate(click.Command):
    """An expression that begins with a minus is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        negative = next((arg for arg in args if _NEGATIVE.match(arg)), None) if "--" not in args else None
        if negative is not None:
            args.remove(negative)
            args += ["--", negative]
        return super().parse_args(ctx, args)


@command.command(
    name="eval",
    cls=_Evaluate,
    epilog="""\b
Examples:
  smartlint policy eval 'goal.deadline.end < today.addDays(90)' --goal goals/q3.goals:G1
  smartlint policy eval 'data.metrics.exists(m, m.name == "churn")' --data metrics.json
  echo '{"expr": "x + 1", "bindings": {"x": 2}}' | smartlint policy eval --lines""",
)
@click.argument("expression", metavar="[EXPR|-]", default="-")
@click.option("--data", "data_file", metavar="FILE.json", help="An object: its names are variables, `data` is all of it.")
@click.option("--goal", "place", metavar="FILE:ID", help="The goal that `goal` is; `document` is its file.")
@click.option("--lines", is_flag=True, help='Read lines {"expr": …, "bindings": {…}}; write {"value": …, "type": …} for each.')
@click.option("--today", callback=day, metavar="DATE", help="The day that `today` is.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@message_language("that of the environment")
def evaluate(
    expression: str,
    data_file: str | None,
    place: str | None,
    lines: bool,
    today: date,
    output_format: str,
    message_language: str,  # which main has put into the environment
) -> None:
    """Evaluate an expression as rules have them.

    It may speak of `goal` and `document` (with --goal), of `data` and `roster` (those of the configuration of the goal's
    file; or what --data says) and of `today`. What fields and functions there are: `smartlint policy reference`.
    """
    given = _Given.read(data_file, place, today)
    if lines:
        if expression != "-":
            raise click.UsageError(say("With --lines the expressions come from standard input."))
        for line in sys.stdin.buffer:
            write([json_text(_of_line(line, given)), "\n"], encoding="utf-8")
        return
    text = sys.stdin.buffer.read().decode("utf-8", "replace").strip() if expression == "-" else expression
    from smartlint.policy.mistake import Failure, Mistake

    try:
        found = given.evaluated(text, {})
    except (Mistake, Failure) as error:
        _fail(text, error, output_format)
    if output_format == "json":
        write([json_text(found), "\n"], encoding="utf-8")
    else:
        value = json_text(found["value"], indent=2 if isinstance(found["value"], dict) else None)
        write([f"{value}  ({found['type']})\n"])


def _fail(text: str, error: Mistake | Failure, output_format: str) -> NoReturn:
    """Says what is wrong, with a caret under it, and ends."""
    if output_format == "json":
        write([json_text(_error(text, error)), "\n"], encoding="utf-8")
    else:
        paint = Paint(in_color("auto", sys.stderr))
        lines = [paint(visible(error.message(locale_language())), "strong")]
        if error.span:
            lines += snippet(Source(text), [Mark(error.span, "error")], 1, columns(sys.stderr), paint)
        click.echo("\n".join(lines), err=True)
    raise click.exceptions.Exit(2)


def _error(text: str, error: Mistake | Failure) -> dict[str, Any]:
    found: dict[str, Any] = {"error": error.message("en")}
    if error.span:
        before = text[: error.span.start]
        found["line"] = before.count("\n") + 1
        found["column"] = error.span.start - (before.rfind("\n") + 1) + 1
    return found


def _of_line(line: bytes, given: _Given) -> dict[str, Any]:
    """What comes of a line of input; whatever is wrong with it is its answer."""
    from smartlint.policy.mistake import Failure, Mistake

    try:
        asked = json.loads(line)
        text, bindings = asked["expr"], asked.get("bindings", {})
        if not isinstance(text, str) or not isinstance(bindings, dict):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {"error": 'a line is an object like {"expr": "x + 1", "bindings": {"x": 2}}'}
    try:
        return given.evaluated(text, bindings)
    except (Mistake, Failure) as error:
        return _error(text, error)


class _Given:
    """What expressions may speak of beside the bindings of a line."""

    def __init__(self, types: Mapping[str, Any], values: Mapping[str, Any], scope_of: Any) -> None:
        self._types = dict(types)
        self._values = dict(values)
        self._scope_of = scope_of
        self._compiled: dict[tuple[str, frozenset[str]], Any] = {}

    @classmethod
    def read(cls, data_file: str | None, place: str | None, today: date) -> _Given:
        from smartlint.policy.checker import Scope
        from smartlint.policy.expression import value_of
        from smartlint.policy.mistake import Failure
        from smartlint.policy.moments import Timestamp
        from smartlint.policy.schema import DOCUMENT, GOAL, RECORDS, ROSTER, document_record, goal_record
        from smartlint.policy.types import ANY, TIMESTAMP

        types: dict[str, Any] = {"today": TIMESTAMP, "goal": GOAL, "document": DOCUMENT}
        values: dict[str, Any] = {"today": Timestamp.of_day(today)}
        if data_file is not None:
            data = _data(data_file)
            for name, one in {"data": data, **data}.items():
                try:
                    types[name], values[name] = ANY, value_of(one)
                except Failure as failure:
                    raise click.BadParameter(f"{data_file}: `{name}`: {failure}", param_hint="--data") from None
        if place is not None:
            document, goal = _goal(place, today)
            values |= {"goal": goal_record(document, goal), "document": document_record(document)}
            for name, one in _configured(document.source.path).items():
                types.setdefault(name, ROSTER if name == "roster" else ANY)
                values.setdefault(name, value_of(one))
        return cls(types, values, lambda variables: Scope(variables, RECORDS))

    def evaluated(self, text: str, bindings: Mapping[str, Any]) -> dict[str, Any]:
        """The value of an expression and its type; raises ``Mistake`` and ``Failure``."""
        from smartlint.policy.expression import Expression, plain, value_of
        from smartlint.policy.mistake import Failure, Mistake
        from smartlint.policy.tree import free_names
        from smartlint.policy.types import ANY
        from smartlint.policy.values import type_name

        values = {**self._values, **{name: value_of(one) for name, one in bindings.items()}}
        types = {**self._types, **dict.fromkeys(bindings, ANY)}
        scope: Scope = self._scope_of(types)
        expression = Expression(text, scope)
        for node in free_names(expression.tree):
            if node.name in types and node.name not in values:
                raise Mistake("`{name}` is not given here; use `--goal FILE:ID`", node.span, name=node.name)
        value = expression.value({**dict.fromkeys(types), **values})
        try:
            return {"value": plain(value), "type": type_name(value)}
        except RecursionError:
            raise Failure("the value is nested too deep to be shown") from None


def _configured(file: str) -> dict[str, Any]:
    """The tables and the roster that rules see which judge a file; none where its configuration is wrong."""
    from smartlint.configuration.configurations import Configurations
    from smartlint.configuration.data import tables

    configurations = Configurations()
    configuration = configurations.of(file)
    if configurations.mistakes:
        return {}
    return {"data": tables(configuration.layers)[0], "roster": configuration.roster.as_data()}


def _data(file: str) -> dict[str, Any]:
    try:
        data = json.loads(named(Path(file)))
    except OSError as error:
        raise click.BadParameter(
            say("{file} cannot be read: {reason}.", file=str(file), reason=cause(error)), param_hint="--data"
        ) from None
    except (ValueError, RecursionError) as error:
        raise click.BadParameter(
            say("{file} is no JSON: {error}.", file=str(file), error=str(error)), param_hint="--data"
        ) from None
    if not isinstance(data, dict):
        raise click.BadParameter(say("{file} holds no object with names.", file=str(file)), param_hint="--data")
    return data


def _goal(place: str, today: date) -> tuple[Any, Any]:
    """The document and the goal that ``FILE:ID`` names; the ID is that of a goal, or a path of IDs."""
    from smartlint.parser import parse
    from smartlint.policy.mistake import nearest
    from smartlint.source import Unreadable, decode

    file, colon, wanted = place.rpartition(":")
    if not colon or not file:
        raise click.BadParameter(say("{value} is not written as FILE:ID.", value=repr(place)), param_hint="--goal")
    try:
        text = decode(named(Path(file)))
    except Unreadable as error:
        raise click.BadParameter(
            say("{file} is no UTF-8 text ({reason}).", file=str(file), reason=error.reason), param_hint="--goal"
        ) from None
    except OSError as error:
        raise click.BadParameter(
            say("{file} cannot be read: {reason}.", file=str(file), reason=cause(error)), param_hint="--goal"
        ) from None
    document = parse(text, file, today=today)
    goals = [goal for goal in document.all_goals if wanted in (goal.id.text, "/".join(goal.path))]
    if not goals:
        known = [goal.id.text or goal.path[-1] for goal in document.all_goals]
        near = did_you_mean(nearest(wanted, known))
        there = ", ".join(known[:_MOST_SHOWN]) + (", …" if len(known) > _MOST_SHOWN else "")
        text = say("{file} has no goal {goal}; it has {there}.", file=file, goal=repr(wanted), there=there)
        raise click.BadParameter(text + near, param_hint="--goal")
    return document, goals[0]
