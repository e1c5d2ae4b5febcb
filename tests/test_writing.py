"""A file is written whole or not at all, and stays what it was beside its text."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from smartlint import writing
from smartlint.writing import ChangedMeanwhile, is_stream, rewrite, write_atomically, write_new

OLD, NEW = b"goal: Win 10 customers\r\n", "mål: vinne 20 kunder\n".encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sales.goals"
    path.write_bytes(OLD)
    return path


def test_what_is_no_file_holds_nothing_that_could_be_lost(file: Path) -> None:
    assert is_stream(Path("/dev/null"))
    assert not is_stream(file)
    assert not is_stream(file.parent)
    assert not is_stream(file.with_name("missing"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_written_to_where_somebody_reads_it_and_not_waited_for_where_nobody_does(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="nobody reads"):
        write_atomically(pipe, NEW)
    descriptor = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, NEW)
    assert os.read(descriptor, 100) == NEW
    os.close(descriptor)


def test_a_file_is_replaced_byte_for_byte(file: Path) -> None:
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        write_atomically(tmp_path / "report.json", NEW)
        write_new(tmp_path / "smartlint.toml", NEW)
    finally:
        os.umask(umask)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == NEW
        assert path.stat().st_mode & 0o777 == 0o640
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o2664])
def test_permissions_stay(file: Path, mode: int) -> None:
    file.chmod(mode)
    write_atomically(file, NEW)
    assert file.stat().st_mode & 0o7777 == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(file: Path) -> None:
    os.chown(file, 1234, 2345)
    write_atomically(file, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 2345)


def test_a_program_of_another_owner_loses_his_rights(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    status = os.stat_result((*file.stat()[:4], 4711, *file.stat()[5:]))
    monkeypatch.setattr(os, "chown", refuse)
    part = file.with_name("part")
    part.write_bytes(NEW)
    writing._like(file, part, os.stat_result((0o104755, *status[1:])))
    assert part.stat().st_mode & 0o7777 == 0o755


def test_access_lists_and_notes_of_the_file_system_stay(file: Path) -> None:
    try:
        os.setxattr(file, "user.team", b"sales")
    except (AttributeError, OSError):
        pytest.skip("this file system has none")
    write_atomically(file, NEW)
    assert os.getxattr(file, "user.team") == b"sales"


def test_a_link_goes_on_to_lead_to_its_file(file: Path) -> None:
    folder = file.parent / "elsewhere"
    folder.mkdir()
    (folder / "one.goals").symlink_to("two.goals")
    (folder / "two.goals").symlink_to(file)
    write_atomically(folder / "one.goals", NEW)
    assert file.read_bytes() == NEW
    assert sorted(path.name for path in folder.iterdir()) == ["one.goals", "two.goals"]
    assert (folder / "one.goals").is_symlink()
    assert (folder / "two.goals").is_symlink()


def test_a_link_that_leads_nowhere_leads_to_the_new_file(tmp_path: Path) -> None:
    (tmp_path / "latest.json").symlink_to("report.json")
    write_atomically(tmp_path / "latest.json", NEW)
    assert (tmp_path / "report.json").read_bytes() == NEW
    assert (tmp_path / "latest.json").is_symlink()


def test_a_file_that_may_not_be_written_is_left_alone(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomically(file, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("name", ["missing/a.goals", "loop", "folder", "sales.goals/a"])
def test_where_no_file_can_be_there_is_an_error(file: Path, name: str) -> None:
    (file.parent / "loop").symlink_to("loop")
    (file.parent / "folder").mkdir()
    with pytest.raises(OSError, match=r"\[Errno \d+\]"):
        write_atomically(file.parent / name, NEW)
    assert len(list(file.parent.iterdir())) == 3


def test_what_changed_since_it_was_read_is_left_alone(file: Path) -> None:
    file.write_bytes(b"somebody else's")
    with pytest.raises(ChangedMeanwhile):
        write_atomically(file, NEW, was=OLD)
    assert file.read_bytes() == b"somebody else's"
    assert list(file.parent.iterdir()) == [file]
    write_atomically(file, NEW, was=b"somebody else's")
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_text_is_rewritten_with_its_byte_order_mark_and_its_line_ends(file: Path, mark: bytes) -> None:
    old = "mål: vinne 10\r\n  eier: Kari\n"
    file.write_bytes(mark + old.encode())
    rewrite(file, old, old.replace("10", "20"))
    assert file.read_bytes() == mark + "mål: vinne 20\r\n  eier: Kari\n".encode()
    with pytest.raises(ChangedMeanwhile):
        rewrite(file, old, NEW.decode())
    assert file.read_bytes() == mark + "mål: vinne 20\r\n  eier: Kari\n".encode()


def test_what_was_taken_away_since_it_was_read_is_not_made_again(file: Path) -> None:
    file.unlink()
    with pytest.raises(FileNotFoundError):
        write_atomically(file, NEW, was=OLD)
    assert not list(file.parent.iterdir())


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_or_ctrl_c_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(descriptor: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(type(error)):
        write_atomically(file, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_a_name_as_long_as_can_be_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / ("å" * 124 + ".goals")
    path.write_bytes(OLD)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    write_atomically(Path("/dev/null"), NEW)
    assert not Path("/dev/null").is_file()
    run = "import pathlib; from smartlint.writing import write_atomically as w; w(pathlib.Path('/dev/stdout'), b'one')"
    with (tmp_path / "out").open("wb") as out:
        subprocess.run([sys.executable, "-c", run], stdout=out, check=True)
    assert (tmp_path / "out").read_bytes() == b"one"


def test_a_new_file_never_replaces_one(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    for _ in range(2):
        with pytest.raises(FileExistsError):
            write_new(file, NEW)
        assert file.read_bytes() == OLD
        assert list(file.parent.iterdir()) == [file]
        monkeypatch.setattr(os, "link", refuse)  # a file system without links
    write_new(file.with_name("new"), NEW)
    assert file.with_name("new").read_bytes() == NEW


def test_whoever_kills_a_run_finds_the_old_file_or_the_new_one(file: Path) -> None:
    texts = [letter * 200_000 for letter in (b"a", b"b")]
    file.write_bytes(texts[0])
    run = (
        "import itertools, pathlib, sys; from smartlint.writing import write_atomically as w\n"
        "print(flush=True)\n"
        "for letter in itertools.cycle((b'a', b'b')): w(pathlib.Path(sys.argv[1]), letter * 200_000)"
    )
    chance = Random(20)
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-S", "-c", run, file], stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]
        ) as one:
            assert one.stdout is not None
            one.stdout.readline()
            time.sleep(chance.random() / 50)
            one.send_signal(signal.SIGKILL)
        assert one.returncode == -signal.SIGKILL
        assert file.read_bytes() in texts
