"""What is printed on a terminal: each finding at its place, and a summary."""

import pytest

from smartlint.linter import Finding, Said
from smartlint.reporters.visible import cells
from smartlint.source import Source
from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, place, result


def test_a_finding_has_its_place_its_line_and_what_to_write_instead() -> None:
    found = finding(Unowned, "team: Salg\n⟦goal G1⟧: Win 10 customers\n", goal=("S1", "G1"))
    assert output("full", result(found)) == (
        """\
error[OWN901]: no owner
 --> a.goals:2:1 (goal S1 › G1)
  |
2 | goal G1: Win 10 customers
  | ^^^^^^^
  = help: add a line `owner: ⟨name⟩`

1 error in 1 file (1 goal)
"""
    )


def test_another_place_of_the_file_stands_in_the_same_snippet() -> None:
    text = "goal: Win ⟦10⟧ customers\n  owner: Kari\n  target: ⟦12⟧\n"
    found, source = finding(Twofold, text, params={"here": 10, "there": 12})
    assert output("full", result((found, source)), quiet=True) == (
        """\
warning[MEA902]: the target is 10 here and 12 there
 --> a.goals:1:11
  |
1 | goal: Win 10 customers
  |           ^^
2 |   owner: Kari
3 |   target: 12
  |           -- the other one

"""
    )


def test_lines_between_two_places_are_left_out_if_they_are_many() -> None:
    text = "goal: Win ⟦10⟧ customers\n" + "  x-note: more\n" * 9 + "  target: ⟦12⟧\n"
    shown = output("full", result(finding(Twofold, text, params={"here": 10, "there": 12})), quiet=True)
    assert shown.splitlines()[3:8] == [
        " 1 | goal: Win 10 customers",
        "   |           ^^",
        "...",
        "11 |   target: 12",
        "   |           -- the other one",
    ]


def test_two_places_on_one_line_share_it() -> None:
    found = finding(Twofold, "goal: from ⟦10⟧ to ⟦12⟧", params={"here": 10, "there": 12})
    assert output("full", result(found), quiet=True).splitlines()[3:] == [
        "1 | goal: from 10 to 12",
        "  |            ^^    -- the other one",
        "",
    ]


def test_overlapping_places_have_a_row_each() -> None:
    found = finding(Twofold, "goal: ⟦from ⟦10⟧ to 12⟧", params={"here": 10, "there": 12})
    assert output("full", result(found), quiet=True).splitlines()[4:] == [
        "  |       ^^^^^^^^^^^^^",
        "  |            -- the other one",
        "",
    ]


def test_a_place_in_another_file_has_a_snippet_of_its_own() -> None:
    other = Source("team: Salg\n\ngoal: Win 12\n", "b/c.goals")
    found = finding(
        Twofold,
        "goal: Win ⟦10⟧",
        params={"here": 10, "there": 12},
        elsewhere=[place(other, other.text.index("12"), len(other.text) - 1, "there")],
    )
    given = result(found)
    given.sources[other.path] = other
    assert output("full", given, quiet=True) == (
        """\
warning[MEA902]: the target is 10 here and 12 there
 --> a.goals:1:11
  |
1 | goal: Win 10
  |           ^^
 ::: b/c.goals:3:11
  |
3 | goal: Win 12
  |           -- the other one

"""
    )


def test_a_span_of_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    found = finding(Unowned, "goal: ⟦Win customers\n  in Norway⟧\n")
    assert "1 | goal: Win customers\n  |       ^^^^^^^^^^^^^\n  =" in output("full", result(found))


@pytest.mark.parametrize("text", ["goal:⟦⟧", "goal:⟦\n⟧"])
def test_an_empty_place_is_a_single_sign(text: str) -> None:
    assert "1 | goal:\n  |      ^\n  =" in output("full", result(finding(Unowned, text)))


def test_a_file_without_text_is_only_named() -> None:
    shown = output("full", result(finding(Unowned, "⟦⟧", path="plan.docx"), goals=0))
    assert shown.splitlines()[:4] == [
        "error[OWN901]: no owner",
        " --> plan.docx",
        "  = help: add a line `owner: ⟨name⟩`",
        "",
    ]


def test_wide_and_combining_signs_and_tabs_keep_the_signs_below_their_text() -> None:
    line, signs = output("full", result(finding(Unowned, "\t日本 e\u0301 👩‍👧 ⟦mål⟧ x"))).splitlines()[3:5]
    assert line == "1 |     日本 e\u0301 👩‍👧 mål x"
    assert cells(signs[: signs.index("^")]) == cells(line[: line.index("mål")])
    assert signs.count("^") == 3


