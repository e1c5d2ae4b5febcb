"""The history of reviews: ``.smartlint/history.db``, a SQLite database that ignores itself in git.

What is found is kept as the runs between which it was there, so that a database grows by what changes. Each pair of paths
and profile has a history of its own: its runs can be compared. One transaction reads and writes, so that of two runs at a
time the second compares itself with the first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from json import dumps, loads
from pathlib import Path
from typing import Any

from smartlint.finding import Known
from smartlint.record import NamedTuple
from smartlint.review.model import Counts, Run, Share
from smartlint.system_errors import cause
from smartlint.translation import Term
from smartlint.writing import write_new

FOLDER, FILE = ".smartlint", "history.db"
#: How long another run is waited for, in seconds.
PATIENCE = 10.0
_VERSION = 1
_TABLES = {
    "run": "id INTEGER PRIMARY KEY, scope TEXT, time TEXT, today TEXT, smartlint TEXT, files INTEGER, goals INTEGER,"
    " errors INTEGER, warnings INTEGER, infos INTEGER, excused INTEGER, judged INTEGER, passing INTEGER, profile TEXT,"
    " teams TEXT",
    "entry": "id INTEGER PRIMARY KEY, scope TEXT, path TEXT, goal TEXT, code TEXT, message TEXT, text TEXT, statement TEXT,"
    " level TEXT, name TEXT, sentence TEXT, first INTEGER, last INTEGER",
}
_INDEX = "entry_last"


class NoHistory(Exception):
    """The history cannot be read or written: ``why`` is a text for the reader."""

    def __init__(self, english: str, **params: Any) -> None:
        self.why = Term(english, **params)
        super().__init__(self.why)


class Entry(NamedTuple):
    """A finding or, without a code, a goal of a run.

    ``name`` and ``sentence`` are those of its goal, ``first`` and ``last`` the runs between which it was there.
    """

    known: Known
    level: str
    name: str
    sentence: str
    first: int = 0
    last: int = 0
    id: int = 0


class Past(NamedTuple):
    """A run that was kept: with the share of sound goals of each team, by its name."""

    run: Run
    teams: dict[str, Share]


def where(folder: Path) -> Path:
    """The database of a folder."""
    return folder / FOLDER / FILE


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The database in one transaction, made if it is not there. Raises ``NoHistory``; what is written by then is taken back."""
    try:
        _prepare(path)
        with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as database:
            database.execute("PRAGMA trusted_schema = OFF")  # whoever has put it here may have put anything in it
            database.execute("BEGIN IMMEDIATE")
            try:
                _must_be_ours(database)
                yield database
            except BaseException:
                with suppress(sqlite3.Error):
                    database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise NoHistory("{file} is in use by another run: this one is not kept", file=str(path)) from error
        raise NoHistory("{file} cannot be written: {reason}", file=str(path), reason=str(error)) from error
    except (sqlite3.Error, ValueError, TypeError, MemoryError) as error:  # what is written in it may be anything
        raise _broken(path, str(error)) from error
    except OSError as error:
        raise NoHistory("{file} cannot be written: {reason}", file=str(path), reason=cause(error)) from error


def _broken(path: Path | str, reason: str) -> NoHistory:
    text = "{file} is no history that can be read ({reason}): move it away, and a new one is begun"
    return NoHistory(text, file=str(path), reason=reason)


def _prepare(path: Path) -> None:
    """Makes the folder, which tells git to pass it by; nothing is written where a link leads."""
    folder = path.parent
    if folder.is_symlink() or path.is_symlink():
        raise NoHistory("{file} is a link: nothing is written through it", file=str(path if path.is_symlink() else folder))
    folder.mkdir(exist_ok=True)
    with suppress(FileExistsError):
        write_new(folder / ".gitignore", b"*\n")


