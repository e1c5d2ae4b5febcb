"""Texts of configurations that were read before, and found to be right: neither TOML nor JSON Schema is needed again.

The cache lies with the user's other caches and never in the linted folder, which may be somebody else's. It is named by
what stands in the text, so that nothing in it ever grows old; what is broken in it, or cannot be written, does no harm.
"""

from __future__ import annotations

import marshal
import sys
from pathlib import Path
from typing import Any

from smartlint.cache_folder import CONFIGURATIONS, cache_folder
from smartlint.digest import blake2b
from smartlint.record import dataclass

#: Changes with what is kept.
_VERSION = 1


@dataclass(frozen=True)
class Kept:
    """The values of a text, None where it has none for smartlint; and what they were found to be right by."""

    data: dict[str, Any] | None
    verified: frozenset[str]


def key(text: str, prefix: tuple[str, ...]) -> str:
    """The name of a text in the cache."""
    whole = f"{_VERSION}\0{sys.version_info[:2]}\0{'.'.join(prefix)}\0{text}"
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def folder() -> Path | None:
    """Where the texts lie; None if caches are switched off."""
    home = cache_folder()
    return home / CONFIGURATIONS if home is not None else None


def load(key: str) -> Kept | None:
    """What is kept of a text, or None."""
    home = folder()
    if home is None:
        return None
    try:
        version, data, verified = marshal.loads((home / key).read_bytes())
        return Kept(data, frozenset(verified)) if version == _VERSION else None
    except (OSError, ValueError, EOFError, TypeError):
        return None


def store(key: str, kept: Kept) -> None:
    """Keeps it, whole or not at all."""
    from smartlint.writing import write_atomically

    home = folder()
    if home is None or not key:
        return
    try:
        home.mkdir(parents=True, exist_ok=True)
        write_atomically(home / key, marshal.dumps((_VERSION, kept.data, sorted(kept.verified))))
    except OSError:
        return
