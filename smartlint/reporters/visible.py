"""Text as a terminal shows it: what of it can be seen, how wide it is, where it is cut."""

from __future__ import annotations

from unicodedata import category

TAB = 4
CUT = "…"
#: They join the parts of an emoji or shape a letter: they belong to what is seen.
_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
#: Below it every sign that can be printed is one cell wide.
_NARROW = "\u0300"
#: A message may quote what stands in a file, which may be endless.
_LONGEST_MESSAGE = 600


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
    if text.isascii() or max(text) < _NARROW:
        return len(text)
    from wcwidth import wcswidth  # here, because most lines can do without it

    return max(0, wcswidth(text))


def clip(text: str, room: int) -> str:
    """A visible text in at most so many columns."""
    if len(text) <= room // 2 or cells(text) <= room:
        return text
    from wcwidth import wcwidth

    column = 0
    for index, sign in enumerate(text):
        column += max(0, wcwidth(sign))
        if column >= room:
            return text[:index] + CUT
    return text
