"""What editors know of the goal language, made from the words of the language packs: colours, and what keys do.

python -m tests.editors            say which files are not what they would be now
python -m tests.editors write      write them anew
python -m tests.editors package P  say what is wrong with the package P of the extension for VS Code
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import click

import smartlint
from smartlint.language.vocabulary import vocabulary

EDITORS = Path(__file__).resolve().parents[1] / "editors"
EXTENSION = EDITORS / "vscode"
_BLANK = r"[ \t\u00a0]"
_ITEM = rf"(?:([-*•–]){_BLANK}+)?"
#: A field that the writer has thought of.
_OWN = r"x-[^\s:]+"
#: An ID that says what it is of: ``O1``, ``KR 1.2``.
_SHORT = r"(?:o|kr)[ \u00a0]?\d{1,3}(?:\.\d{1,3}){0,3}"
#: Fields whose value stands below them, one a line.
_LISTED = frozenset(("how", "milestones", "progress"))
#: Fields that may stand in the parenthesis at the end of a line.
_IN_BRACKETS = frozenset(("owner", "deadline", "how"))

Json = dict[str, Any]


def generated() -> dict[Path, str]:
    """The files that are made, with their text."""
    made = {
        "syntaxes/goals.tmLanguage.json": _grammar(),
        "syntaxes/markdown.tmLanguage.json": _in_markdown(),
        "language-configuration.json": _configuration(),
    }
    texts = {EXTENSION / name: json.dumps(data, ensure_ascii=False, indent=2) + "\n" for name, data in made.items()}
    return {**texts, EDITORS / "kate" / "goals.xml": _for_kate()}


def _one_of(words: Iterable[str]) -> str:
    """A pattern of any of some words or phrases; between the words of a phrase blanks of any kind may stand."""
    return "|".join(re.escape(word).replace(r"\ ", f"{_BLANK}+").replace(r"\-", "-") for word in sorted(set(words)))


def _fields(names: frozenset[str] = frozenset()) -> list[str]:
    """The words of all fields, or of some, but for those that open a goal as well."""
    known = vocabulary()
    return [
        word
        for word, meanings in known.fields.items()
        if word not in known.kinds and (not names or names & {name for name, _ in meanings})
    ]


def _goal_words() -> tuple[str, str]:
    """The patterns of a level before a goal word, and of the word."""
    known = vocabulary()
    return _one_of(known.levels), _one_of(known.kinds)


# --- colours ----------------------------------------------------------------------------------------------------------


def _grammar() -> Json:
    return {
        "name": "Goals",
        "scopeName": "text.goals",
        "fileTypes": ["goals"],
        "patterns": [{"include": f"#{name}"} for name in ("directive", "comment", "field", "short", "goal", "item", "value")],
        "repository": {
            "directive": {
                "match": rf"#{_BLANK}*((?i:smartlint){_BLANK}*:)(?:{_BLANK}*(ignore(?:-file)?))?(\[[^\]]*\])?(.*)$",
                "name": "comment.line.number-sign.goals",
                "captures": _scopes("", "keyword.control.directive", "keyword.control.directive", "constant.other.rule"),
            },
            "comment": {"match": rf"^{_BLANK}*#(?:[ \t\u00a0#].*)?$", "name": "comment.line.number-sign.goals"},
            "field": {
                "match": rf"^{_BLANK}*(?i:({_one_of(_fields())}|{_OWN})){_BLANK}*(:)",
                "captures": _scopes("", "entity.name.tag.field", "punctuation.separator.key-value"),
            },
            "goal": {
                "match": r"^{0}*{1}(?i:({2}){0}+)?(?i:({3}))(?:{0}+([^:.,;!?()]*\w(?:\.\w+)*))?{0}*(:)".format(
                    _BLANK, _ITEM, *_goal_words()
                ),
                "captures": _scopes(
                    "",
                    "punctuation.definition.list.begin",
                    "storage.modifier.level",
                    "keyword.other.goal",
                    "entity.name.type.goal",
                    "punctuation.separator.key-value",
                ),
            },
            "short": {
                "match": rf"^{_BLANK}*{_ITEM}(?i:({_SHORT})){_BLANK}*(:)",
                "captures": _scopes(
                    "", "punctuation.definition.list.begin", "entity.name.type.goal", "punctuation.separator.key-value"
                ),
            },
            "item": {
                "match": rf"^{_BLANK}*([-*•–])(?={_BLANK}|$)",
                "captures": _scopes("", "punctuation.definition.list.begin"),
            },
            "value": {"patterns": [{"include": f"#{name}"} for name in ("bracket", "hole", "date", "number")]},
            "bracket": {
                "match": rf"(?<=[(,]){_BLANK}*(?i:({_one_of(_fields(_IN_BRACKETS))})){_BLANK}*(:)",
                "captures": _scopes("", "entity.name.tag.field", "punctuation.separator.key-value"),
            },
            "hole": {"match": "⟨[^⟩]*⟩", "name": "variable.parameter.hole.goals"},
            "date": {"match": r"\b\d{4}-(?:\d\d-\d\d|[QTK][1-4]|H[12])\b", "name": "constant.numeric.date.goals"},
            "number": {
                "match": r"\b\d+(?:[ \u00a0\u202f]\d{3}\b)*(?:[.,]\d+)*(?:[ \u00a0\u202f]?[%‰])?",
                "name": "constant.numeric.goals",
            },
        },
    }


def _scopes(*names: str) -> Json:
    """The names of numbered groups; group 0 has none of its own."""
    return {str(number): {"name": f"{name}.goals"} for number, name in enumerate(names) if name}


def _in_markdown() -> Json:
    """Blocks of goals in a Markdown document."""
    return {
        "scopeName": "markdown.goals.codeblock",
        "injectionSelector": "L:text.html.markdown",
        "patterns": [{"include": "#block"}],
        "repository": {
            "block": {
                "begin": r"(^|\G)(\s*)(`{3,}|~{3,})\s*(?i:(goals|smartlint)(?=\s|$)[^`]*)$",
                "end": r"(^|\G)(\2|\s{0,3})(\3)\s*$",
                "name": "markup.fenced_code.block.markdown",
                "contentName": "meta.embedded.block.goals",
                "beginCaptures": {
                    "3": {"name": "punctuation.definition.markdown"},
                    "4": {"name": "fenced_code.block.language.markdown"},
                },
                "endCaptures": {"3": {"name": "punctuation.definition.markdown"}},
                "patterns": [{"include": "text.goals"}],
            }
        },
    }


# --- colours in Kate --------------------------------------------------------------------------------------------------

_KATE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE language>
<!-- Kate: save in ~/.local/share/org.kde.syntax-highlighting/syntax -->
<language name="Goals" section="Markup" version="1" kateversion="5.0" extensions="*.goals" license="MIT" casesensitive="0">
  <highlighting>
    <contexts>
      <context name="Goals" attribute="Text" lineEndContext="#stay">
{rules}
      </context>
    </contexts>
    <itemDatas>
{kinds}
    </itemDatas>
  </highlighting>
  <general>
    <comments>
      <comment name="singleLine" start="#" position="afterwhitespace"/>
    </comments>
  </general>
</language>
"""


