"""What an editor says of itself: its settings, its folders, its language, and what it can do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.uris import to_fs_path


def options(given: Any) -> dict[str, Any]:
    """The settings of ours that an editor gives, alone or below our name."""
    given = given.get("smartlint", given) if isinstance(given, dict) else None
    return given if isinstance(given, dict) else {}


def opens_pages(can: types.TextDocumentClientCapabilities | None) -> bool:
    """Whether an editor leads from a finding to a page, be it sent the finding or asks for it."""
    ways = (can.publish_diagnostics, can.diagnostic) if can is not None else ()
    return any(way.code_description_support for way in ways if way is not None)


def folders(uris: Iterable[str]) -> tuple[Path, ...]:
    """The folders that are at some addresses."""
    return tuple(Path(path) for path in map(to_fs_path, uris) if path and Path(path).is_dir())


def spoken(locale: str) -> str:
    """The language of a locale: ``nb`` of ``nb-NO``, and of ``no``."""
    language = locale.replace("_", "-").partition("-")[0].lower()
    return "nb" if language == "no" else language
