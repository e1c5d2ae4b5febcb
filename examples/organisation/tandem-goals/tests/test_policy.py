"""The examples of each policy and each rule are as they must be, and none lacks one."""

import json
import subprocess
import sys


def test_examples() -> None:
    command = [sys.executable, "-m", "smartlint", "policy", "test", "--policy", "pkg:tandem_goals", "--output-format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    told = json.loads(done.stdout)
    assert [one for one in told["examples"] if one["why"]] == []
    assert told["uncovered"] == []
    assert told["summary"]["policies"] == 3
