"""``smartlint why``: why a goal got the findings that it got, or did not, and who decided so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smartlint.cli.configured import configuration, configurations, policies
from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import day, message_language, plugins, selected
from smartlint.cli.output import write
from smartlint.cli.past import logged
from smartlint.cli.told import Told, lines
from smartlint.cli.unreadable import must_be_file
from smartlint.explaining import Explanation
from smartlint.files import shown
from smartlint.json_text import json_text
from smartlint.reporters.visible import visible

if TYPE_CHECKING:
    from smartlint.rule import Rule

_VERSION = 1
#: A column may follow the line, as in what ``check`` prints.
_PLACE = re.compile(r"(?P<file>.+?):(?P<line>[1-9]\d{0,8})(?::\d+)?:?")
#: A cell of a workbook, as in what ``check`` prints: ``plan.xlsx:Sales 2027!A5``.
_CELL = re.compile(r"(?P<file>.+?\.\w+):(?P<cell>.+![A-Z]{1,3}(?P<line>[1-9]\d{0,6})):?")
_MOST_GOALS = 8
_ARGUMENT = "FILE:LINE"


@click.command(
    name="why",
    epilog="""\b
Examples:
  smartlint why goals/sales.goals:12
  smartlint why goals/sales.goals:12 TIM001
  smartlint why goals/sales.goals:12 --log decisions.jsonl""",
)
@click.argument("place", metavar=_ARGUMENT)
@click.argument("code", required=False, metavar="[CODE]")
@click.option(
    "--log", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Explain the last run in this log."
)
@configuration
@policies
@plugins
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day to judge by, if it is not today.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@message_language("that of the environment")
def command(place: str, code: str | None, log: Path | None, output_format: str, message_language: str, **how: Any) -> None:
    """Explain what is found at a goal, and what is not.

    LINE is any line of the goal. CODE is a rule's code or name: then it is said of that rule why it has found something, or
    nothing: who turned it on or off, at which level and with which options, what makes the goal pass, and what hides or
    excuses a finding. The files of the folder are checked, as `smartlint check` does; with --log, nothing is checked.
    """
    language = message_language or locale_language()
    file, line, cell = _place(place)
    told = logged(log, file, line, cell, how["plugins"]) if log else _run(file, line, cell, language, **how)
    codes = [rule.code for rule in selected([code], told.rules, "CODE")] if code is not None else told.explanation.codes
    explanation = told.explanation
    if len(explanation.sheets) > 1 and not cell:
        text = say("{file} has several sheets: name the cell, as in {place}.", file=file, place=_cell(explanation))
        raise click.BadParameter(text, param_hint=_ARGUMENT)
    if code is None and not codes and explanation.goal is None and not explanation.passed:
        raise click.BadParameter(_without_goal(explanation), param_hint=_ARGUMENT)
    if output_format == "json":
        made = {**_as_json(told, codes), "passed": explanation.passed if code is None else []}
        write([json_text(made, indent=2), "\n"], encoding="utf-8")
    else:
        write(f"{text}\n" for text in lines(told, codes, language, with_passed=code is None))


def _place(text: str) -> tuple[str, int, str]:
    """The file, the line, and the cell of a workbook whose row that is."""
    found = _CELL.fullmatch(text) or _PLACE.fullmatch(text)
    if not found:
        raise click.BadParameter(say("{text} is not written as FILE:LINE.", text=repr(text)), param_hint=_ARGUMENT)
    return found["file"], int(found["line"]), found.groupdict().get("cell", "")


def _run(
    file: str,
    line: int,
    cell: str,
    language: str,
    *,
    today: date,
    config: Sequence[str],
    isolated: bool,
    policies: Sequence[str],
    plugins: tuple[str, ...],
) -> Told:
    """A run of today, over the file and those that it is checked with."""
    from smartlint.cli.linted import linted
    from smartlint.cli.origins import Present
    from smartlint.configuration.layer import absolute
    from smartlint.decision_log import record
    from smartlint.reporters import Look

    path = Path(file)
    must_be_file(file, _ARGUMENT)
    every = configurations(config, isolated=isolated, policies=policies, plugins=plugins, language=language)
    folder = "." if absolute(path).is_relative_to(Path.cwd()) else str(path.parent)
    result, settings_of, *_ = linted((folder, file), every, today, evidence=True, language=language)
    own = every.of(shown(path))
    document = result.documents[shown(path)]
    count = document.source.line_count
    if not document.source.text:
        line = 1  # whatever is found in a file that is empty or cannot be read stands there
    elif line > count and not cell:
        text = say("{file} has no line {line}: it has {count}.", file=file, line=str(line), count=count)
        raise click.BadParameter(text, param_hint=_ARGUMENT)
    explanation = Explanation(record(result, settings_of, every, Look(today, language)), shown(path), line, cell)
    goal = document.all_goals[explanation.file["goals"].index(explanation.goal)] if explanation.goal else None
    return Told(explanation, own.rules, origins=Present(own, settings_of(shown(path)), document, goal))


def _cell(explanation: Explanation) -> str:
    """A place that names the cell of a goal: one of the row that was asked for, where there is one."""
    goals = explanation.file["goals"]
    cell = next((goal["cell"] for goal in goals if goal["line"] == explanation.line), goals[0]["cell"])
    return visible(f"{explanation.path}:{cell}")


def _without_goal(explanation: Explanation) -> str:
    every = explanation.file["goals"]
    if not every:
        return say("{file} has no goals.", file=explanation.path)
    named = [f"{goal.get('cell', goal['line'])} ({'/'.join(goal['goal'])})" for goal in every]
    there = ", ".join(named[:_MOST_GOALS]) + (", …" if len(named) > _MOST_GOALS else "")
    return say(
        "No goal stands at line {line} of {file}; goals stand at {places}.",
        line=visible(explanation.place),
        file=explanation.path,
        places=visible(there),
    )


# --- shown ------------------------------------------------------------------------------------------------------------


def _as_json(told: Told, codes: Sequence[str]) -> dict[str, Any]:
    explanation = told.explanation
    rules = {rule.code: rule for rule in told.rules}
    head = {name: told.run.get(name) for name in ("time", "today", "status")} if told.run else None
    return {
        "version": _VERSION,
        "file": explanation.path,
        "line": explanation.line,
        **({"sheet": explanation.sheet} if explanation.sheet else {}),
        "goal": explanation.goal,
        "run": head,
        "rules": [_rule(told, code, rules.get(code)) for code in codes],
    }


def _rule(told: Told, code: str, rule: type[Rule] | None) -> dict[str, Any]:
    verdict = told.explanation.verdict(code, rule)
    found = [{"outcome": outcome, **item} for outcome, item in verdict.outcomes if item]
    decided = told.origins.as_json(rule, found[0].get("level") if found else None) if told.origins and rule else {}
    return {"code": code, "outcome": verdict.outcome, "said": found, **decided, "waivers": list(verdict.waivers)}