def _for_kate() -> str:
    """Each rule colours all that its pattern takes, so what stands behind a word is only looked at."""
    level, word = _goal_words()
    rules = (
        ("Comment", r"#[ \t]*smartlint[ \t]*:.*$|^[ \t]*#([ \t#].*)?$"),
        ("Field", rf"^{_BLANK}*({_one_of(_fields())}|{_OWN})(?={_BLANK}*:)"),
        ("Goal", rf"^{_BLANK}*([-*•–]{_BLANK}+)?(({level}){_BLANK}+)?({word})(?=({_BLANK}[^:.,;!?()]*\w(\.\w+)*)?{_BLANK}*:)"),
        ("Goal", rf"^{_BLANK}*([-*•–]{_BLANK}+)?(o|kr) ?\d{{1,3}}(\.\d{{1,3}}){{0,3}}(?={_BLANK}*:)"),
        ("Field", rf"(?<=[(,]){_BLANK}*({_one_of(_fields(_IN_BRACKETS))})(?={_BLANK}*:)"),
        ("Hole", "⟨[^⟩]*⟩"),
        ("Number", r"\b\d+([ \u00a0\u202f]\d{3}\b)*([.,-]\d+)*([ \u00a0\u202f]?[%‰])?"),
    )
    kinds = {
        "Text": "Normal",
        "Comment": "Comment",
        "Field": "DataType",
        "Goal": "Keyword",
        "Hole": "Warning",
        "Number": "DecVal",
    }
    return _KATE.format(
        rules="\n".join(
            f"        <RegExpr attribute={quoteattr(kind)} String={quoteattr(_for_qt(pattern))}/>" for kind, pattern in rules
        ),
        kinds="\n".join(f'      <itemData name="{kind}" defStyleNum="ds{style}"/>' for kind, style in kinds.items()),
    )


