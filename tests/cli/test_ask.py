"""``smartlint ask``: questions, answers, the difference, and what is written."""

from pathlib import Path

import pytest

from smartlint.cli import ask as asking
from smartlint.translation import LANGUAGES
from tests.cli.conftest import Run
from tests.cli.samples import GOOD, TODAY, UNOWNED, Smartlint, write

WISH = "goal G1: Increase sales\n"
WISHES = {
    "en": WISH,
    "nb": "mål M1: Bedre service\n",
    "nn": "mål M1: Betre service for dei som bur her\n",
    "sv": "mål M1: Bättre service\n",
    "da": "mål M1: Bedre service til borgerne\n",
}
#: Owner, figures, deadline, plan, and how often it is looked at.
ANSWERS = ("Kari Nordmann", "3", "4 of 5", "2026-09-30", "call 100 customers", "every month")


def ask(smartlint: Smartlint, *answers: str, options: tuple[str, ...] = ("--yes",)) -> Run:
    return smartlint("ask", "a.goals", *TODAY, *options, stdin="".join(f"{line}\n" for line in answers).encode())


def text() -> str:
    return Path("a.goals").read_bytes().decode()


def test_what_is_answered_is_written_below_the_goal_in_order(smartlint: Smartlint) -> None:
    write(a=WISH)
    run = ask(smartlint, *ANSWERS)
    assert text() == (
        "review: every month\n\n"
        "goal G1: Increase sales from 3 to 4 of 5\n"
        "  owner: Kari Nordmann\n"
        "  deadline: 2026-09-30\n"
        "  how: call 100 customers\n"
    )
    assert run.status == 0
    assert run.out.startswith("--- a/a.goals\n+++ b/a.goals\n@@ ")
    assert run.err.endswith("a.goals: written\n")
    again = ask(smartlint)
    assert (again.out, again.err, again.status) == ("", "There is nothing to ask.\n", 0)


