"""What stands around a goal's sentence and is no part of it: boxes, signs, priorities, owners, outcomes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from smartlint.language.pack import packs
from smartlint.language.people import is_first_name, is_owner, read_people
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.names import reads_as_time
from smartlint.readers.words import document_words, field_called, is_aside, phrase_of
from smartlint.reading import Text
from smartlint.record import dataclass, field
from smartlint.source import Span

_BLANKS = r"[ \t\u00a0]"
_EMOJI = r"(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\u200d\ufe0f\u20e3]+|:[a-z][a-z0-9_+-]{1,40}:)"
_BOX = re.compile(r"\[(?P<mark>[ xX✓✔/-]?)\](?:[ \t\u00a0]+|$)")
_SIGN = re.compile(rf"(?P<sign>{_EMOJI}){_BLANKS}*(?:\([^()]{{1,60}}\){_BLANKS}+)?")
_SIGN_BEHIND = re.compile(rf"{_BLANKS}*(?P<sign>{_EMOJI})$")
_PRIORITY = re.compile(r"[\[(]?(?P<value>P[0-3])[\])]?(?:[ \t\u00a0]*[:–—-])?[ \t\u00a0]+", re.IGNORECASE)
_WORD_BEFORE = re.compile(
    r"(?P<value>[^\W\d_][^\W\d]{1,15})[ \t\u00a0]*(?:goal|mål)?[ \t\u00a0]*[:–—][ \t\u00a0]+", re.IGNORECASE
)
_UNIT_BEFORE = re.compile(
    r"(?P<value>[^\W\d_a-z][^\W\d_]+(?:(?:-| ?[&/] ?| )[^\W\d_]+){0,3}):[ \t\u00a0]+(?=[^\W_].*[^\W\d_]{3})"
)
_BRACKETS = re.compile(r"\[(?P<value>[^\[\]]{1,60})\][ \t\u00a0]*:?[ \t\u00a0]*")
_BEHIND = re.compile(r"[ \t\u00a0]*(?:\((?P<round>[^()]{1,80})\)|\[(?P<square>[^\[\]]{1,60})\])[ \t\u00a0]*\.?$")
_HANDLES = re.compile(
    rf"(?:{_BLANKS}+[–—-])?{_BLANKS}+(?P<value>@[\w.-]+(?:(?:,{_BLANKS}*|{_BLANKS}+(?:(?:and|og|och|&){_BLANKS}+)?)@[\w.-]+){{0,5}})$"
)
_FIELD_BEHIND = re.compile(
    rf"[.,;]{_BLANKS}+(?P<name>[^\W\d_]+(?:{_BLANKS}[^\W\d_]+){{0,2}}):{_BLANKS}+(?P<value>[^.:;,]{{1,40}}?)\.?$"
)
_DASHED = re.compile(rf"{_BLANKS}+[–—-]{_BLANKS}+(?P<value>[^\W\d_]+(?:{_BLANKS}[^\W\d_]+){{0,2}})$")
_PRIORITY_BEHIND = re.compile(rf"{_BLANKS}+(?P<value>P[0-3])$")
_OUTCOME = re.compile(r"[ \t\u00a0]*={1,2}>[ \t\u00a0]*(?P<value>.*)$", re.DOTALL)
_ATTRIBUTE = re.compile(r"[ \t\u00a0]*(?P<name>[^\W\d][^:,;]{0,30}):[ \t\u00a0]*(?P<value>[^,;]+)")
_SCORE = re.compile(r"(\d{1,2})(?:[.,]\d)?[ \u00a0]*/[ \u00a0]*10$")
_LOGIN = re.compile(r"[a-z]{4,}\d{1,4}$")
_NAME = re.compile(r"[A-ZÆØÅÄÖÉÜ][a-zæøåäöéü][^\W\d_]+(?:[-'’][^\W\d_]+)?$")
#: What stands before so many goals is whose they are, and a unit is named in so few words.
_OFTEN, _UNIT_WORDS = 2, 3
_NAVIGATION = re.compile(r"\]\((?:#|[^():\s]*\.(?:md|markdown|html)\b)[^()]*\)$")


@dataclass
class Peeled:
    """A sentence without what stands around it; ``fields`` has what was understood of that, with values where it is a sign."""

    parts: list[Span]
    fields: list[tuple[str, Span, Any]] = field(default_factory=list)


class Peeler:
    """Peels texts of one masked document; ``original`` is the file's own text, ``people`` the names that stand in tags."""

    def __init__(self, text: str, original: str, people: Sequence[Span]) -> None:
        self._text = text
        self._original = original
        self._people = people

    def peel(self, parts: Sequence[Span]) -> Peeled:
        done = Peeled([part for part in parts if part.start < part.end])
        if done.parts:
            self._tags(done)
            self._struck(done)
        while done.parts and self._once(done, self._before):
            pass
        while done.parts and self._once(done, self._behind):
            pass
        return done

    def plain(self, parts: Sequence[Span]) -> list[Span]:
        """A text without the box or sign before it, as items of a list of actions have them."""
        done = Peeled([part for part in parts if part.start < part.end])
        while done.parts and self._once(done, self._before):
            pass
        return done.parts

    def is_navigation(self, parts: Sequence[Span]) -> bool:
        """A text that is nothing but a link into this document or to another one."""
        line = self._original[self._original.rfind("\n", 0, parts[0].start) + 1 : parts[0].start] if parts else ""
        end = self._original.find("\n", parts[-1].end) if parts else 0
        rest = self._original[parts[-1].end : end if end >= 0 else None] if parts else ""
        return line.endswith("[") and _NAVIGATION.match(rest.rstrip()) is not None

    def _once(self, done: Peeled, peel: Callable[[Peeled], bool]) -> bool:
        changed = peel(done)
        done.parts = [trimmed for part in done.parts if (trimmed := self._trimmed(part)).start < trimmed.end]
        return changed

    def _trimmed(self, span: Span) -> Span:
        text = self._text[span.start : span.end]
        start = span.start + len(text) - len(text.lstrip())
        return Span(start, max(start, span.end - (len(text) - len(text.rstrip()))))

    def _tags(self, done: Peeled) -> None:
        """Names in tags leave the sentence."""
        first, last = (bisect_left(self._people, Span(at, 0)) for at in (done.parts[0].start, done.parts[-1].end))
        for person in self._people[first:last]:
            for number, part in enumerate(done.parts):
                if part.contains(person):
                    done.fields.append(("owner", person, None))
                    done.parts[number : number + 1] = [Span(part.start, person.start), Span(person.end, part.end)]
                    break
        done.parts = [trimmed for part in done.parts if (trimmed := self._trimmed(part)).start < trimmed.end]

    def _struck(self, done: Peeled) -> None:
        if not done.parts:
            return
        start, end = done.parts[0].start, done.parts[-1].end
        if self._original[max(0, start - 4) : start].rstrip().endswith("~~") and "~~" in self._original[end : end + 3]:
            done.fields.append(("status", Span(start - 2, start), "cancelled"))

    # --- before the sentence ----------------------------------------------------------------------------------------

    def _before(self, done: Peeled) -> bool:
        first = done.parts[0]
        for pattern, understand in (
            (_BOX, self._box),
            (_SIGN, self._sign),
            (_PRIORITY, self._priority),
            (_BRACKETS, self._bracket),
            (_WORD_BEFORE, self._word),
            (_UNIT_BEFORE, self._unit),
        ):
            match = pattern.match(self._text, first.start, first.end)
            if match is not None and understand(match, done):
                done.parts[0] = Span(match.end(), first.end)
                return True
        return False

    def _box(self, match: re.Match[str], done: Peeled) -> bool:
        if match["mark"].strip(" /-"):
            done.fields.append(("status", Span(match.start(), match.start("mark") + 2), "done"))
        return True

    def _sign(self, match: re.Match[str], done: Peeled) -> bool:
        """A sign, of a status or not, and a reason in parentheses behind it."""
        status = status_before(match["sign"].strip())
        if status:
            done.fields.append(("status", Span(*match.span("sign")), status))
        return True

    def _priority(self, match: re.Match[str], done: Peeled) -> bool:
        done.fields.append(("priority", Span(*match.span("value")), None))
        return True

    def _bracket(self, match: re.Match[str], done: Peeled) -> bool:
        """A person, or a remark of any sort; what is nothing but brackets is left as it is."""
        if match.end() >= done.parts[0].end:
            return False
        self._remark(Span(*match.span("value")), done, roles=True)
        return True

    def _word(self, match: re.Match[str], done: Peeled) -> bool:
        low = match["value"].lower()
        if low in vocabulary().priorities:
            done.fields.append(("priority", Span(*match.span("value")), None))
        return low in vocabulary().priorities or low in document_words().remarks

    def _unit(self, match: re.Match[str], done: Peeled) -> bool:
        """Whose goal it is: ``Fundraising: Grow monthly giving by 30 %``."""
        phrase = phrase_of(match["value"])
        if field_called(phrase, "en") or phrase in vocabulary().kinds or is_aside(phrase):
            return False
        if (
            not (names_owner(phrase) and len(phrase.split()) <= _UNIT_WORDS)
            and self._text.count(f" {match['value']}: ") < _OFTEN
        ):
            return False
        done.fields.append(("owner", Span(*match.span("value")), None))
        return True

    # --- behind it --------------------------------------------------------------------------------------------------

    def _behind(self, done: Peeled) -> bool:
        last = done.parts[-1]
        text = self._text
        for pattern, understand in (
            (_BEHIND, self._parenthesis),
            (_OUTCOME, self._outcome),
            (_FIELD_BEHIND, self._attribute),
            (_HANDLES, self._handles),
            (_DASHED, self._dashed),
            (_PRIORITY_BEHIND, self._priority),
            (_SIGN_BEHIND, self._sign),
        ):
            match = pattern.search(text, last.start, last.end)
            if match is None or (match.start() == last.start and len(done.parts) == 1):
                continue
            if understand(match, done):
                done.parts[-1] = Span(last.start, match.start())
                return True
        return False

    def _outcome(self, match: re.Match[str], done: Peeled) -> bool:
        span = Span(*match.span("value"))
        if span.start < span.end:
            status = self.status(match["value"])
            done.fields.append(("status", span, status) if status else ("note", span, None))
        return True

    def status(self, text: str) -> str:
        """The status that a text says, at its beginning."""
        words = text.lower().strip(" .!").split()
        for size in range(min(4, len(words)), 0, -1):
            found = vocabulary().statuses.get(" ".join(words[:size]).strip(",;:."))
            if found:
                return found
        return document_words().signs.get(text.strip()[:1], "")

    def _parenthesis(self, match: re.Match[str], done: Peeled) -> bool:
        group = "round" if match["round"] is not None else "square"
        return self._attributes(match, group, done) or self._remark(Span(*match.span(group)), done, roles=group == "square")

    def _attributes(self, match: re.Match[str], group: str, done: Peeled) -> bool:
        """``(owner: Kim, due: 1 June)``."""
        found = []
        for one in _ATTRIBUTE.finditer(match.string, match.start(group), match.end(group)):
            name = field_called(one["name"], "en")
            value = self._trimmed(Span(*one.span("value")))
            score = _SCORE.match(one["value"].strip())
            if name not in ("owner", "deadline", "period", "status", "priority", "confidence", "baseline", "target", "with"):
                return False
            found.append((name, value, int(score[1]) / 10 if score and name == "confidence" else None))
        done.fields += found
        return bool(found)

    def _remark(self, span: Span, done: Peeled, *, roles: bool) -> bool:
        """A person, a status, a priority or a tag, and nothing else."""
        text = self._text[span.start : span.end].strip()
        low = text.lower()
        if low in vocabulary().statuses:
            done.fields.append(("status", span, None))
        elif low in vocabulary().priorities:
            done.fields.append(("priority", span, None))
        elif low.split()[:1] and low.split()[0].strip(",") in document_words().remarks:
            pass
        elif is_people(text, roles=roles) or names_owner(text) or is_everybody(text):
            done.fields.append(("owner", self._trimmed(span), None))
        else:
            return text == "?"
        return True

    def _attribute(self, match: re.Match[str], done: Peeled) -> bool:
        """A field behind the sentence: ``… by 30 April. Responsible: Grete``."""
        name = field_called(match["name"], "en")
        if name in ("owner", "deadline"):
            done.fields.append((name, self._trimmed(Span(*match.span("value"))), None))
        return name in ("owner", "deadline")

    def _dashed(self, match: re.Match[str], done: Peeled) -> bool:
        """A name behind a dash at the end: ``… signed with three hauliers - Pradeep``."""
        if not is_people(match["value"]) or not is_first_name(match["value"].split()[0]):
            return False
        return self._handles(match, done)

    def _handles(self, match: re.Match[str], done: Peeled) -> bool:
        if self._text[: match.start()].endswith(":"):  # the value of a field
            return False
        done.fields.append(("owner", Span(*match.span("value")), None))
        return True


