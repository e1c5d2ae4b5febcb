"""The kit with which rules are tested is strict: what is wrong with a case or a page is said, with the case."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from inspect import cleandoc
from typing import Any, ClassVar

import pytest

from smartlint.rule import (
    Context,
    Goal,
    GoalRule,
    Option,
    ProblemRule,
    Project,
    ProjectRule,
    Related,
    Report,
    Rule,
    Span,
    Witness,
)
from smartlint.testing import TODAY, Invalid, Texts, check_metadata, check_page, check_rule, examples, lint, page, unmark

GOOD = "goal A: nice\n"
BAD = "goal A: so ⟦bad⟧\n"


class BadWord(GoalRule):
    """Bad words.

    ## What it finds
    The word bad.

    ## Why it matters
    It is not nice.

    ## Example
    ```goals
    goal A: so bad
    ```

    ```goals
    mål A: så bad
    ```

    ## Use instead
    ```goals
    goal A: so nice
    ```

    ```goals
    mål A: så fint
    ```

    ## Sources
    None.
    """

    code = "WRD001"
    name = "bad-word"
    title = "A bad word"
    level = "warning"
    messages = {"word": "`{word}` is not nice", "very": "`{word}` is not nice at all", "first": "said {count} times from here"}
    helps: ClassVar[Mapping[str, str]] = {"word": "write what is nice"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        text = goal.statement
        for match in re.finditer("(very )?bad", text.text):
            span = Span(text.span.start + match.start(), text.span.start + match.end())
            yield self.report("very" if match[1] else "word", span, word=match[0])


class SameGoal(ProjectRule):
    code = "PRO001"
    name = "same-goal"
    title = "A goal that is there twice"
    level = "error"
    messages = {"same": "there twice", "first": "first here, as goal {number}"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report]:
        first, *others = project.goals
        for fact in others:
            if fact.statement == first.statement:
                related = (Related(first.span, "first", first.file),)
                yield self.report("same", fact.span, related=related, goal=fact.index, file=fact.file, number=1)


def fault(rule: type[Rule], valid: Sequence[Texts] = (GOOD,), invalid: Sequence[Invalid] = (Invalid(BAD, "word"),)) -> str:
    """What the kit says of these cases."""
    with pytest.raises(AssertionError) as raised:
        check_rule(rule, valid=valid, invalid=invalid)
    return str(raised.value)


def page_fault(rule: type[Rule]) -> str:
    with pytest.raises(AssertionError) as raised:
        check_page(rule)
    return str(raised.value)


def paged(text: str, *, options: tuple[Option, ...] = (), always: bool = False) -> type[Rule]:
    """The rule with another page."""
    return type("Paged", (BadWord,), {"__doc__": text, "options": options, "always": always})


#: Python 3.13 takes the indentation out of docstrings by itself.
PAGE = cleandoc(BadWord.__doc__ or "")


class TestCases:
    def test_cases_that_are_right_pass(self) -> None:
        check_rule(
            BadWord,
            valid=[GOOD, {"a.goals": GOOD, "b.goals": "goal B: nicer\n"}],
            invalid=[
                Invalid(BAD, "word", {"word": "bad"}, "warning"),
                Invalid("goal A: ⟦bad⟧, ⟦bad⟧\n\ngoal B: ⟦bad⟧\n", "word"),
                Invalid("goal A: ⟦bad⟧ and ⟦very bad⟧\n", ["word", "very"]),
                Invalid({"a.goals": GOOD, "b.goals": "goal B: ⟦bad⟧\n", "c.goals": "goal C: ⟦bad⟧\n"}, "word"),
            ],
        )

    def test_a_rule_over_files_is_checked_by_the_same_cases(self) -> None:
        check_rule(
            SameGoal,
            valid=["goal A: x\n\ngoal B: y\n"],
            invalid=[
                Invalid("goal A: x\n\ngoal B: ⟦x⟧\n", "same", {"number": 1}),
                Invalid({"a.goals": "goal A: x\n", "b.goals": "goal B: ⟦x⟧\n"}, "same"),
            ],
        )

    def test_no_cases_check_nothing(self) -> None:
        assert "WRD001 needs cases" in fault(BadWord, valid=[])
        assert "WRD001 needs cases" in fault(BadWord, invalid=[])

    @pytest.mark.parametrize("twice", [GOOD, {"a.goals": GOOD}])
    def test_a_case_that_is_given_twice(self, twice: Texts) -> None:
        said = fault(BadWord, valid=[twice, "goal B: fine\n", twice])
        assert "given twice" in said
        assert str(twice) in said

    def test_a_case_to_be_found_that_is_given_twice(self) -> None:
        said = fault(BadWord, invalid=[Invalid(BAD, "word"), Invalid(BAD, "word", {"word": "bad"})])
        assert "given twice" in said
        assert BAD in said

    def test_an_unmarked_place(self) -> None:
        said = fault(BadWord, invalid=[Invalid("goal A: so bad\n", "word")])
        assert "no place is marked" in said
        assert "goal A: so bad\n" in said

    @pytest.mark.parametrize("text", ["goal A: so ⟦bad\n", "goal A: so bad⟧\n"])
    def test_half_a_mark(self, text: str) -> None:
        said = fault(BadWord, invalid=[Invalid(text, "word")])
        assert "a mark is not" in said
        assert text in said

    def test_a_mark_in_a_case_that_must_pass(self) -> None:
        said = fault(BadWord, valid=["goal A: ⟦nice⟧\n"])
        assert "a mark in what must pass" in said
        assert "goal A: ⟦nice⟧\n" in said

    def test_a_finding_in_a_case_that_must_pass(self) -> None:
        said = fault(BadWord, valid=["goal A: not bad\n"])
        assert "WRD001 must not be found" in said
        assert "goal A: not bad\n" in said

    @pytest.mark.parametrize(
        "text",
        [
            "goal A: ⟦bad⟧ and bad\n",  # one too many
            "goal A: ⟦bad⟧ and ⟦worse⟧\n",  # one too few
            "goal A: ⟦worse⟧\n",
            "goal A: ⟦so bad⟧\n",  # begins elsewhere
            "goal A: ⟦bad thing⟧\n",  # ends elsewhere
            "goal ⟦A⟧: bad\n",
            "goal A: ⟦⟦bad⟧⟧\n",
        ],
    )
    def test_other_places_than_those_that_are_marked(self, text: str) -> None:
        said = fault(BadWord, invalid=[Invalid(text, "word")])
        assert "WRD001: expected [" in said
        assert text in said

    def test_a_finding_in_another_file(self) -> None:
        texts = {"a.goals": "goal A: ⟦bad⟧\n", "b.goals": "goal A: bad\n"}
        assert str(texts) in fault(BadWord, invalid=[Invalid(texts, "word")])

    @pytest.mark.parametrize("message_id", ["very", ["very"], ["word", "word"], [], "wrd"])
    def test_a_wrong_message(self, message_id: str | list[str]) -> None:
        said = fault(BadWord, invalid=[Invalid(BAD, message_id)])
        assert "expected the messages" in said
        assert BAD in said

    def test_messages_in_the_wrong_order(self) -> None:
        text = "goal A: ⟦bad⟧ and ⟦very bad⟧\n"
        assert text in fault(BadWord, invalid=[Invalid(text, ["very", "word"])])

    @pytest.mark.parametrize("params", [{"word": "worse"}, {"word": None}, {"count": 1}, {"word": "bad", "count": 1}])
    def test_a_wrong_parameter(self, params: dict[str, Any]) -> None:
        said = fault(BadWord, invalid=[Invalid(BAD, "word", params)])
        assert "expected " in said
        assert BAD in said

    def test_a_wrong_level(self) -> None:
        said = fault(BadWord, invalid=[Invalid(BAD, "word", level="error")])
        assert "expected level error, found warning" in said
        assert BAD in said

    @pytest.mark.parametrize("text", ["goal A: nice\n  ownr: Kari\n", "goal A: nice\n  deadline: soonish\n", "nothing\n"])
    def test_a_case_that_cannot_be_read(self, text: str) -> None:
        said = fault(BadWord, valid=[text])
        assert "the case cannot be read" in said
        assert text in said

    def test_a_case_to_be_found_that_cannot_be_read(self) -> None:
        said = fault(BadWord, invalid=[Invalid(BAD + "  deadline: soonish\n", "word")])
        assert "the case cannot be read" in said
        assert "deadline: soonish" in said

    def test_a_rule_about_what_cannot_be_read_may_have_such_cases(self) -> None:
        class Unread(ProblemRule):
            code = "UNR001"
            name = "unread"
            title = "Not read"
            level = "error"
            kind = "malformed-suppression"
            messages = {"codes": "not read"}

        directive = "# smartlint: ignore"
        check_rule(Unread, valid=[GOOD], invalid=[Invalid(f"{GOOD}⟦{directive}⟧\n", "codes")])


class TestRules:
    """What is wrong with a rule shows in its cases."""

    def test_a_parameter_that_no_text_names(self) -> None:
        class Talkative(BadWord):
            messages = {"word": "not nice"}
            helps = {"word": "write what is nice"}

        said = fault(Talkative)
        assert "no text names {'word'}" in said
        assert BAD in said

    def test_a_parameter_may_be_named_by_the_help_or_the_note_of_another_place_alone(self) -> None:
        class Helpful(BadWord):
            messages = {"word": "not nice"}
            helps = {"word": "write something else than `{word}`"}

        check_rule(Helpful, valid=[GOOD], invalid=[Invalid(BAD, "word")])

    @pytest.mark.parametrize("text", ["messages", "helps"])
    def test_a_parameter_that_is_not_given(self, text: str) -> None:
        fields = {"messages": {"word": "`{word}`"}, "helps": {"word": "nice"}}
        fields[text] = {"word": "`{word}` for {reason}"}
        said = fault(type("Silent", (BadWord,), fields))
        assert "does not give {'reason'}" in said
        assert BAD in said

    def test_a_message_that_there_is_not(self) -> None:
        class Speechless(BadWord):
            messages = {"very": "`{word}` is not nice at all"}
            helps: ClassVar[Mapping[str, str]] = {}

        said = fault(Speechless)
        assert "it has no message 'word'" in said
        assert BAD.replace("⟦", "").replace("⟧", "") in said

    def test_a_note_that_there_is_not(self) -> None:
        class Noteless(SameGoal):
            messages = {"same": "there twice: {number}"}

        text = "goal A: x\n\ngoal B: ⟦x⟧\n"
        said = fault(Noteless, ["goal A: x\n\ngoal B: y\n"], [Invalid(text, "same")])
        assert "it has no message 'first'" in said
        assert unmark(text)[0] in said

    @pytest.mark.parametrize("where", ["nice", "bad"])
    def test_a_rule_that_raises(self, where: str) -> None:
        class Broken(BadWord):
            def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
                yield from super().check(goal, context)
                assert where not in goal.statement.text

        said = fault(Broken)
        assert "WRD001 fails with AssertionError" in said
        assert (GOOD if where == "nice" else BAD.replace("⟦", "").replace("⟧", "")) in said

    def test_a_goal_is_judged_on_the_day_and_by_the_profile_of_the_case(self) -> None:
        class Dated(BadWord):
            messages = {"today": "{today} {limit}"}
            helps: ClassVar[Mapping[str, str]] = {}
            options = (Option("limit", 1, {}, "a limit", {"sales": 2}),)

            def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
                if goal.kind != "vision":
                    yield self.report("today", goal.head, today=context.today, **context.options)

        marked, passed = "⟦goal A⟧: x\n", "vision: x\n"
        check_rule(Dated, valid=[passed], invalid=[Invalid(marked, "today", {"today": TODAY, "limit": 1})])
        today = date(2027, 1, 2)
        later = Invalid(marked, "today", {"today": today, "limit": 2})
        check_rule(Dated, valid=[passed], invalid=[later], today=today, profile="sales")


class TestMetadata:
    def test_what_is_right_passes(self) -> None:
        check_metadata(BadWord)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("code", "WRD1"),
            ("code", "wrd001"),
            ("code", "WORD001"),
            ("code", "WRD001a"),
            ("name", "BadWord"),
            ("name", "bad_word"),
            ("name", "bad-word-"),
            ("name", ""),
            ("level", "fatal"),
            ("title", ""),
            ("title", "A bad word."),
            ("messages", {}),
            ("helps", {"other": "help"}),
        ],
    )
    def test_what_is_wrong_is_said_before_any_case(self, name: str, value: Any) -> None:
        rule = type("Wrong", (BadWord,), {name: value})
        with pytest.raises(AssertionError) as raised:
            check_metadata(rule)
        said = str(raised.value)
        assert str(value) in said if name in ("code", "name") else "WRD001" in said
        assert fault(rule) == said


class TestPage:
    def test_a_page_that_is_right_passes(self) -> None:
        check_page(BadWord)

    @pytest.mark.parametrize("text", ["", "   \n"])
    def test_no_page(self, text: str) -> None:
        assert page_fault(paged(text)) == "WRD001 has no summary"

    def test_no_summary(self) -> None:
        assert page_fault(paged(PAGE.replace("Bad words.", ""))) == "WRD001 has no summary"

    def test_no_headings(self) -> None:
        said = page_fault(paged("Bad words.\n\nIt finds the word bad.\n"))
        assert said.startswith("WRD001: no ")
        for heading in ("What it finds", "Why it matters", "Example", "Use instead", "Sources"):
            assert heading in said

    @pytest.mark.parametrize("heading", ["What it finds", "Why it matters", "Example", "Use instead", "Sources"])
    def test_a_heading_that_is_missing(self, heading: str) -> None:
        assert page_fault(paged(PAGE.replace(f"## {heading}\n", "\n"))) == f"WRD001: no {{{heading!r}}}"

    def test_a_heading_of_another_name(self) -> None:
        said = page_fault(paged(PAGE + "\n## See also\nMore.\n"))
        assert said.startswith("WRD001: headings [")
        assert "See also" in said

    def test_headings_in_another_order(self) -> None:
        swapped = PAGE.replace("Why it matters", "@").replace("What it finds", "Why it matters").replace("@", "What it finds")
        assert page_fault(paged(swapped)).startswith("WRD001: headings ['Why it matters', 'What it finds'")

    def test_options_are_described_where_there_are_any_and_nowhere_else(self) -> None:
        described = PAGE.replace("## Sources", "## Options\n`limit`: how many.\n\n## Sources")
        option = Option("limit", 1, {}, "how many")
        check_page(paged(described, options=(option,)))
        assert page_fault(paged(described)) == page_fault(paged(PAGE, options=(option,))) != ""

    def test_an_example_that_is_not_found(self) -> None:
        said = page_fault(paged(PAGE.replace("mål A: så bad", "mål A: så flott")))
        assert "WRD001 is not found in its example" in said
        assert "mål A: så flott" in said

    def test_what_to_use_instead_that_is_found(self) -> None:
        said = page_fault(paged(PAGE.replace("goal A: so nice", "goal A: less bad")))
        assert "WRD001 is found in what to use instead" in said
        assert "goal A: less bad" in said

    @pytest.mark.parametrize("text", ["```goals\nmål A: så bad\n```\n", "```goals\nmål A: så fint\n```\n"])
    def test_an_example_in_one_language_only(self, text: str) -> None:
        assert text in PAGE
        assert "two languages" in page_fault(paged(PAGE.replace(text, "")))

    def test_a_rule_that_is_always_on_has_the_headings_and_no_goals(self) -> None:
        text = re.sub(r"```goals.*?```", "some text", PAGE, flags=re.DOTALL)
        check_page(paged(text, always=True))
        assert "two languages" in page_fault(paged(text))
        assert "WRD001: no {'Sources'}" in page_fault(paged(text.replace("## Sources", ""), always=True))


class TestReading:
    def test_a_page_by_its_headings(self) -> None:
        parts = page(BadWord)
        assert list(parts) == ["", "What it finds", "Why it matters", "Example", "Use instead", "Sources"]
        assert (parts[""], parts["What it finds"], parts["Sources"]) == ("Bad words.", "The word bad.", "None.")

    def test_examples_are_single_files(self) -> None:
        assert list(examples(BadWord, "Example")) == [
            {"example.goals": "goal A: so bad\n"},
            {"example.goals": "mål A: så bad\n"},
        ]
        assert list(examples(BadWord, "Options")) == []

    def test_examples_with_paths_belong_together_until_a_path_comes_again(self) -> None:
        blocks = [("a.goals", 1), ("b/c.goals", 2), ("a.goals", 3), ("", 4), ("d.goals", 5)]
        text = "".join(f"```goals {path}\ngoal {number}: x\n⇥owner: y\n```\n" for path, number in blocks)
        found = list(examples(paged("Summary.\n\n## Example\n" + text), "Example"))
        assert [{path: content[:6] for path, content in files.items()} for files in found] == [
            {"a.goals": "goal 1", "b/c.goals": "goal 2"},
            {"a.goals": "goal 3"},
            {"example.goals": "goal 4"},
            {"d.goals": "goal 5"},
        ]
        assert found[1]["a.goals"] == "goal 3: x\n\towner: y\n"

    def test_marks_come_off_and_leave_their_spans(self) -> None:
        assert unmark("⟦a⟧b⟦c⟦d⟧⟧⟦⟧") == ("abcd", [(0, 1), (2, 4), (3, 4), (4, 4)])
        assert unmark("ab") == ("ab", [])

    def test_texts_are_linted_by_some_rules(self) -> None:
        result = lint({"a.goals": "goal A: bad\n", "b.goals": "goal B: bad\n"}, BadWord, SameGoal)
        assert [(found.rule, found.place.path) for found in result.findings] == [
            (BadWord, "a.goals"),
            (SameGoal, "b.goals"),
            (BadWord, "b.goals"),
        ]
        assert lint("goal A: bad\n", BadWord).findings[0].place.path == "test.goals"
