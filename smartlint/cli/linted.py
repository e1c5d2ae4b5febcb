"""A run over goal files for commands that tell what came of it in their own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smartlint.cli.configured import must_be_right
from smartlint.files import Unreadable, find, is_folder, read

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.finding import Result
    from smartlint.settings import Settings


class Linted(NamedTuple):
    """What came of the files, and what each of them was judged by."""

    result: Result
    settings_of: Callable[[str], Settings]


def linted(
    paths: Sequence[str], configurations: Configurations, today: date, *, evidence: bool = False, language: str = ""
) -> Linted:
    """What comes of these files and of those in these folders; ends the command where a configuration is wrong."""
    from smartlint.linter import Linter

    files = find(paths, walk=configurations.walk)
    for path in (*paths, *(file.path for file in files)):
        configurations.of(f"{path.rstrip('/')}/" if is_folder(Path(path)) else path)
    must_be_right(configurations, {}, "", language=language)
    settings_of = configurations.judging(files, today)
    linter = Linter(settings_of, evidence=evidence)
    for file in files:
        text = read(file)
        if isinstance(text, Unreadable):
            linter.check_unreadable(file.path, text.variant, text.data, language or "en")
        else:
            linter.check_text(text, file.path, language)
    return Linted(linter.finish(partial=configurations.are_part(paths)), settings_of)
