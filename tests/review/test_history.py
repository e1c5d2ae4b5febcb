"""The database of earlier reviews: whole, harmless, and no hindrance."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest

from smartlint.finding import Known
from smartlint.review import history
from smartlint.review.history import Entry, NoHistory, Past, add_run, entries, keep, opened, runs, where
from smartlint.review.model import Counts, Run, Share

PROFILE = (("specific", Share(5, 5)),)
RUN = Run(0, "2026-02-01T07:00:00+00:00", "2026-02-01", "0.1.0", 3, 5, Counts(1, 2, 3), 4, Share(5, 2), PROFILE)
PAST = Past(RUN, {"Sales": Share(5, 2)})


def entry(goal: str, code: str = "OWN001") -> Entry:
    return Entry(Known("a.goals", (goal,), code, "missing", "goal", ""), "error", goal, "Win 9 shops")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return where(tmp_path)


def test_it_lies_in_a_folder_that_git_passes_by(path: Path) -> None:
    with opened(path):
        pass
    assert path.parts[-2:] == (".smartlint", "history.db")
    assert path.with_name(".gitignore").read_text("utf-8") == "*\n"


def test_what_was_kept_comes_back(path: Path) -> None:
    with opened(path) as database:
        number = add_run(database, "all", PAST)
        keep(database, "all", number, [(entry("G1"), None), (entry("G\ud8001"), None)])
    with opened(path) as database:
        (past,) = runs(database, "all")
        first, other = entries(database, "all", number)
    assert past == PAST._replace(run=type(RUN)(**{**vars(RUN), "id": number}))
    assert (first.known, first.level, first.name, first.first, first.last) == (entry("G1").known, "error", "G1", 1, 1)
    assert "d800" in other.name
    with opened(path) as database:
        assert runs(database, "other") == []


def test_what_is_still_there_is_kept_once(path: Path) -> None:
    with opened(path) as database:
        one = add_run(database, "all", PAST)
        keep(database, "all", one, [(entry("G1"), None), (entry("G2"), None)])
        still = entries(database, "all", one)[0]
        two = add_run(database, "all", PAST)
        keep(database, "all", two, [(entry("G9"), still)])
        assert [(kept.name, kept.first, kept.last) for kept in entries(database, "all", two)] == [("G9", one, two)]
        assert [kept.name for kept in entries(database, "all", one)] == ["G9", "G2"]


def test_what_fails_halfway_leaves_nothing(path: Path) -> None:
    with suppress(RuntimeError), opened(path) as database:
        add_run(database, "all", PAST)
        raise RuntimeError
    with opened(path) as database:
        assert runs(database, "all") == []


def test_runs_at_the_same_time_are_all_kept(path: Path) -> None:
    def run(_: int) -> None:
        with opened(path) as database:
            number = add_run(database, "all", PAST)
            keep(database, "all", number, [(entry("G1"), None)])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(run, range(16)))
    with opened(path) as database:
        assert len(runs(database, "all")) == 16


def test_one_that_is_in_use_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(path):
        pass
    monkeypatch.setattr(history, "PATIENCE", 0.05)
    busy = sqlite3.connect(path, isolation_level=None)
    busy.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NoHistory, match="in use by another run"), opened(path):
        pass
    busy.close()


BROKEN = {"no-database": b"these are my notes\n" * 100, "cut-off": b"SQLite format 3\0\x10", "half": None}


@pytest.mark.parametrize("kind", BROKEN)
def test_one_that_is_broken_is_told_and_left_as_it_is(kind: str, path: Path) -> None:
    with opened(path) as database:
        add_run(database, "all", PAST)
    data = BROKEN[kind] or path.read_bytes()[:5000]
    path.write_bytes(data)
    with pytest.raises(NoHistory, match=r"history\.db"), opened(path) as database:
        runs(database, "all")
    assert path.read_bytes() == data


def test_one_of_a_newer_version_is_told(path: Path) -> None:
    with opened(path) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(NoHistory, match="newer"), opened(path):
        pass


def test_one_that_somebody_has_put_there_with_more_in_it_is_not_used(path: Path) -> None:
    with opened(path):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("CREATE TRIGGER trap AFTER INSERT ON run BEGIN DELETE FROM entry; END")
    with pytest.raises(NoHistory, match="no history"), opened(path):
        pass


def test_a_view_is_no_table(path: Path) -> None:
    with opened(path):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("DROP TABLE run")
        database.execute("CREATE VIEW run AS SELECT * FROM entry")
    with pytest.raises(NoHistory, match="no history"), opened(path):
        pass


def test_values_that_nobody_would_write_are_told(path: Path) -> None:
    with opened(path) as database:
        add_run(database, "all", PAST)
        database.execute("UPDATE run SET profile = '[1, 2'")
    with pytest.raises(NoHistory, match="no history"), opened(path) as database:
        runs(database, "all")


def test_nothing_is_written_through_a_link(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path.parent.symlink_to(elsewhere)
    with pytest.raises(NoHistory, match="link"), opened(path):
        pass
    assert list(elsewhere.iterdir()) == []
    path.parent.unlink()
    path.parent.mkdir()
    path.symlink_to(elsewhere / "other.db")
    with pytest.raises(NoHistory, match="link"), opened(path):
        pass
    assert list(elsewhere.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told(path: Path) -> None:
    path.parent.write_text("mine", "utf-8")
    with pytest.raises(NoHistory, match="cannot be written"), opened(path):
        pass
