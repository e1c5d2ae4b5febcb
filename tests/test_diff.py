"""A diff is what ``git apply`` and ``patch`` make the new file of."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartlint.diff import unified

TEXTS = st.lists(st.sampled_from(["goal: Win 10\n", "mål: 😀\r\n", "\n", "x\r", "\u2028", "\x0c", "- a\n", "--- b\n"])).map(
    "".join
)


def test_one_line_of_many() -> None:
    old = "".join(f"goal: Win {number} customers\n" for number in range(1, 9))
    assert "".join(unified("sales.goals", old, old.replace("Win 5", "Win 6"))) == (
        "--- a/sales.goals\n+++ b/sales.goals\n@@ -2,7 +2,7 @@\n"
        " goal: Win 2 customers\n goal: Win 3 customers\n goal: Win 4 customers\n"
        "-goal: Win 5 customers\n+goal: Win 6 customers\n"
        " goal: Win 6 customers\n goal: Win 7 customers\n goal: Win 8 customers\n"
    )


def test_a_last_line_without_an_end() -> None:
    assert "".join(unified("a", "x", "x\ny")) == (
        "--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n-x\n\\ No newline at end of file\n+x\n+y\n\\ No newline at end of file\n"
    )


def test_the_same_text_is_no_diff() -> None:
    assert not list(unified("a", "x\n", "x\n"))


TOOLS = {"git": ("git", "apply", "-"), "patch": ("patch", "-p1", "-s", "--binary")}


@pytest.mark.parametrize("tool", TOOLS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=TEXTS, new=TEXTS, name=st.sampled_from(["a.goals", "my goals.goals", 'a"b\\c.goals', "mål.goals", "a\tb"]))
def test_the_tools_take_it(tool: str, tmp_path: Path, old: str, new: str, name: str) -> None:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    if old == new or not old or not new:
        return  # a file that begins or ceases to be is not what is shown
    file = tmp_path / name
    file.write_bytes(b"\xef\xbb\xbf" + old.encode())
    diff = "".join(unified(name, f"\ufeff{old}", f"\ufeff{new}")).encode()
    run = subprocess.run(TOOLS[tool], input=diff, cwd=tmp_path, capture_output=True, check=False)
    assert not run.returncode, (diff, run)
    assert file.read_bytes() == b"\xef\xbb\xbf" + new.encode()
