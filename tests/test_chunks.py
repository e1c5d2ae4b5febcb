"""Files are put into chunks, and what comes of a chunk depends on nothing else."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from smartlint.chunks import Job, chunks, judge, judge_chunk, size_of
from smartlint.files import File, find
from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.rows import Row
from smartlint.settings import Settings

SETTINGS = Settings(load(), date(2026, 2, 1))
JOB = Job(lambda files: lambda path: SETTINGS, "nb")


def here(folder: Path, **texts: str) -> list[File]:
    for name, text in texts.items():
        (folder / f"{name}.goals").write_text(text, "utf-8")
    return find([str(folder)])


@given(count=st.integers(0, 300), jobs=st.integers(1, 9))
def test_each_file_is_in_one_chunk_in_order(count: int, jobs: int) -> None:
    files = [File(f"{number}.goals", None) for number in range(count)]
    parts = list(chunks(files, jobs))
    assert [file for part in parts for file in part] == files
    assert all(1 <= len(part) <= 32 for part in parts)
    assert count < jobs * 4 or len(parts) >= jobs


def test_large_files_make_small_chunks(tmp_path: Path) -> None:
    files = here(tmp_path, a="#" * 150_000, b="#" * 150_000, c="#", d="#")
    assert [len(part) for part in chunks([*files, *files, *files, *files], 1)] == [2, 4, 4, 4, 2]
    assert size_of(files[0]) == 150_000
    assert size_of(File("gone.goals", tmp_path / "gone.goals")) == 0


def test_a_chunk_is_judged_as_its_files_are(tmp_path: Path) -> None:
    files = here(tmp_path, a="goal A: Win 12 new customers\n", b="mål B: Bedre service\n")
    files.append(File("gone.goals", tmp_path / "gone.goals", named=True))
    done = judge_chunk(JOB, files)
    assert [one.readable for one in done] == [True, True, False]
    apart, together = Linter(SETTINGS), Linter(SETTINGS)
    for one in done:
        assert isinstance(one.file, Row)
        apart.take(one.file)
    for one in judge(together, files, JOB):
        together.take(one.file)
    assert apart.finish().findings == together.finish().findings
    assert judge_chunk(JOB, files) == done


def test_a_text_may_stand_for_a_file(tmp_path: Path) -> None:
    files = here(tmp_path, a="goal A: Win 12 new customers\n")
    linter = Linter(SETTINGS)
    for one in judge(linter, files, JOB, {files[0].path: "goal B: Win\ngoal C: Win\n"}):
        linter.take(one.file)
    assert linter.finish().goals == 2


def test_a_text_without_any_is_spoken_of_in_the_language_of_the_reader(tmp_path: Path) -> None:
    linter = Linter(SETTINGS)
    for one in judge(linter, here(tmp_path, a=""), JOB):
        linter.take(one.file)
    assert {finding.language for finding in linter.finish().findings} == {"nb"}