@lru_cache(1024)
def names_owner(text: str) -> bool:
    """A role, a unit of an organisation or a group, in any language: ``the treasurer``, ``lageret``, ``kaptajn Juhl``."""
    words = text.strip(" ?").split()
    if not words or len(words) > 5 or any(char.isdigit() for char in text):
        return False
    titled = len(words) == 2 and words[1][:1].isupper() and any(is_owner(words[0].lower(), pack) for pack in packs())
    return (
        titled or phrase_of(text) in document_words().departments or any(is_owner(text.strip(" ?"), pack) for pack in packs())
    )


def is_everybody(text: str) -> bool:
    """``everyone``, ``alle læger``, ``fælles for hele teamet``."""
    phrase, known = phrase_of(text), document_words().everybody
    words = phrase.split()
    return phrase in known or (len(words) == 2 and words[0] in known) or phrase.endswith(tuple(f" {one}" for one in known))


def status_before(text: str) -> str:
    """The status whose sign a text begins with, or ""."""
    match = _SIGN.match(text)
    written = match["sign"].strip().rstrip("\ufe0f") if match is not None else ""
    return document_words().signs.get(written) or document_words().signs.get(written[:1], "")


def is_people(text: str, *, roles: bool = False) -> bool:
    """A remark names people: handles, names, with ``roles`` a role or unit too."""
    text = text.strip(" ?")
    words = text.replace(",", " ").replace("/", " ").split()
    if not words or len(words) > 6:
        return False
    if roles and _LOGIN.match(text):
        return True
    if all(word.startswith("@") or word in ("and", "og", "och", "&", "+") for word in words):
        return True
    if any(char.isdigit() for char in text) or reads_as_time(Text(text, Span(0, len(text))), "en"):
        return False
    if len(words) == 1:
        known = vocabulary()
        return bool(_NAME.match(text)) and not known.field_names(text.lower()) and text.lower() not in known.kinds
    capital = all(word[:1].isupper() for word in words if word not in ("and", "og", "och", "av", "von", "van", "de"))
    if not capital:
        return False
    kinds = {person.kind for person in read_people(text)}
    return kinds <= {"person", "name"} or (roles and len(words) <= 3)
