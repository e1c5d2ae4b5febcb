"""The decision log: a line for each run, whole or not there at all."""

import errno
import json
import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from smartlint.configuration.configurations import Configurations
from smartlint.decision_log import append, entry, must_be_writable
from smartlint.files import File
from smartlint.finding import Result
from smartlint.linter import Linter
from smartlint.reporters import Look, Run

TODAY = date(2026, 2, 1)
ROOT = Path(__file__).resolve().parents[1]
GOALS = """\
goal G1: Win 10 new customers by 30 June 2026
  how: call the 50 shops that asked for a price

goal G2: Raise the share of letters with an answer to 90 %  # smartlint: ignore[TIM001] until=2026-03-01 -- new post
  owner: Amy Holt
  how: two fixed hours a day

goal G3: Be nicer to guests
  owner: Kari Nordmann
"""
CONFIGURATION = """\
profile = "sales"

[[policy]]
name = "owned"
select = ["OWN001"]
enforcement = "waivable"
"""
WAIVERS = '[[waiver]]\nrule = "OWN001"\ngoal = "G1"\nreason = "vacant"\nowner = "Amy Holt"\napproved-by = "Board"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMARTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def linted(texts: dict[str, str]) -> tuple[Result, Configurations, list[File]]:
    """What comes of goal files in the current folder; with it, a file that cannot be read."""
    configurations = Configurations()
    linter = Linter(lambda path: configurations.settings(path, TODAY), evidence=True)
    for path, text in texts.items():
        linter.check_text(text, path)
    linter.check_unreadable("z.goals", "missing", {})
    configurations.must_be_right()
    return linter.finish(), configurations, [File(path, Path(path)) for path in (*texts, "z.goals")]


def logged(texts: dict[str, str]) -> dict[str, Any]:
    look = Look(TODAY, run=Run(status=1))
    found: dict[str, Any] = json.loads(entry(*linted(texts), look, fail_level="error", exit_zero=False))
    return found


def written(configuration: str = CONFIGURATION, waivers: str = WAIVERS) -> dict[str, Any]:
    Path("smartlint.toml").write_text(configuration, encoding="utf-8")
    Path("smartlint-waivers.toml").write_text(waivers, encoding="utf-8")
    return logged({"a.goals": GOALS})


