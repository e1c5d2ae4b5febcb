"""A process ends at once, and yet nothing that it still has to do is left undone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_PROGRAM = """
import sys
sys.argv = ["smartlint", "check", "a.goals"]
{before}
from smartlint.cli import main
main()
"""


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "SMARTLINT_CACHE_DIR": ""}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, input="", capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "before",
    [
        "import atexit; atexit.register(print, 'bye')",
        "import threading; threading.Timer(1, print, ['bye']).start()",
        "sys.stdout.write('bye\\n')",
    ],
    ids=["what is registered", "a thread", "what is not flushed"],
)
def test_what_others_have_begun_is_done(before: str) -> None:
    run = _run("-c", _PROGRAM.format(before=before))
    assert (run.returncode, run.stderr) == (2, "")
    assert "bye\n" in run.stdout


def test_a_profiler_can_tell_what_it_saw() -> None:
    assert "function calls" in _run("-m", "cProfile", "-m", "smartlint", "check", "a.goals").stdout
