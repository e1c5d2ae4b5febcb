"""Fixes are applied from left to right, in rounds, and only where nothing gets worse."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.fixing import ROUNDS, Fixed, apply, fix
from smartlint.linter import Result, Settings, lint_texts
from smartlint.parser import parse
from smartlint.registry import load
from smartlint.rule import Context, Document, DocumentRule, Edit, Fix, Goal, GoalRule, Report, Rule, Span, Witness, new_line
from tests.mutations import TODAY, plant

RULES = load()


def fixed(texts: Mapping[str, str], *rules: type[Rule], unsafe: bool = False, among: tuple[str, ...] | None = None) -> Fixed:
    """What comes of fixing some files."""
    chosen = Settings(rules or tuple(RULES), TODAY, profile="smart")

    def lint(changed: Mapping[str, str]) -> Result:
        return lint_texts({**texts, **changed}, chosen)

    return fix(lint({}), lint, chosen, texts if among is None else among, unsafe=unsafe)


def mended(text: str, *rules: type[Rule], unsafe: bool = False) -> tuple[str, list[str]]:
    """The text after fixing, and why the fixes that are left were not applied."""
    done = fixed({"a.goals": text}, *rules, unsafe=unsafe)
    assert set(done.before) == set(done.after)
    return done.after.get("a.goals", text), [one.why for one in done.skipped]


class Swaps(DocumentRule):
    """Finds a pattern anywhere in a file, and has something to write instead."""

    code, name, title, level = "WRD011", "swaps", "A word to swap", "warning"
    messages = {"word": "`{word}` is not nice"}
    patterns = {"line": "owner: ⟨name⟩"}
    pattern: ClassVar[str] = "one"
    instead: ClassVar[str] = "two"
    applicability: ClassVar[str] = "safe"

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for match in re.finditer(self.pattern, document.source.text):
            span = Span(*match.span())
            edit = Edit(span, match.expand(self.instead))
            yield self.report("word", span, word=match[0], fix=Fix((edit,), self.applicability))  # type: ignore[arg-type]


def swap(pattern: str, instead: str, code: str = "WRD011", applicability: str = "safe") -> type[Rule]:
    """A rule that swaps one thing for another."""
    stated = {"code": code, "pattern": pattern, "instead": instead, "applicability": applicability}
    return type(f"Swaps{code}", (Swaps,), stated)


def test_edits_are_applied_in_order_of_place() -> None:
    edits = [Edit(Span(4, 4), "!"), Edit(Span(0, 1), "å"), Edit(Span(2, 4), "")]
    assert apply(edits, "abcde") == "åb!e"
    assert apply([], "abc") == "abc"


def test_every_fix_of_a_file_at_once() -> None:
    assert mended("goal: one or one of one\n", swap("one", "two")) == ("goal: two or two of two\n", [])


def test_what_overlaps_waits_for_the_next_round() -> None:
    rules = swap("one two", "1 two"), swap("two three", "2 3", "WRD012")
    assert mended("goal: one two three\n", *rules) == ("goal: 1 2 3\n", [])


def test_what_touches_does_not_overlap_but_at_the_same_place() -> None:
    assert mended("goal: onetwo\n", swap("one", "1"), swap("two", "2", "WRD012")) == ("goal: 12\n", [])
    rules = swap(r"(?m)(?<=goal:)(?=[^x\n]*$)", " x"), swap(r"(?m)(?<=goal:)(?=[^y\n]*$)", " y", "WRD012")
    assert mended("goal: z\n", *rules) == ("goal: y x z\n", [])


def test_what_is_unsafe_is_applied_if_asked_for() -> None:
    rule = swap("one", "two", applicability="unsafe")
    assert mended("goal: one\n", rule) == ("goal: one\n", ["unsafe"])
    assert mended("goal: one\n", rule, unsafe=True) == ("goal: two\n", [])


def test_what_has_holes_is_never_applied() -> None:
    class Unowned(GoalRule):
        code, name, title, level = "WRD013", "unowned", "No owner", "warning"
        messages = {"owner": "has no owner"}
        patterns = {"line": "owner: ⟨name⟩"}

        def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
            yield self.report("owner", goal.head, fix=new_line("line"))

    assert mended("goal: one\n", Unowned, unsafe=True) == ("goal: one\n", ["display"])


@pytest.mark.parametrize(
    ("text", "pattern", "instead"),
    [
        ("goal: one\ngoal: two\n", "goal: two\n", ""),  # a goal would be lost
        ("goal: one\n  owner: Amy Holt\n", "owner:", "owner"),  # a line that cannot be read
        ("goal: one\n  owner: Amy Holt\n", "Amy Holt", ""),  # an error that was not there
    ],
)
def test_what_would_make_it_worse_is_taken_back(text: str, pattern: str, instead: str) -> None:
    done = fixed({"a.goals": text}, swap(pattern, instead), *RULES)
    assert not done.after
    assert not done.applied
    assert [one.why for one in done.skipped if one.finding.rule.code == "WRD011"] == ["worse"]


def test_what_it_would_bring_is_told() -> None:
    done = fixed({"a.goals": "goal: Win 10\n  deadline: 2026-05-01\n"}, swap("2026-05", "2026-55"), *RULES)
    (refused,) = (one for one in done.skipped if one.why == "worse")
    assert "SYN005" in [rule.code for rule in refused.brings]


def test_the_others_are_applied_beside_one_that_is_taken_back() -> None:
    text = "".join(f"goal G{number}: Win one\n  owner: Amy\n" for number in range(9)).replace("Amy", "Per", 1)
    done = fixed({"a.goals": text}, swap("one", "two"), swap("owner: Per", "owner Per", "WRD012"), *RULES)
    assert done.after["a.goals"] == text.replace("one", "two")
    assert [one.why for one in done.skipped if one.finding.rule.code == "WRD012"] == ["worse"]


def test_what_overlaps_a_fix_that_is_taken_back_has_its_turn() -> None:
    rules = swap("(?m)owner: Amy$", "owner Amy"), swap("Amy", "Ann", "WRD012")
    assert mended("goal: Win 10\n  owner: Amy\n", *rules, *RULES)[0] == "goal: Win 10\n  owner: Ann\n"


def test_what_does_not_help_is_taken_back() -> None:
    assert mended("goal: one\n", swap("one", "one one")) == ("goal: one\n", ["useless"])
    assert mended("goal: one\n", swap("one", "one")) == ("goal: one\n", ["useless"])


def test_after_ten_rounds_it_is_over() -> None:
    rules = [swap(f"(?<=goal: )a{{{count}}}b", "a" * (count - 1) + "b", f"WRD{count:03}") for count in range(1, 20)]
    after, why = mended("goal: " + "a" * 19 + "b\n", *rules)
    assert after == "goal: " + "a" * (19 - ROUNDS) + "b\n"
    assert why == ["rounds"]


def test_what_overlapped_when_the_rounds_were_over_is_told() -> None:
    rules = [swap(f"(?<=goal: )a{{{count}}}b", "a" * (count - 1) + "b", f"WRD{count:03}") for count in range(1, 20)]
    _, why = mended("goal: " + "a" * 19 + "b\n", *rules, swap("b", "c", "WRD030"))
    assert sorted(why) == ["overlaps", "rounds"]


def test_two_rules_that_undo_one_another_end() -> None:
    after, why = mended("goal: one\n", swap("one", "two"), swap("two", "one", "WRD012"))
    assert after in ("goal: one\n", "goal: two\n")
    assert why == ["rounds"]


def test_what_is_suppressed_is_not_fixed() -> None:
    text = "goal: one\n# smartlint: ignore[WRD011] -- as they say themselves\ngoal: one\n"
    assert mended(text, swap("one", "two")) == (text.replace("one", "two", 1), [])


def test_only_files_that_were_asked_for_are_fixed() -> None:
    texts = {"a.goals": "goal: one\n", "b.goals": "goal: one\n"}
    done = fixed(texts, swap("one", "two"), among=("b.goals",))
    assert done.after == {"b.goals": "goal: two\n"}
    assert [finding.place.path for finding in done.result.findings] == ["a.goals"]
    assert not done.skipped


def test_findings_over_several_files_are_fixed_in_each() -> None:
    texts = {
        "top.goals": "strategic goal S1: Win back trust from 3 to 4 of 5 by 2027\n  owner: Amy Holt\n",
        "sales.goals": "goal: Win 10 customers by May 2026\n  owner: Amy Holt\n",
    }
    done = fixed(texts, unsafe=True)
    assert "REL001" in [finding.rule.code for finding in done.applied]
    assert done.after["sales.goals"].splitlines()[1].strip() in ("supports: S1", "supports: top/S1")
    assert "REL001" not in [finding.rule.code for finding in done.result.findings]


# --- what holds of every file ---------------------------------------------------------------------------------------

#: Lines in which there is much to fix.
LINES = [
    "goal: Win 10 customers",
    "mål: Vinne 10 kunder, helst, innen 17. mai 2026",
    "goal G1: Try to win 1.500 customers by 03/04/26",
    "strategic goal S1: Grow from 2 % to 4 %",
    "  ownr: Amy Holt",
    "  owner: Amy Holt, Per Hansen",
    "  owner: Amy Holt",
    "  Dedline: 1 May",
    "  deadline: Monday 31 March 2026",
    "  supports: S2",
    "  confidence: 80",
    "  how: call them",
    "\thow: call them",
    "taem: Sales",
    "# smartlint: ignore[TIM001]",
    "# smartlint: ignore OWN001",
    "Win 10 customers",
    "",
]
TEXTS = st.lists(st.sampled_from(LINES), max_size=10).map("\n".join) | st.lists(
    st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\r\n", "\r", ""])).map("".join), max_size=10
).map("".join)
MUTATED = st.sampled_from([planted.text for planted in plant(7, 2)])


def _check(text: str, *, unsafe: bool) -> None:
    done = fixed({"a.goals": text}, unsafe=unsafe)
    after = done.after.get("a.goals", text)
    assert len(parse(after, today=TODAY).all_goals) >= len(parse(text, today=TODAY).all_goals)
    assert {one.why for one in done.skipped} <= {"display", "worse", "useless", *(() if unsafe else ("unsafe",))}
    assert unsafe or not {"worse", "useless"} & {one.why for one in done.skipped}, "a safe fix is never taken back"
    again = fixed({"a.goals": after}, unsafe=unsafe)
    assert not again.after, f"fixed once more:\n{text}\n{after}\n{again.after['a.goals']}"
    assert bool(done.applied) == (after != text)


@given(text=TEXTS, unsafe=st.booleans())
@settings(max_examples=25, deadline=None)
def test_fixing_is_done_at_once_and_loses_no_goal(text: str, unsafe: bool) -> None:
    _check(text, unsafe=unsafe)


@given(text=MUTATED, unsafe=st.booleans())
@settings(max_examples=12, deadline=None)
def test_so_it_is_with_mutated_files(text: str, unsafe: bool) -> None:
    _check(text, unsafe=unsafe)


@given(text=st.text(st.sampled_from("ao\n\r\u2028 \x0bå😀")), data=st.data())
def test_nothing_changes_outside_the_edits(text: str, data: st.DataObject) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [Edit(Span(start, end), "\n!") for start, end in zip(ends[::2], ends[1::2], strict=False)]
    after = apply(data.draw(st.permutations(edits)), text)
    kept = [text[end.span.end : start.span.start] for end, start in zip([Edit(Span(0, 0), ""), *edits], edits, strict=False)]
    last = edits[-1].span.end if edits else 0
    assert after == "\n!".join([*kept, text[last:]])