def _must_be_ours(database: sqlite3.Connection) -> None:
    """Makes the tables in a database that is empty. Raises ``NoHistory`` for any but ours."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    there = set(database.execute("SELECT type, name FROM sqlite_master"))
    (file,) = (row[2] for row in database.execute("PRAGMA database_list") if row[1] == "main")
    if not there and not version:
        for name, columns in _TABLES.items():
            database.execute(f"CREATE TABLE {name} ({columns})")
        database.execute(f"CREATE INDEX {_INDEX} ON entry (scope, last)")
        database.execute(f"PRAGMA user_version = {_VERSION}")
    elif version > _VERSION:
        raise NoHistory("{file} was written by a newer smartlint", file=file)
    elif version != _VERSION or there != {*(("table", name) for name in _TABLES), ("index", _INDEX)}:
        raise _broken(file, "tables")


# --- what is kept -----------------------------------------------------------------------------------------------------


def runs(database: sqlite3.Connection, scope: str) -> list[Past]:
    """The runs of a scope, oldest first."""
    return [_past(row) for row in database.execute("SELECT * FROM run WHERE scope = ? ORDER BY id", (scope,))]


def _past(row: Sequence[Any]) -> Past:
    number, _, time, today, version, files, goals, errors, warnings, infos, excused, judged, passing, profile, teams = row
    shares = tuple((str(name), Share(*map(int, share))) for name, share in loads(profile).items())
    counts, sound = Counts(errors, warnings, infos), Share(judged, passing)
    run = Run(number, time, today, version, files, goals, counts, excused, sound, shares)
    return Past(run, {str(name): Share(*map(int, share)) for name, share in loads(teams).items()})


def entries(database: sqlite3.Connection, scope: str, run: int) -> list[Entry]:
    """What was there at a run."""
    rows = database.execute(
        "SELECT id, path, goal, code, message, text, statement, level, name, sentence, first, last FROM entry"
        " WHERE scope = ? AND first <= ? AND last >= ? ORDER BY id",
        (scope, run, run),
    )
    return [_entry(row) for row in rows]


def _entry(row: Sequence[Any]) -> Entry:
    number, path, goal, code, message, text, statement, level, name, sentence, first, last = row
    if not all(isinstance(one, str) for one in (path, code, message, text, statement, level, name, sentence)):
        raise TypeError("text")
    known = Known(path, tuple(map(str, loads(goal))), code, message, text, statement)
    return Entry(known, level, name, sentence, int(first), int(last), number)


def add_run(database: sqlite3.Connection, scope: str, past: Past) -> int:
    """Keeps a run; gives its number."""
    run = past.run
    values = (
        *(scope, run.time, run.today, run.smartlint, run.files, run.goals),
        *(run.counts.errors, run.counts.warnings, run.counts.infos, run.excused, run.sound.judged, run.sound.passing),
        *(_shares(dict(run.profile)), _shares(past.teams)),
    )
    made = database.execute(f"INSERT INTO run VALUES (NULL{', ?' * len(values)})", values).lastrowid
    return made or 0


def _shares(shares: dict[str, Share]) -> str:
    return dumps({name: [share.judged, share.passing] for name, share in shares.items()})


def keep(database: sqlite3.Connection, scope: str, run: int, found: Iterable[tuple[Entry, Entry | None]]) -> None:
    """Keeps what was found at a run, each beside what it was at the run before, if it was there."""
    new, old = [], []
    for now, before in found:
        known = now.known
        texts = (known.path, dumps(known.goal), known.code, known.message_id, known.text, known.statement)
        about = tuple(map(_writable, (*texts, now.level, now.name, now.sentence)))
        if before is None:
            new.append((scope, *about, run, run))
        else:
            old.append((*about, run, before.id))
    database.executemany(f"INSERT INTO entry VALUES (NULL{', ?' * 12})", new)
    database.executemany(
        "UPDATE entry SET path = ?, goal = ?, code = ?, message = ?, text = ?, statement = ?, level = ?, name = ?,"
        " sentence = ?, last = ? WHERE id = ?",
        old,
    )


def _writable(text: str) -> str:
    """Half a letter pair cannot be written."""
    return text.encode("utf-8", "backslashreplace").decode()
