"""How far a long run has come is shown on a terminal, after a while, and leaves no trace."""

import io
import sys
from collections.abc import Iterator

import pytest

from smartlint.cli import progress
from smartlint.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, *, enabled: bool = True) -> str:
    """What is printed over four files that take so many seconds each."""

    def clock() -> Iterator[float]:
        now = 0.0
        while True:
            yield now
            now += seconds

    ticks = clock()
    monkeypatch.setattr(progress, "monotonic", lambda: next(ticks))
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress(4, enabled) as counting:
        for _ in range(4):
            counting.advance()
    return stream.getvalue()


def test_a_long_run_is_counted_and_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = shown(monkeypatch, Terminal(), 0.3)
    assert "2/4 files, 3.3 a second, 0:01 left" in printed
    assert "1/4 files" not in printed
    assert printed.endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("stream", "seconds", "enabled"), [(Terminal(), 0.01, True), (io.StringIO(), 1.0, True), (Terminal(), 1.0, False)]
)
def test_a_short_run_a_pipe_and_a_quiet_run_show_nothing(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, enabled: bool
) -> None:
    assert shown(monkeypatch, stream, seconds, enabled=enabled) == ""


@pytest.mark.parametrize(("seconds", "told"), [(7, "0:07"), (61, "1:01"), (3599, "59:59"), (7265, "2:01:05")])
def test_time_left_is_told_as_clocks_do(seconds: int, told: str) -> None:
    assert progress._clock(seconds) == told


def test_it_is_cleared_when_the_run_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", 0)

    def broken_off() -> None:
        with Progress(4, enabled=True) as counting:
            counting.advance()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert "1/4 files" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")