def test_what_is_asked(smartlint: Smartlint) -> None:
    write(a=WISH)
    run = ask(smartlint, *ANSWERS)
    asked = [line.strip() for line in run.err.splitlines()]
    assert asked[:6] == [
        "Enter passes a question over, q ends the questions.",
        "",
        "G1: Increase sales",
        "no owner: who answers for it?",
        "Who answers for it? (a name or a role)",
        "`Increase` leaves open when the goal is reached: there is no number and no test",
    ]
    assert asked[6].startswith("From what figure?")
    assert asked[7].startswith("To what figure?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_language_of_the_file(smartlint: Smartlint, language: str) -> None:
    write(a=WISHES[language])
    run = ask(smartlint, *ANSWERS)
    assert len(text().splitlines()) >= 4
    if language != "en":
        for english in ("Who answers", "From what", "By when", "The whole file", "written"):
            assert english not in run.err
    assert ask(smartlint).out == ""


def test_a_stated_language_is_that_of_the_questions(smartlint: Smartlint) -> None:
    write(a="mål: Service\n")
    messages = {ask(smartlint, options=("--language", language)).err.splitlines()[3] for language in ("nb", "sv", "da")}
    assert len(messages) == 3


@pytest.mark.parametrize(("reader", "owner"), [("nb_NO.UTF-8", "eier"), ("da_DK.UTF-8", "ejer")])
def test_where_two_languages_fit_it_is_the_readers(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, reader: str, owner: str
) -> None:
    monkeypatch.setenv("LANG", reader)
    write(a="mål: Flere kunder\n")
    ask(smartlint, "Kari Nordmann", "q")
    assert text() == f"mål: Flere kunder\n  {owner}: Kari Nordmann\n"


def test_what_cannot_be_read_is_asked_again(smartlint: Smartlint) -> None:
    write(a=GOOD.replace("by 30 June 2026", "soon"))
    run = ask(smartlint, "banana", "2026-02-30", "2026-09-30")
    assert run.err.count("That cannot be read; it is to be a day, such as 2026-06-30.") == 2
    assert text() == GOOD.replace("by 30 June 2026", "by 2026-09-30")


def test_what_is_wrong_is_asked_again_and_told_why(smartlint: Smartlint) -> None:
    write(a=GOOD.replace(" by 30 June 2026", ""))
    run = ask(smartlint, "2020-01-01", "2026-09-30")
    assert "Not quite: the deadline 2020-01-01 has passed, and the goal is still open\n" in run.err
    assert "deadline: 2026-09-30\n" in text()


@pytest.mark.parametrize("answer", ["everyone", "5 %", "Kari\x1b[31m", "\u202eKari", "Kari Nordmann, Per Hansen"])
def test_what_is_no_name_is_asked_again(smartlint: Smartlint, answer: str) -> None:
    write(a=UNOWNED)
    run = ask(smartlint, answer, "Kari Nordmann")
    assert run.err.count("Who answers for it?") == 2
    assert "  owner: Kari Nordmann\n" in text()
    assert "\x1b" not in run.err


def test_no_answer_passes_over_and_nothing_is_asked_twice(smartlint: Smartlint) -> None:
    write(a=WISH)
    run = ask(smartlint, "", "", "2026-09-30", "", "")
    assert text() == "goal G1: Increase sales\n  deadline: 2026-09-30\n"
    assert run.err.count("By when?") == 1
    assert run.err.count("Who answers") == 1


def test_half_an_answer_is_none(smartlint: Smartlint) -> None:
    write(a=WISH)
    ask(smartlint, "", "3", "", "q")
    assert text() == WISH


@pytest.mark.parametrize("ending", [("q",), ("Q",), ()])
def test_q_or_the_end_of_the_input_keeps_what_was_answered(smartlint: Smartlint, ending: tuple[str, ...]) -> None:
    write(a=WISH)
    run = ask(smartlint, "Kari Nordmann", "3", *ending)
    assert text() == "goal G1: Increase sales\n  owner: Kari Nordmann\n"
    assert run.status == 0


def test_nothing_filled_in_is_nothing_written(smartlint: Smartlint) -> None:
    write(a=WISH)
    run = ask(smartlint, "q")
    assert (run.out, run.status) == ("", 0)
    assert run.err.endswith("Nothing was filled in.\n")
    assert text() == WISH


@pytest.mark.parametrize(("answers", "is_written"), [("n", False), ("maybe y", True), ("ja", True), ("nei", False)])
def test_it_is_written_only_if_agreed_to(smartlint: Smartlint, answers: str, is_written: bool) -> None:
    write(a=WISH)
    run = ask(smartlint, "Kari Nordmann", "q", *answers.split(), options=())
    assert run.status == 0
    assert (text() != WISH) is is_written
    assert "+  owner: Kari Nordmann\n" in run.out


def test_where_nobody_can_agree_nothing_is_written(smartlint: Smartlint) -> None:
    write(a=WISH)
    run = ask(smartlint, "Kari Nordmann", "q", options=())
    assert run.status == 2
    assert "--yes" in run.err
    assert text() == WISH


def test_the_difference_alone(smartlint: Smartlint) -> None:
    write(a=WISH)
    run = ask(smartlint, "Kari Nordmann", "q", options=("--diff",))
    assert run.status == 0
    assert run.out == "--- a/a.goals\n+++ b/a.goals\n@@ -1 +1,2 @@\n goal G1: Increase sales\n+  owner: Kari Nordmann\n"
    assert text() == WISH


def test_ctrl_c_leaves_the_file_as_it_is(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter(["Kari Nordmann"])

    def line(prompt: str) -> str:
        for each in lines:
            return each
        raise KeyboardInterrupt

    write(a=WISH)
    monkeypatch.setattr(asking, "_line", line)
    assert ask(smartlint).status == 2
    assert text() == WISH


def test_line_ends_and_mark_stay(smartlint: Smartlint) -> None:
    Path("a.goals").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("  owner: Kari Nordmann\n", "").replace("\n", "\r\n").encode())
    ask(smartlint, "Kari Nordmann")
    assert Path("a.goals").read_bytes().startswith(b"\xef\xbb\xbfteam: Sales\r\n")
    assert "2026\r\n  owner: Kari Nordmann\r\n  how:" in text()


def test_a_file_that_changed_meanwhile_is_left_alone(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a=WISH)
    lines = iter(["Kari Nordmann", "q", "y"])

    def line(prompt: str) -> str:
        write(a="goal: somebody else's\n")
        return next(lines)

    monkeypatch.setattr(asking, "_line", line)
    run = ask(smartlint, options=())
    assert run.status == 2
    assert "a.goals: not written: it was changed meanwhile" in run.err
    assert text() == "goal: somebody else's\n"


@pytest.mark.parametrize("content", [None, b"\x00\x01", "mål".encode("utf-16")])
def test_what_cannot_be_read_is_told(smartlint: Smartlint, content: bytes | None) -> None:
    if content is not None:
        Path("a.goals").write_bytes(content)
    run = ask(smartlint)
    assert run.status == 2
    assert "a.goals is no file of text that can be read" in run.err


def test_answers_that_are_no_text_are_told(smartlint: Smartlint) -> None:
    write(a=WISH)
    run = smartlint("ask", "a.goals", *TODAY, stdin=b"\xff\xfe\n")
    assert run.status == 2
    assert "no text in the encoding of the terminal" in run.err
    assert text() == WISH
