"""What each format makes of goals whose names and texts would be more than text, kept in `kept/`.

python -m tests.reporters.golden            say which kept outputs are not what is made now
python -m tests.reporters.golden write      write them anew
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from smartlint.cli.output import encoded
from smartlint.finding import Result
from smartlint.linter import Settings, lint_texts
from smartlint.reporters import FORMATS, Look, Run, reporter
from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Report, Witness
from smartlint.source import Source, Span
from smartlint.waiver import Waiver
from tests.reporters.samples import TODAY
from tests.sample_rules import RULE_CRASHED, AnyGoal, BadWord, SameGoal

KEPT = Path(__file__).with_name("kept")
#: Goal files by their names. No file system need bear them, and no reader of a report may be led astray by them.
TEXTS = {
    "a b/50% done, or; more: #1 & [x](y).goals": """\
team: Sales | Støtte
goal S<b>1</b>: Answer bad reviews within 2 days
  owner: @amy
  goal |G`1`: Answer \x1b[31mbad\x1b[0m reviews within 2 days
    owner: \u202egood\u202c bad

# smartlint: ignore[bad-word] -- it "is" & was <bad>
goal S2: bad --> ]]> bad
""",
    "blåbær 😀 ::error::.goals": (
        "goal A1: e\u0301e\u0301 bad 日本 bad 👩\u200d👧 bad\n"
        "goal A2: Answer bad reviews within 2 days\r\n"
        "goal A3: ##vso[task.setvariable variable=x]bad ##[error]bad %0A %25\n"
        "goal A4: \tbad ${{ secrets.x }} $x$ :smile: www.bad.example https://bad.example\n"
    ),
    "../over/there.goals": "goal: Win\n",
    '/abs/o\'lute "x".goals': "goal: bad <script>alert(1)</script> <!-- bad\n",
}
_WAIVERS = Source("[[waiver]]\n", "smartlint-waivers.toml")
WAIVER = Waiver("bad-word", "it is | <bad>\nfor now", "Amy Holt", _WAIVERS, Span(0, 10), "/abs/**")


class Polite(GoalRule):
    """Finds `bad`.

    ## Example

    ```goals
    goal: bad
    ```
    """

    code = "POL001"
    name = "polite"
    title = "A word that <i>may</i> hurt | somebody"
    level = "error"
    messages = {"word": "`{sentence}` has [a word](https://bad.example) that hurts"}
    helps = {"word": "write `good`"}
    patterns = {"good": "good"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        text = goal.statement
        at = text.text.find("bad")
        if at >= 0:
            span = Span(text.span.start + at, text.span.start + at + 3)
            sure = "safe" if at else "display"
            yield self.report("word", span, sentence=text.text, fix=Fix((Edit(span, "good", {}),), sure))  # type: ignore[arg-type]


RULES = (AnyGoal, BadWord, Polite, SameGoal)


@cache
def found() -> Result:
    """What there is to report of the goals."""
    settings = Settings(RULES, TODAY, known=(*RULES, RULE_CRASHED), waivers=(WAIVER,))
    result = lint_texts(TEXTS, settings, partial=True)
    *result.findings, known = result.findings
    result.baselined.append(known)
    result.compared = True
    return result


def look() -> Look:
    """How it is reported: all of it, from a folder of a checkout."""
    run = Run(lambda: RULES, ("error",), 1, "goals/", "/home/amy/check out/goals/")
    return Look(TODAY, width=80, verbose=True, run=run)


def made(name: str) -> bytes:
    """What a format makes of it."""
    return encoded("".join(reporter(name).report(found(), look())))


def kept(name: str) -> Path:
    return KEPT / f"{name}.txt"


def main() -> int:
    stale = [name for name in FORMATS if not kept(name).exists() or kept(name).read_bytes() != made(name)]
    if sys.argv[1:] == ["write"]:
        KEPT.mkdir(exist_ok=True)
        for name in stale:
            kept(name).write_bytes(made(name))
    sys.stdout.writelines(f"{name}\n" for name in stale)
    return 1 if stale and sys.argv[1:] != ["write"] else 0


if __name__ == "__main__":
    sys.exit(main())
