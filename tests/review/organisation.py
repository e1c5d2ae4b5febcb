"""An organisation to review: teams that write in different languages, a strategy, owners with more and less to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from smartlint.facts import GoalFact
from smartlint.linter import Linter, Settings, choose
from smartlint.registry import load
from smartlint.review.basis import Basis
from smartlint.review.making import review
from smartlint.review.model import Goal, Review
from smartlint.rule import Rule
from smartlint.waiver import Waiver

TODAY = date(2026, 2, 1)

BOARD = """\
team: Board
period: 2026
review: every month

strategic goal S1: Raise the share of returning guests from 40 % to 55 % by 31 December 2026
  owner: Ida Holm
  how: a card that pays the tenth night
"""
KITCHEN = """\
team: Kitchen
period: 2026
review: every week

goal G1: Cut food waste from 90 kg to 60 kg a week by 30 June 2026
  owner: Omar Reyes
  supports: Board/S1
  how: weigh what comes back from each table
goal G2: Better breakfast
"""
RECEPTION = """\
hold: Reception
periode: 2026
opfølgning: hver uge

mål R1: Svare på 90 % af mails inden for 4 timer senest 30. juni 2026
  ejer: Omar Reyes
  støtter: Board/S1
  hvordan: en af os sidder ved indbakken til klokken ti
mål R2: Bedre stemning
  ejer: Omar Reyes
"""
TEXTS = {"board.goals": BOARD, "kitchen.goals": KITCHEN, "reception.goals": RECEPTION}


def settings(
    profile: str = "smart", extra: Sequence[type[Rule]] = (), waivers: Sequence[Waiver] = (), today: date = TODAY
) -> Settings:
    rules = load()
    on = (*choose(rules, profile), *extra)
    return Settings(tuple(dict.fromkeys(on)), today, profile=profile, known=rules, waivers=tuple(waivers))


def basis(
    texts: Mapping[str, str] | None = None, judged_by: Settings | None = None, *, language: str = "en", is_part: bool = False
) -> Basis:
    """What a run over these texts gives."""
    texts, judging = texts or TEXTS, judged_by or settings()
    linter = Linter(judging)
    for path, text in texts.items():
        linter.check_text(text, path)

    def text_of(fact: GoalFact) -> str:
        return texts[fact.file][slice(*fact.body)]

    return Basis(linter.finish(partial=is_part), lambda path: judging, text_of, judging.today, language, is_part=is_part)


def reviewed(texts: Mapping[str, str] | None = None, judged_by: Settings | None = None, *, language: str = "en") -> Review:
    """The review of these texts."""
    return review(basis(texts, judged_by, language=language))


def named(found: Review, name: str) -> Goal:
    """The goal of a name."""
    return next(goal for goal in found.goals if goal.name == name)


#: What people may write into their goals: formulas, markup, escapes of a terminal, and what ends a block, a table or a text.
HOSTILE = (
    "=HYPERLINK('http://example.com')",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,1)",
    "＝1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]> &amp; </svg></title>",
    "``` | a | b |",
    "\x1b[31mred\x07\u202egnihtyreve",
    "[x](javascript:alert(1))",
    '"]; click g0 "javascript:alert(1)" %%{init}%%',
    '\\"]; a -> b [label="',
)


def hostile() -> dict[str, str]:
    """Goals whose team, name, sentence, owner and file are each of these in turn."""
    texts = {}
    for number, text in enumerate(HOSTILE):
        name = text.replace("/", "_").replace("\x1b", "").replace("\x07", "")
        texts[f"{name}.goals"] = (
            f"team: {text}\nperiod: 2026\n\ngoal G{number}: {text} 40 % by 30 June 2026\n"
            f"  owner: {text}\n  metric: {text}\n  how: {text}\n\ngoal: {text}\n"
        )
    return texts