def _for_qt(pattern: str) -> str:
    """A pattern with signs named as Qt has them."""
    return re.sub(r"\\u([0-9a-f]{4})", r"\\x{\1}", pattern)


# --- keys -------------------------------------------------------------------------------------------------------------


def _configuration() -> Json:
    """What the keys do: a goal and a list have their lines below them indented, an item is followed by an item."""
    level, word = _goal_words()
    opens_goal = rf"^\s*(?:[-*•–]\s+)?(?:(?:(?:{level})\s+)?(?:{word})(?:\s[^:]*)?|{_SHORT}\s*):.*\S\s*$"
    opens_list = rf"^\s*(?:{_one_of(_fields(_LISTED))})\s*:\s*$"
    return {
        "comments": {"lineComment": "#"},
        "brackets": [["(", ")"], ["[", "]"]],
        "autoClosingPairs": [["(", ")"], ["[", "]"], ["⟨", "⟩"], ["“", "”"], ["«", "»"], ['"', '"']],
        "surroundingPairs": [["(", ")"], ["[", "]"], ["⟨", "⟩"], ["“", "”"], ["«", "»"], ['"', '"']],
        "onEnterRules": [
            *(_enter(pattern, "indent", flags="i") for pattern in (opens_goal, opens_list)),
            *(_enter(rf"^\s*{re.escape(dash)}\s+\S.*$", "none", append=f"{dash} ") for dash in "-*•–"),
        ],
    }


def _enter(pattern: str, indent: str, *, flags: str = "", append: str = "") -> Json:
    before = {"pattern": pattern, "flags": flags} if flags else pattern
    return {"beforeText": before, "action": {"indent": indent, **({"appendText": append} if append else {})}}


# --- the package ------------------------------------------------------------------------------------------------------


def faults(package: Path) -> list[str]:
    """What is wrong with a package: a file too many or too few, another version, a program that was not built."""
    with zipfile.ZipFile(package) as held:
        sizes = {one.filename.removeprefix("extension/").lower(): one.file_size for one in held.infolist()}
        named = json.loads(held.read("extension/package.json"))["version"] if "package.json" in sizes else ""
    made = {path.relative_to(EXTENSION).as_posix().lower() for path in generated() if path.is_relative_to(EXTENSION)}
    wanted = {*made, "dist/extension.js", "license.txt", "package.json", "readme.md"}
    found = set(sizes) - {"[content_types].xml", "extension.vsixmanifest"}
    said = [f"{name} is missing" for name in sorted(wanted - found)] + [f"{name} is in it" for name in sorted(found - wanted)]
    if named != smartlint.__version__:
        said.append(f"its version is {named or 'not there'}")
    if not sizes.get("dist/extension.js"):
        said.append("dist/extension.js is empty")
    return said


# --- the command ------------------------------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    match arguments:
        case [] | ["write"]:
            return _compare(write=bool(arguments))
        case ["package", package]:
            found = faults(Path(package))
            click.echo("\n".join(found) or "The package holds what it must.")
            return 1 if found else 0
    click.echo(__doc__)
    return 2


def _compare(*, write: bool) -> int:
    stale = {path: text for path, text in generated().items() if not path.exists() or path.read_text("utf-8") != text}
    for path, text in stale.items():
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        click.echo(f"{path.relative_to(EDITORS.parent)} {'written' if write else 'is stale'}")
    return 1 if stale and not write else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
