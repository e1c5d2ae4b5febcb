"""Where caches lie: with the user's other ones, and never in the linted folder, which may be somebody else's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

#: The caches in it: what was read of configurations, what was found in files, and the pages of rules that editors lead to.
KINDS = CONFIGURATIONS, RESULTS, PAGES = ("configurations", "results", "pages")
#: What tells other programs that they may pass by a folder of caches.
_MARKS = {"CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n", ".gitignore": "*\n"}


def cache_folder() -> Path | None:
    """What ``SMARTLINT_CACHE_DIR`` says, else where the system keeps such things; None if caches are switched off."""
    stated = os.environ.get("SMARTLINT_CACHE_DIR")
    if stated is not None:
        return Path(stated) if stated else None
    try:
        home = _home()
    except RuntimeError:  # a user without a home
        return None
    return home / "smartlint" if home.is_absolute() else None


def _home() -> Path:
    """Where the system keeps the caches of a user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", ""))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME", "") or Path.home() / ".cache")


def make(folder: Path) -> None:
    """Makes a folder of caches, which backups and git pass by. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in _MARKS.items():
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")
