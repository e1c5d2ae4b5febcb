"""Text as a terminal shows it: what of it can be seen, how wide it is, where it is cut."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category

from smartlint.pattern import compile_late

TAB = 4
CUT = "…"
#: They join the parts of an emoji or shape a letter: they belong to what is seen.
_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
#: What can be printed, and is one cell wide: letters of European languages, the blanks and signs of good print, currencies,
#: letters that are signs (``™``), arrows and signs of mathematics, boxes, and ticks.
_NARROW = compile_late(
    r"[ -\u02ff\u0391-\u03a1\u03a3-\u0482\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2074-\u208e\u20a0-\u20c0"
    r"\u2100-\u218b\u2190-\u2319\u2500-\u25fc\u2713-\u2718\u27e8\u27e9]*"
)
#: A message may quote what stands in a file, which may be endless.
_LONGEST_MESSAGE = 600
#: Names are never longer, whatever stands in the file.
_LONGEST_NAME = 60


def visible(text: str) -> str:
    """A text in which nothing hides: controls, directions and other signs without a shape are written out.

    ESC becomes ``␛`` and a right-to-left override ``⟨U+202E⟩``, so that a text cannot colour, move or reorder what a
    terminal shows.
    """
    return text if text.isprintable() else "".join(map(_seen, text))


def _seen(sign: str) -> str:
    if sign in _JOINERS or category(sign) not in _UNSEEN:
        return sign
    if sign < " ":
        return chr(0x2400 + ord(sign))
    return "␡" if sign == "\x7f" else f"⟨U+{ord(sign):04X}⟩"


def brief(message: str) -> str:
    """A message in its visible form, cut if it is endless."""
    return visible(message if len(message) <= _LONGEST_MESSAGE else message[:_LONGEST_MESSAGE] + CUT)


def expand(line: str) -> str:
    """The visible form of a line, its tabs as blanks up to the next stop."""
    if "\t" not in line:
        return visible(line)
    done, *pieces = map(visible, line.split("\t"))
    column = cells(done)
    for piece in pieces:
        blanks = TAB - column % TAB
        done += " " * blanks + piece
        column += blanks + cells(piece)
    return done


def cells(text: str) -> int:
    """How many columns a visible text takes: wide signs take two, combining ones none."""
    if is_narrow(text):
        return len(text)
    from wcwidth import wcswidth  # here, because most lines can do without it

    return max(0, wcswidth(text))


def is_narrow(text: str) -> bool:
    """Whether each sign of a visible text takes a column."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def clip(text: str, room: int) -> str:
    """A visible text in at most so many columns."""
    if len(text) <= room // 2 or cells(text) <= room:
        return text
    if is_narrow(text):
        return text[: max(0, room - 1)] + CUT
    from wcwidth import wcwidth

    column = 0
    for index, sign in enumerate(text):
        column += max(0, wcwidth(sign))
        if column >= room:
            return text[:index] + CUT
    return text


def goal_path(names: Sequence[str]) -> str:
    """A goal from its outermost parent on, in its visible form."""
    return " › ".join(clip(visible(name), _LONGEST_NAME) for name in names)


@lru_cache(4096)
def wrapped(text: str, indent: int, width: int) -> tuple[str, ...]:
    """A visible text in lines of so many columns, all but the first indented; only a word that is too long is broken."""
    if len(text) <= width // 2 or cells(text) <= width:
        return (text,)
    lines, line, begun = [], "", False
    for word in text.split(" "):
        if begun and cells(f"{line} {word}") <= width:
            line += f" {word}"
            continue
        if begun:
            lines.append(line)
            line = " " * indent
        *full, line = _broken(word, line, indent, width)
        lines += full
        begun = True
    return (*lines, line)


def _broken(word: str, line: str, indent: int, width: int) -> list[str]:
    """A line that goes on with a word, and further ones where the word is too long for it."""
    if cells(line + word) <= width:
        return [line + word]
    from wcwidth import wcwidth

    lines, column = [], len(line)
    for sign in word:
        column += max(0, wcwidth(sign))
        if column > width:
            lines.append(line)
            line = " " * indent
            column = indent + max(0, wcwidth(sign))
        line += sign
    return [*lines, line]
