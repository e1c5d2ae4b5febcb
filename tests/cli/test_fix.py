"""``smartlint check --fix``: what is mended, written and said."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from smartlint import fixing
from smartlint.cli import fix as fixes
from smartlint.parser import parse
from smartlint.translation import LANGUAGES
from tests.cli.samples import GOOD, TODAY, UNOWNED, Smartlint, write

MISSPELT = GOOD.replace("owner:", "ownr:")
HEDGED = GOOD.replace("Win 10", "Try to win 10")
OTHER = GOOD.replace("G1", "G2").replace("10 new customers", "12 new suppliers")
FIX = ("check", "--fix", *TODAY)


def text(name: str) -> str:
    return Path(f"{name}.goals").read_bytes().decode()


def test_what_can_be_mended_is_mended_and_the_rest_is_shown(smartlint: Smartlint) -> None:
    write(a=MISSPELT, b=UNOWNED)
    run = smartlint(*FIX)
    assert text("a") == GOOD
    assert text("b") == UNOWNED
    assert run.status == 1
    assert run.out.startswith("error[OWN001]: ")
    assert "SYN002" not in run.out
    assert run.err == "1 fixed, 1 left (1 to fill in: smartlint ask)\n"


def test_it_is_done_at_once(smartlint: Smartlint) -> None:
    write(a=MISSPELT)
    assert smartlint(*FIX).err == "1 fixed, 0 left\n"
    again = smartlint(*FIX)
    assert again.err == "0 fixed, 0 left\n"
    assert again.status == 0
    assert text("a") == GOOD


def test_what_may_change_the_meaning_only_if_asked_for(smartlint: Smartlint) -> None:
    write(a=HEDGED)
    run = smartlint(*FIX)
    assert text("a") == HEDGED
    assert run.err == "0 fixed, 1 left (1 needs --unsafe-fixes)\n"
    assert smartlint(*FIX, "--unsafe-fixes").err == "1 fixed, 0 left\n"
    assert text("a") == GOOD


@pytest.mark.parametrize("option", ["--fix-only", "--diff"])
def test_what_cannot_be_read_is_said_though_findings_are_not(smartlint: Smartlint, option: str) -> None:
    Path("latin1.goals").write_bytes("mål: Øke".encode("latin-1"))
    run = smartlint("check", "nofile", "latin1.goals", option, *TODAY, "-q")
    assert (run.status, run.out) == (2, "")
    assert run.err == "latin1.goals: this file is not saved as UTF-8: byte 1 cannot be read\nnofile: this file does not exist\n"


def test_a_filter_passes_on_what_it_cannot_read() -> None:
    script = [sys.executable, "-m", "smartlint", "check", "-", "--fix-only"]
    ran = subprocess.run(script, input="mål: Øke\n".encode("latin-1"), capture_output=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "mål: Øke\n".encode("latin-1"))
    assert b"UTF-8" in ran.stderr


def test_nothing_is_said_but_what_is_found_if_quiet(smartlint: Smartlint) -> None:
    write(a=MISSPELT)
    run = smartlint(*FIX, "--quiet", "--show-fixes")
    assert (run.out, run.err, run.status) == ("", "", 0)
    assert text("a") == GOOD


def test_show_fixes_lists_what_was_mended_and_why_the_rest_was_not(smartlint: Smartlint) -> None:
    write(a=MISSPELT.replace("Win 10", "Try to win 10"), b=UNOWNED)
    run = smartlint(*FIX, "--show-fixes")
    assert run.err.splitlines() == [
        "a.goals: 1 × SYN002 unknown-field",
        "a.goals:4:10: SPC004 escape-clause is not fixed: it may change what is meant: --unsafe-fixes",
        "b.goals:4:1: OWN001 missing-owner is not fixed: it has blanks that you fill in: smartlint ask",
        "1 fixed, 2 left (1 needs --unsafe-fixes, 1 to fill in: smartlint ask)",
    ]


def test_a_proposal_without_blanks_is_for_the_reader_to_apply(smartlint: Smartlint) -> None:
    write(a=GOOD.replace("Win 10 new customers", "Open a second clinic and cut waiting time from 9 to 5 days"))
    run = smartlint(*FIX, "--show-fixes", "--select", "SPC006")
    assert run.err == (
        "a.goals:4:31: SPC006 compound-goal is not fixed: it is a proposal that you apply yourself\n0 fixed, 1 left\n"
    )


def test_what_would_make_it_worse_is_told_always(smartlint: Smartlint) -> None:
    text = GOOD.replace("  owner:", "  ownr: Amy Holt\n  owner:")
    write(a=text)
    run = smartlint(*FIX, "--unsafe-fixes")
    assert "a.goals:5:3: SYN002 unknown-field is not fixed: the file would get worse (SYN003)\n" in run.err
    assert Path("a.goals").read_text() == text


def test_fix_only_shows_no_findings(smartlint: Smartlint) -> None:
    write(a=MISSPELT, b=UNOWNED)
    run = smartlint("check", "--fix-only", *TODAY)
    assert (run.out, run.status) == ("", 0)
    assert run.err == "1 fixed, 1 left (1 to fill in: smartlint ask)\n"
    assert text("a") == GOOD


@pytest.mark.parametrize(
    ("options", "first", "second"),
    [
        (("--fix",), 0, 0),
        (("--fix", "--exit-non-zero-on-fix"), 1, 0),
        (("--fix-only", "--exit-non-zero-on-fix"), 1, 0),
        (("--fix", "--exit-non-zero-on-fix", "--exit-zero"), 0, 0),
        (("--diff",), 1, 1),
        (("--diff", "--exit-zero"), 0, 0),
    ],
)
def test_the_exit_status(smartlint: Smartlint, options: tuple[str, ...], first: int, second: int) -> None:
    write(a=MISSPELT)
    assert smartlint("check", *options, *TODAY).status == first
    assert smartlint("check", *options, *TODAY).status == second


def test_with_nothing_to_mend_the_diff_is_empty(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    run = smartlint("check", "--diff", *TODAY)
    assert (run.out, run.status) == ("", 0)
    assert run.err == "0 would be fixed, 1 would be left (1 to fill in: smartlint ask)\n"


@pytest.mark.parametrize("tool", ["git", "patch"])
@pytest.mark.parametrize(("mark", "end"), [("", "\n"), ("\ufeff", "\r\n")])
def test_the_diff_is_what_would_be_written(smartlint: Smartlint, folder: Path, tool: str, mark: str, end: str) -> None:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    (folder / "my goals").mkdir()
    for name, old in (("my goals/å", "\n" + MISSPELT.rstrip()), ("b", "taem: Sales\n" + MISSPELT)):
        Path(f"{name}.goals").write_bytes((mark + old.replace("\n", end)).encode())
    copy = folder.with_name(f"{folder.name}-copy")
    shutil.copytree(folder, copy)
    diff = smartlint("check", "--diff", *TODAY).out.encode()
    smartlint(*FIX)
    command = {"git": ["git", "apply"], "patch": ["patch", "-p1", "--binary"]}[tool]
    subprocess.run(command, input=diff, cwd=copy, check=True, capture_output=True)
    for file in folder.rglob("*.goals"):
        assert (copy / file.relative_to(folder)).read_bytes() == file.read_bytes()
        assert b"ownr" not in file.read_bytes()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", ["\n\n\n\n\n\n", "\r\n" * 6, "\n\r\n\n\r\n\r\n\n"])
def test_line_ends_mark_and_permissions_stay(smartlint: Smartlint, folder: Path, mark: bytes, ends: str) -> None:
    lines = ["team: Sales", "", "mål: Vinne 10 nye kunder innen juni 2026", "  eierr: Kari Nordmann", "  hvordan: ringe", ""]
    each = ends.replace("\r\n", "r").replace("\n", "n").replace("r", "\r\n ").replace("n", "\n ").split(" ")
    before = "".join(line + end for line, end in zip(lines, each, strict=False))
    file = folder / "a.goals"
    file.write_bytes(mark + before.encode())
    file.chmod(0o640)
    smartlint(*FIX)
    assert file.read_bytes() == mark + before.replace("eierr", "eier").encode()
    assert file.stat().st_mode & 0o777 == 0o640


def test_no_text_is_read_twice(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(text: str, path: str, **stated: Any) -> Any:
        read.append(text)
        return parse(text, path, **stated)

    write(a=MISSPELT, b=OTHER)
    monkeypatch.setattr(fixes, "read_document", reading)
    assert smartlint(*FIX).status == 0
    assert sorted(read) == sorted([MISSPELT, GOOD, OTHER])


# --- standard input -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_standard_input_comes_out_mended(smartlint: Smartlint, mark: bytes) -> None:
    run = smartlint(*FIX, "-", stdin=mark + MISSPELT.replace("\n", "\r\n").encode())
    assert run.out == mark.decode() + GOOD.replace("\n", "\r\n")
    assert run.err == "All fine: no findings in 1 file (1 goal)\n1 fixed, 0 left\n"
    assert run.status == 0


def test_standard_input_with_nothing_to_mend_comes_out_as_it_is(smartlint: Smartlint) -> None:
    run = smartlint(*FIX, "-", "--stdin-filename", "plan.goals", stdin=UNOWNED.encode())
    assert run.out == UNOWNED
    assert "\n --> plan.goals:4:1" in run.err
    assert run.status == 1


def test_the_diff_of_standard_input(smartlint: Smartlint) -> None:
    run = smartlint("check", "--diff", "-", "--stdin-filename", "plan.goals", *TODAY, stdin=MISSPELT.encode())
    assert run.out.startswith("--- a/plan.goals\n+++ b/plan.goals\n@@ ")
    assert "-  ownr: Kari Nordmann\n+  owner: Kari Nordmann\n" in run.out
    assert run.status == 1


def test_what_is_no_text_is_passed_on(smartlint: Smartlint) -> None:
    run = smartlint(*FIX, "-", stdin=b"\x00\x01")
    assert run.out == "\x00\x01"
    assert "error[SYN009]" in run.err
    assert run.status == 2


# --- what goes wrong ------------------------------------------------------------------------------------------------


def test_a_file_that_may_not_be_written_is_told_and_the_others_are_mended(smartlint: Smartlint, folder: Path) -> None:
    write(a=MISSPELT, b=OTHER.replace("owner", "ownr"))
    (folder / "a.goals").chmod(0o444)
    run = smartlint(*FIX)
    assert run.status == 2
    assert run.err.splitlines() == ["a.goals: not written: Permission denied", "1 fixed, 1 left"]
    assert "a.goals:5:3" in run.out
    assert (text("a"), text("b")) == (MISSPELT, OTHER)


def test_a_file_that_changed_meanwhile_is_left_alone(
    smartlint: Smartlint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(*arguments: Any) -> Any:
        write(a="goal: somebody else's\n")
        return apply(*arguments)

    write(a=MISSPELT, b=MISSPELT)
    apply = fixing.apply
    monkeypatch.setattr(fixing, "apply", slowly)
    run = smartlint(*FIX)
    assert run.status == 2
    assert "a.goals: not written: it was changed meanwhile\n" in run.err
    assert (text("a"), text("b")) == ("goal: somebody else's\n", GOOD)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(smartlint: Smartlint, folder: Path) -> None:
    outside = folder / "outside.goals"
    (folder / ".git").mkdir()
    outside.write_text(MISSPELT)
    inside = folder / "inside"
    inside.mkdir()
    (inside / "a.goals").symlink_to(outside)
    run = smartlint(*FIX, "inside")
    assert run.status == 2
    assert "inside/a.goals: not written: it is a link that leads out of the folder\n" in run.err
    assert outside.read_text() == MISSPELT
    assert smartlint(*FIX, "inside/a.goals").status == 0  # who names it wants it
    assert outside.read_text() == GOOD
    assert (inside / "a.goals").is_symlink()


def test_what_is_read_from_a_pipe_cannot_be_written(smartlint: Smartlint, folder: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, MISSPELT.encode())
    os.close(writing)
    write(a=OTHER.replace("owner", "ownr"))
    run = smartlint(*FIX, f"/dev/fd/{reading}", "a.goals", "--output-format", "concise")
    os.close(reading)
    assert text("a") == OTHER
    assert "SYN002" in run.out
    assert run.err == "1 fixed, 1 left\n"


def test_what_is_suppressed_or_waived_is_not_mended(smartlint: Smartlint) -> None:
    suppressed = MISSPELT.replace("  ownr", "  # smartlint: ignore[SYN002] -- so we write it\n  ownr")
    write(a=suppressed)
    assert smartlint(*FIX).err.startswith("0 fixed, ")
    assert text("a") == suppressed
    write(a=MISSPELT)
    Path("smartlint-waivers.toml").write_text(
        '[[waiver]]\nrule = "SYN002"\ngoal = "G1"\nreason = "so we write it"\nowner = "Kari"\napproved-by = "Amy"\n'
        "expires = 2026-12-31\n"
    )
    assert smartlint(*FIX).err.startswith("0 fixed, ")
    assert text("a") == MISSPELT


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_said_in_the_readers_language(smartlint: Smartlint, language: str) -> None:
    write(a=MISSPELT.replace("Win 10", "Try to win 10"), b=UNOWNED)
    run = smartlint("check", "--diff", "--show-fixes", *TODAY, "--message-language", language)
    english = {"would be", "is not fixed", "to fill in"}
    assert {words for words in english if words in run.err} == (english if language == "en" else set())
