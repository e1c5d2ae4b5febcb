"""Where commands keep what was found in files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartlint.cache_folder import cache_folder

if TYPE_CHECKING:
    from smartlint.result_cache import Cache


def cache(folder: Path | None = None) -> Cache | None:
    """The results in a folder of caches, by default the user's; None where there is none."""
    from smartlint.result_cache import Cache

    home = folder or cache_folder()
    return Cache(home.absolute()) if home is not None else None