class TestEntry:
    def test_it_is_as_its_schema_says(self, folder: Path) -> None:
        schema = json.loads(files("smartlint").joinpath("decision_log.schema.json").read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        said = written()
        Draft202012Validator(schema).validate(said)
        check = json.loads(files("smartlint.reporters").joinpath("check.schema.json").read_text("utf-8"))
        finding = Draft202012Validator({"$defs": check["$defs"], "$ref": "#/$defs/finding"})
        for found in (*said["findings"], *said["suppressed"], *said["waived"], *said["yielded"]):
            finding.validate(found)
        evidence = Draft202012Validator({"$defs": check["$defs"], "$ref": "#/$defs/evidence"})
        assert said["evidence"]
        for one in said["evidence"]:
            evidence.validate(one)

    def test_it_says_what_was_decided_and_by_what(self, folder: Path) -> None:
        said = written()
        assert (said["today"], said["status"], said["fail_level"], said["exit_zero"]) == ("2026-02-01", 1, "error", False)
        assert [found["goal"] for found in said["findings"] if found["code"] == "MEA001"] == [["G3"]]
        (hidden,) = said["suppressed"]
        assert hidden["suppression"]["line"] == 4
        assert (hidden["suppression"]["until"], hidden["suppression"]["reason"]) == ("2026-03-01", "new post")
        (waived,) = said["waived"]
        assert (waived["waiver"]["approver"], waived["waiver"]["line"]) == ("Board", 2)
        assert [(one["state"], one["excused"]) for one in said["waivers"]] == [("active", 1)]
        assert [(one["name"], one["enforcement"], one["line"]) for one in said["policies"]] == [("owned", "waivable", 4)]
        assert {"code": "MEA001", "text": "10 new customers"}.items() <= said["evidence"][1].items()

    def test_the_files_have_their_hashes_and_what_they_were_judged_by(self, folder: Path) -> None:
        said = written()
        (judged_by,) = said["configurations"]
        assert [one["path"] for one in judged_by["files"]] == ["smartlint.toml"]
        assert "MEA003" in judged_by["rules"]
        assert [(one["path"], one["configuration"]) for one in said["files"]] == [("a.goals", 0), ("z.goals", 0)]
        goals, unreadable = (one["sha256"] for one in said["files"])
        assert goals == sha256(GOALS.encode()).hexdigest()
        assert unreadable is None

    def test_each_file_is_judged_by_its_own(self, folder: Path) -> None:
        Path("a").mkdir()
        Path("a/smartlint.toml").write_text('profile = "okr"\n', encoding="utf-8")
        said = logged({"a/x.goals": GOALS, "b.goals": GOALS})
        profiles = [said["configurations"][one["configuration"]]["profile"] for one in said["files"]]
        assert profiles == ["okr", "smart", "smart"]

    @pytest.mark.parametrize(
        ("configuration", "waivers"),
        [
            (CONFIGURATION.replace("sales", "okr"), WAIVERS),
            (CONFIGURATION + '[lint.levels]\nTIM = "info"\n', WAIVERS),
            (CONFIGURATION + "[lint.rules.too-many-goals]\nstrategic = { warn = 1, max = 2 }\n", WAIVERS),
            (CONFIGURATION.replace("waivable", "mandatory"), WAIVERS),
            (CONFIGURATION, WAIVERS + "expires = 2026-03-01\n"),
        ],
    )
    def test_its_hash_tells_one_configuration_from_another(self, folder: Path, configuration: str, waivers: str) -> None:
        before = written()["configuration"]
        assert written()["configuration"] == before
        assert written(configuration, waivers)["configuration"] != before

    def test_text_that_is_no_unicode_is_written_out(self, folder: Path) -> None:
        assert logged({"\udcff.goals": GOALS})["files"][0]["path"].endswith(".goals")


class TestWriting:
    def test_lines_are_added_and_never_changed(self, folder: Path) -> None:
        for line in (b'{"a": 1}', b'{"b": 2}'):
            append(Path("log"), line)
        assert Path("log").read_bytes() == b'{"a": 1}\n{"b": 2}\n'

    def test_half_a_line_is_left_to_itself(self, folder: Path) -> None:
        Path("log").write_bytes(b'{"a": 1}\n{"b"')
        append(Path("log"), b'{"c": 3}')
        assert Path("log").read_bytes() == b'{"a": 1}\n{"b"\n{"c": 3}\n'

    def test_many_write_at_once(self, folder: Path) -> None:
        code = (
            "import sys; from pathlib import Path; from smartlint.decision_log import append\n"
            "for number in range(40): append(Path('log'), (sys.argv[1] * (1 + number * 5000)).encode())\n"
        )
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("", "grammar", "rules"))}
        runs = [subprocess.Popen([sys.executable, "-c", code, sign], env=environment) for sign in "abcd"]
        assert [run.wait() for run in runs] == [0, 0, 0, 0]
        lines = Path("log").read_text("utf-8").splitlines()
        assert sorted(lines) == sorted(sign * (1 + number * 5000) for sign in "abcd" for number in range(40))

    def test_what_cannot_be_written_whole_is_not_there_at_all(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        append(Path("log"), b"{}")
        real = os.write

        def full(descriptor: int, data: bytes) -> int:
            if len(data) < 6:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(descriptor, data[:5])

        monkeypatch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left"):
            append(Path("log"), b'{"status": 1}')
        monkeypatch.undo()
        assert (folder / "log").read_bytes() == b"{}\n"

    def test_a_file_system_without_locks_will_do(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fcntl = pytest.importorskip("fcntl")

        def refuse(*_: object) -> None:
            raise OSError(errno.ENOLCK, "no locks")

        monkeypatch.setattr(fcntl, "flock", refuse)
        append(Path("log"), b"{}")
        assert Path("log").read_bytes() == b"{}\n"

    @pytest.mark.parametrize("name", ["gone/log", "."])
    def test_where_nothing_can_be_written_it_is_said_early(self, folder: Path, name: str) -> None:
        with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
            must_be_writable(Path(name))

    def test_a_link_leads_to_its_file(self, folder: Path) -> None:
        Path("there").write_bytes(b"{}\n")
        Path("log").symlink_to("there")
        append(Path("log"), b"{}")
        assert Path("there").read_bytes() == b"{}\n{}\n"