def test_what_could_steer_the_terminal_is_written_out() -> None:
    marked = "goal: \x1b[31m ⟦red⟧ \u202edrawkcab\x00\u2028"
    found = finding(Unowned, marked, path="a\x1b[2J.goals", goal=("\x1b]0;title\x07",))
    shown = output("full", result(found))
    assert "1 | goal: ␛[31m red ⟨U+202E⟩drawkcab␀⟨U+2028⟩" in shown
    assert " --> a␛[2J.goals:1:13 (goal ␛]0;title␇)" in shown
    assert all(sign.isprintable() for sign in shown.replace("\n", ""))


@pytest.mark.parametrize("width", [40, 80, 120, 200, 1000])
@pytest.mark.parametrize("filler", ["word ", "日本", "e\u0301\u0301\u0301\u0301\u0301\u0301", "\t", "👩‍👧", "\x1b", "\u202e"])
def test_a_long_line_is_cut_around_its_place(width: int, filler: str) -> None:
    found = finding(Unowned, f"goal: {filler * 300}⟦HERE⟧{filler * 300}")
    shown = output("full", result(found), width=width)
    line, signs = shown.splitlines()[3:5]
    assert line.startswith("1 | …")
    assert line.endswith("…")
    assert "HERE" in line
    assert cells(line[: line.index("HERE")]) == signs.index("^")
    assert signs.endswith(" ^^^^")
    assert max(map(cells, shown.splitlines())) <= min(width, 200)


def test_places_far_apart_on_a_long_line_are_shown_apart() -> None:
    found = finding(Twofold, f"goal: ⟦10⟧ {'word ' * 100}⟦12⟧", params={"here": 10, "there": 12})
    lines = output("full", result(found), quiet=True, width=80).splitlines()[3:]
    assert [line.partition("|")[0].strip() for line in lines] == ["1", "", "1", "", ""]
    assert lines[1].endswith("      ^^")
    assert lines[2].endswith("word 12")
    assert lines[3].endswith("-- the other one")


def test_an_endless_message_is_cut() -> None:
    found = finding(Twofold, "goal: ⟦10⟧", params={"here": "x" * 1_000_000, "there": 12})
    assert len(output("full", result(found))) < 2000


def test_long_help_is_wrapped_below_itself() -> None:
    found, source = finding(Unowned, "⟦goal⟧: Win")

    class Wordy(Unowned):
        helps = {"missing": "say " + "word " * 20 + "end"}

    wordy = Finding(Wordy, "missing", {}, "error", found.place, "en")
    lines = output("full", result((wordy, source)), width=60, quiet=True).splitlines()
    assert lines[5].startswith("  = help: say word")
    assert lines[6].startswith("          word word")
    assert max(map(len, lines)) <= 60


def test_notes_are_counted_and_shown_only_when_asked_for() -> None:
    given = result(finding(Remark, "⟦goal⟧: Win"), finding(Unowned, "⟦goal⟧: Win"))
    assert "REL903" not in output("full", given)
    assert output("full", given).endswith("\n1 error in 1 file (1 goal) and 1 note (`--verbose`)\n")
    assert "note[REL903]: this could be said better" in output("full", given, verbose=True)
    assert output("full", given, verbose=True).endswith("\n1 error, 1 note in 1 file (1 goal)\n")


def test_notices_stand_after_the_findings() -> None:
    given = result(finding(Unowned, "⟦goal⟧: Win"), notices=[Said(Unowned, "unjudged", {"count": 1200})])
    assert output("full", given).endswith("\n\nnote: 1,200 goals were not looked at\n1 error in 1 file (1 goal)\n")
    assert "note:" not in output("full", given, quiet=True)


def test_colours_mark_the_level_and_nothing_is_coloured_without_being_asked() -> None:
    given = result(finding(Unowned, "⟦goal⟧: Win"))
    assert "\x1b[1;31merror[OWN901]\x1b[0m" in output("full", given, color=True)
    assert "\x1b[1;31m^^^^\x1b[0m" in output("full", given, color=True)
    assert "\x1b" not in output("full", given)


def test_a_finding_speaks_the_language_of_its_file_and_the_summary_english() -> None:
    shown = output("full", result(finding(Unowned, "⟦mål⟧: Vinne", language="nb", goal=("M1",))))
    assert shown.startswith("feil[OWN901]: no owner\n --> a.goals:1:1 (mål M1)\n")
    assert "\n  = hjelp: " in shown
    assert shown.endswith("\n1 error in 1 file (1 goal)\n")


def test_the_language_that_is_asked_for_is_that_of_everything() -> None:
    shown = output("full", result(finding(Unowned, "⟦mål⟧: Vinne", language="nb")), language="sv")
    assert shown.startswith("fel[OWN901]: no owner\n")
    assert shown.endswith("\n1 fel i 1 fil (1 mål)\n")
