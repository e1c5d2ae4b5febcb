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
        self._next = monotonic() + PATIENCE
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._shown:
            self._show("")

    def advance(self) -> None:
        """One more file is done."""
        self._done += 1
        if self._enabled and monotonic() >= self._next:
            self._next = monotonic() + _PAUSE
            self._show(say("{done}/{total} files", done=self._done, total=self._total))
            self._shown = True

    def _show(self, text: str) -> None:
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
