"""How far a long run has come: on a terminal only, and only after a while."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType

from smartlint.cli.frame import say

#: Seconds before anything is shown, and between two showings.
PATIENCE = 0.5
_PAUSE = 0.1


class Progress:
    """Counts files on standard error, and leaves no trace at its end."""

    def __init__(self, total: int, enabled: bool) -> None:
        self._total = total
        self._done = 0
        self._enabled = enabled and sys.stderr.isatty()
        self._begun = monotonic()
        self._next = self._begun + PATIENCE
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._shown:
            self._show("")

    def advance(self) -> None:
        """One more file is done."""
        self._done += 1
        if self._enabled and (now := monotonic()) >= self._next:
            self._next = now + _PAUSE
            self._show(self._told(now - self._begun))
            self._shown = True

    def _told(self, seconds: float) -> str:
        """How far it has come, how fast, and how long the rest will take if it goes on so."""
        rate = self._done / max(seconds, 0.001)
        left = _clock(round((self._total - self._done) / rate))
        text = "{done}/{total} files, {rate} a second, {left} left"
        return say(text, done=self._done, total=self._total, rate=round(rate, 1) if rate < 10 else round(rate), left=left)

    def _show(self, text: str) -> None:
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def _clock(seconds: int) -> str:
    """A length of time as clocks show it: ``0:07``, ``1:02:03``."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
