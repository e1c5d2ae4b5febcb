"""A finding's fingerprint is the same as long as the finding is."""

import pytest

from smartlint.testing import lint
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.owned.missing_owner import MissingOwner
from tests.sample_rules import BadWord, UglyWord, WorseWord


class TestFingerprint:
    TEXT = "goal A: bad bad\n  why: bad\n\ngoal B: bad\n"

    def fingerprints(self, text: str, path: str = "a.goals") -> list[str]:
        return [found.fingerprint for found in lint({path: text}, BadWord).findings]

    @pytest.mark.parametrize(
        "above",
        ["\n\n", "# a comment\n", "team: Web\nreview: every week\n\n", "goal Z: good\n  why: nice\n\n", "goal Z: good\n\n\n"],
    )
    def test_lines_that_are_inserted_above_change_none(self, above: str) -> None:
        before = self.fingerprints(self.TEXT)
        assert len(before) == 4
        assert self.fingerprints(above + self.TEXT) == before

    def test_what_is_inserted_between_and_beside_changes_none(self) -> None:
        text = "goal A: bad and also bad\n  metric: rate\n  why: it is bad\n\n# next\n\ngoal B: not so bad\n"
        assert self.fingerprints(text) == self.fingerprints(self.TEXT)

    def test_no_two_are_the_same(self) -> None:
        assert len(set(self.fingerprints(self.TEXT))) == 4

    def test_each_of_two_equal_findings_has_its_own(self) -> None:
        first, second = self.fingerprints("goal A: bad bad\n")
        assert first != second
        assert self.fingerprints("goal A: bad\n") == [first]

    def test_they_tell_files_goals_rules_and_texts_apart(self) -> None:
        text = "goal A: bad\n"
        every = [
            *self.fingerprints(text),
            *self.fingerprints(text, "b.goals"),
            *self.fingerprints("goal B: bad\n"),
            *(found.fingerprint for found in lint({"a.goals": text}, WorseWord).findings),
            *(found.fingerprint for found in lint({"a.goals": "goal A: ugly\n"}, UglyWord).findings),
        ]
        assert len(set(every)) == 5

    def test_a_suppression_of_the_first_leaves_that_of_the_second(self) -> None:
        text = "goal A: x\n  why: bad\n  metric: bad\n"
        _, second = self.fingerprints(text)
        assert self.fingerprints(text.replace("why: bad", "why: bad  # smartlint: ignore[WRD001]")) == [second]


class TestLanguageOfFixes:
    """In a file in one language with a goal in another, each goal is mended in its own."""

    @pytest.mark.parametrize(
        ("goal", "line", "words"),
        [
            ("mål: Øke salget i butikkene våre", "eier: ⟨navn⟩", " fra ⟨utgangspunkt⟩ til ⟨måltall⟩"),
            ("goal: Improve the service for our customers in the shops", "owner: ⟨name⟩", " from ⟨baseline⟩ to ⟨target⟩"),
            # the goal word is none of English, so the fields are not either
            ("mål: Improve the service for our customers in the shops", "eier: ⟨navn⟩", " from ⟨baseline⟩ to ⟨target⟩"),
        ],
    )
    def test_a_line_goes_with_the_goal_word_and_words_with_the_sentence(self, goal: str, line: str, words: str) -> None:
        found = lint(f"språk: nb\n\nmål: Åpne en butikk i Bodø\n\n{goal}\n", MissingOwner, NotMeasurable).findings[1:]
        fixes = {one.rule: one.fix.edits[0].text.strip("\n") for one in found if one.fix}
        assert (fixes[MissingOwner].strip(), fixes[NotMeasurable]) == (line, words)
