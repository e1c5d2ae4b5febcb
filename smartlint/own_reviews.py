"""Reviews that smartlint has written: no goals of anybody's, though each of them tells of all that there are."""

from __future__ import annotations

from pathlib import Path

from smartlint.translation import LANGUAGES, translate

#: The first line of one in Markdown, and the title of a workbook.
MARK = "<!-- smartlint review -->"
TITLE = "smartlint"
#: What the headings of one as CSV begin with, by what it tells of.
GOALS = ("Goal", "Statement", "Team", "Owner", "Deadline", "Level", "Status")
FINDINGS = ("Level", "Rule", "Finding", "What to do", "Goal", "Statement", "Team", "Owner", "Policy", "File", "Line")
_JSON = ("{", '"version":', '"smartlint":')
#: So much of a file is looked at.
_HEAD = 4096
_PROPERTIES = "docProps/core.xml"


def is_own_review(path: Path) -> bool:
    """Whether a file is what ``smartlint review`` has written; one that cannot be read is not."""
    ending = path.suffix.lower()
    if ending not in (".md", ".json", ".csv", ".xlsx"):
        return False
    try:
        if not path.is_file():  # at a pipe one would wait
            return False
        if ending == ".xlsx":
            return _has_title(path)
        head = _begun(path).decode("utf-8-sig", "replace")
    except OSError:
        return False
    if ending == ".md":
        return head.startswith(MARK)
    first, *others = head.split("\n")
    if ending == ".json":
        lines = [first, *others][: len(_JSON)]
        return len(lines) == len(_JSON) and all(map(str.startswith, lines, _JSON))
    return any(first.startswith(_row(headings, language)) for language in LANGUAGES for headings in (GOALS, FINDINGS))


def _begun(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _row(headings: tuple[str, ...], language: str) -> str:
    return ("," if language == "en" else ";").join(translate(heading, language) for heading in headings)


def _has_title(path: Path) -> bool:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as package, package.open(_PROPERTIES) as stream:
            return f"<dc:title>{TITLE}</dc:title>".encode() in stream.read(_HEAD)
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        return False
