"""Markup becomes blanks: a text of the same length in which every place is that of the file, and only words are left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from smartlint.readers.plain_blocks import lists_goals
from smartlint.source import Span

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)")
_FENCE = re.compile(r"[ \t]*(?P<mark>`{3,}|~{3,})[ \t]*(?P<name>[^\s`]*)")
_LISTED = re.compile(r"^[^\s#-][^\n]*:[ \t]*\r?\n[ \t]*-[ \t]", re.MULTILINE)
#: What a block of data is called, with the ending of a file of that.
_DATA = {"yaml": ".yaml", "yml": ".yaml", "json": ".json", "toml": ".toml"}
#: What a block of plain text is called.
_PLAIN = frozenset(("", "text", "txt", "plain", "plaintext", "okr", "okrs"))
_DIRECTIVE = re.compile(r"<!--(?=[ \t]*smartlint[ \t]*:)", re.IGNORECASE)
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.*")
#: An image keeps its text, a link its own; a tag keeps the name of a person: ``<TeamMember name="Kim" />``.
_LINK = re.compile(
    r"!?\[(?P<text>[^\[\]\n]{0,500})\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\]\n]{0,200}\])"
)
_AUTOLINK = re.compile(r"<https?://[^>\s]{1,1000}>")
_PERSON = re.compile(r"<[A-Z]\w*[^<>\n]{0,200}?\b(?:name|handle)=[\"'](?P<name>[^\"'\n]{1,60})[\"'][^<>\n]{0,200}>")
#: What parts the lines of a cell.
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
#: Tags that change how text looks, whatever they stand in; others may be gaps that somebody is to fill: ``<team>``.
_LOOK = re.compile(
    r"</?(?:b|big|code|div|em|font|i|mark|p|s|small|span|strong|sub|sup|u)(?:[ \t][^<>\n]{0,500})?>", re.IGNORECASE
)
#: ``2\\. kvartal`` is no item of a list.
_ESCAPED = re.compile(r"(?<=\d)\\([.)])")
_NAVIGATION = re.compile(r"\]\((?:#|[^():\s]*\.(?:md|markdown|html)\b)[^()]*\)$")
_MARKS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|~~|`+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|\\(?=[^\w\s])|\\$")


class Masked:
    """What is left of a text without its markup.

    ``text`` is as long as the file's. ``fences`` are the spans of blocks of goals, ``data`` those of blocks of data, with the
    ending of a file of that, ``directives`` those of comments to smartlint, ``people`` the names in tags.
    """

    def __init__(self, text: str) -> None:
        self.fences: list[Span] = []
        self.data: dict[Span, str] = {}
        self.directives: list[Span] = []
        self.people: list[Span] = []
        self._fence: tuple[str, int, str] | None = None  # the mark of the open one, where its lines start, its name
        self._in_comment = False
        self._plain = False  # the open block is text like that around it
        self.text = "\n".join(self._lines(text))

    def _lines(self, text: str) -> Iterator[str]:
        start = 0
        lines = text.split("\n")
        for number, line in enumerate(lines):
            was_open = self._fence is not None
            yield self._line(line, start)
            start += len(line) + 1
            if self._fence is not None and not was_open and self._fence[2] in _PLAIN:
                self._plain = lists_goals(lines[number + 1 :], self._fence[0], lines[:number])
        if self._fence is not None:
            self._ended(len(text))

    def _line(self, line: str, start: int) -> str:
        if self._fence is not None:
            self._close(line, start)
            return self._inline(line, start) if self._plain and self._fence is not None else blank(line)
        if not self._in_comment and "<!--" not in line:
            opened = _FENCE.match(line)
            if opened is not None and (opened["mark"][0] == "~" or "`" not in line[opened.end() :]):
                self._fence = (opened["mark"], start + len(line) + 1, opened["name"].lower())
                return blank(line)
            return self._inline(line, start)
        return self._inline(self._comments(line, start), start)

    def _close(self, line: str, start: int) -> None:
        assert self._fence is not None
        mark = self._fence[0]
        ended = line.strip(" \t\r")
        if len(ended) >= len(mark) and not ended.strip(mark[0]):
            self._ended(start)

    def _ended(self, end: int) -> None:
        assert self._fence is not None
        _, begin, name = self._fence
        if name in ("goals", "smartlint"):
            self.fences.append(Span(begin, max(begin, end)))
        elif name in _DATA and begin < end:
            self.data[Span(begin, end)] = _DATA[name]
        self._fence, self._plain = None, False

    def _comments(self, line: str, start: int) -> str:
        """A line without its comments; one to smartlint is left as its directive."""
        done, at = [], 0
        while at < len(line):
            if not self._in_comment:
                opened = line.find("<!--", at)
                if opened < 0:
                    done.append(line[at:])
                    break
                done.append(line[at:opened])
                at = opened
                self._in_comment = True
            closed = line.find("-->", at)
            end = closed + 3 if closed >= 0 else len(line)
            if _DIRECTIVE.match(line, at) and closed >= 0:
                self.directives.append(Span(start + at, start + end))
            done.append(blank(line[at:end]))
            self._in_comment = closed < 0
            at = end
        return "".join(done)

    def _inline(self, line: str, start: int) -> str:
        if _DEFINITION.fullmatch(line):
            return blank(line)
        if "](" in line or "][" in line:
            line = _LINK.sub(_text_alone, line)
        if "<" in line:
            line = _AUTOLINK.sub(lambda match: blank(match[0]), line)
            for match in _PERSON.finditer(line):
                self.people.append(Span(start + match.start("name"), start + match.end("name")))
            line = _PERSON.sub(lambda match: _kept(match, "name"), line)
            line = _BREAK.sub(lambda match: "\v" + blank(match[0][1:]), line) if "|" in line else line
            line = _TAG.sub(lambda match: blank(match[0]), line)
        line = _ESCAPED.sub(r"\1 ", line) if "\\" in line else line
        return _MARKS.sub(lambda match: blank(match[0]), line) if any(mark in line for mark in "*_`~\\") else line


def untagged(text: str) -> str:
    """The text of a table without the tags of its cells; lines stay apart."""
    text = _BREAK.sub(lambda match: "\v" + blank(match[0][1:]), text)
    return _LOOK.sub(lambda match: blank(match[0]), text)


def front_data(head: str) -> Span | None:
    """The inside of a front matter that has lists of its own."""
    start, end = head.find("\n") + 1, head.rfind("\n") + 1
    return Span(start, end) if _LISTED.search(head, start, end) else None


@lru_cache(2)
def data_blocks(text: str) -> dict[Span, str]:
    """The blocks of data in a document with its front matter, each with the ending of a file of its format."""
    matter = FRONT_MATTER.match(text)
    head = matter.end() if matter is not None else 0
    front = front_data(text[:head])
    blocks = Masked(blank(text[:head]) + text[head:]).data if "```" in text or "~~~" in text else {}
    return {**({front: ".yaml"} if front is not None else {}), **blocks}


def blank(text: str) -> str:
    return "".join(char if char.isspace() else " " for char in text)


def _kept(match: re.Match[str], group: str) -> str:
    """A match of which one group is left."""
    start, end = match.start(group) - match.start(), match.end(group) - match.start()
    return blank(match[0][:start]) + match[0][start:end] + blank(match[0][end:])


def _text_alone(match: re.Match[str]) -> str:
    """The text of a link, but for a footnote's number."""
    return _kept(match, "text") if match["text"].strip(" xX") else match[0]


def is_navigation(original: str, parts: Sequence[Span]) -> bool:
    """A text that is nothing but a link into this document or to another one."""
    line = original[original.rfind("\n", 0, parts[0].start) + 1 : parts[0].start] if parts else ""
    end = original.find("\n", parts[-1].end) if parts else 0
    rest = original[parts[-1].end : end if end >= 0 else None] if parts else ""
    return line.endswith("[") and _NAVIGATION.match(rest.rstrip()) is not None
