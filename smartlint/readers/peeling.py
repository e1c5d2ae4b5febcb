"""What stands around a goal's sentence and is no part of it: boxes, signs, priorities, owners, outcomes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from smartlint.language.people import is_first_name
from smartlint.language.vocabulary import vocabulary
from smartlint.readers import beginnings, endings
from smartlint.readers.masking import is_navigation
from smartlint.readers.signatures import Place, remarked, signed, unparted
from smartlint.readers.signs import SIGN, SIGN_BEHIND, status_before, status_of
from smartlint.readers.wanting import answering
from smartlint.readers.whose import ended, is_everybody, is_people, is_vacant, names_owner, stands_before
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import field_called, is_aside, kind_in, phrase_of
from smartlint.record import dataclass, field
from smartlint.source import Span

_BRACKETED = re.compile(r"\((?P<value>[^()]{1,40})\)")
#: What stands behind a sentence is no longer; it is looked for again and again, from the end.
_BEHIND_IT = 400
#: What stands before so many goals is whose they are.
_OFTEN = 2
#: A remark about a status, or behind a person, has no more words.
_FEW = 4
#: What was understood of what stands around a sentence: the name of a field, its place, and its value where it is a sign.
Field = tuple[str, Span, Any]


@dataclass
class Peeled:
    """A sentence without what stands around it, and the fields that this is."""

    parts: list[Span]
    fields: list[Field] = field(default_factory=list)


class Peeler:
    """Peels texts of one masked document; ``original`` is the file's own text, ``people`` the names that stand in tags."""

    def __init__(self, text: str, original: str, people: Sequence[Span]) -> None:
        self._text = text
        self._original = original
        self._people = people
        self._signed = endings.are_signed(text)
        self._bracketed = endings.are_bracketed(text)

    status = staticmethod(status_of)

    def peel(self, parts: Sequence[Span]) -> Peeled:
        done = Peeled([part for part in parts if part.start < part.end])
        if done.parts:
            self._tags(done)
        if done.parts:
            self._struck(done)
        self._strip(done, self._before)
        self._strip(done, self._behind)
        return done

    def plain(self, parts: Sequence[Span]) -> list[Span]:
        """A text without the box or sign before it, as items of a list of actions have them."""
        self._strip(done := Peeled([part for part in parts if part.start < part.end]), self._before)
        return done.parts

    def remark(self, span: Span, done: Peeled) -> None:
        """What stands in brackets between the number of a goal and its sentence."""
        if (match := _BRACKETED.search(self._text, span.start, span.end)) is not None:
            self._remark(Span(*match.span("value")), done, roles=True)

    def is_struck(self, parts: Sequence[Span]) -> bool:
        """A text that begins struck out and goes on: it was moved or dropped."""
        first, last = parts[0].start, parts[-1].end
        ends = self._original.find("~~", first, last - 1)
        return self._original[max(0, first - 4) : first].rstrip("*_").endswith("~~") and first < ends

    def is_navigation(self, parts: Sequence[Span]) -> bool:
        return is_navigation(self._original, parts)

    def _strip(self, done: Peeled, peel: Callable[[Peeled], bool]) -> None:
        changed = True
        while changed and done.parts:
            changed = peel(done)
            done.parts = [trimmed for part in done.parts if (trimmed := self._trimmed(part)).start < trimmed.end]

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
        start, end = done.parts[0].start, done.parts[-1].end
        if self._original[max(0, start - 4) : start].rstrip().endswith("~~") and "~~" in self._original[end : end + 3]:
            done.fields.append(("status", Span(start - 2, start), "cancelled"))

    # --- before the sentence ----------------------------------------------------------------------------------------

    def _before(self, done: Peeled) -> bool:
        first = done.parts[0]
        for pattern, understand in (
            (beginnings.BOX, self._box),
            (SIGN, self._sign),
            (beginnings.PRIORITY, self._priority),
            (beginnings.BRACKETS, self._bracket),
            (beginnings.WORD_BEFORE, self._word),
            (beginnings.UNIT_BEFORE, self._unit),
        ):
            match = pattern.match(self._text, first.start, first.end)
            if match is not None and understand(match, done):
                done.parts[0] = Span(match.end(), first.end)
                return True
        return False

    def _box(self, match: re.Match[str], done: Peeled) -> bool:
        is_done = bool((match["mark"] or "").strip(" /-"))
        done.fields += [("status", Span(match.start(), match.start("mark") + 2), "done")] if is_done else []
        return True

    def _sign(self, match: re.Match[str], done: Peeled) -> bool:
        """A sign, of a status or not, and a reason in parentheses behind it."""
        if status := status_before(match["sign"].strip()):
            done.fields.append(("status", Span(*match.span("sign")), status))
        return True

    def _priority(self, match: re.Match[str], done: Peeled) -> bool:
        done.fields.append(("priority", Span(*match.span("value")), None))
        return True

    def _bracket(self, match: re.Match[str], done: Peeled) -> bool:
        """A person, or a remark of any sort; what is nothing but brackets is left as it is."""
        if is_more := match.end() < done.parts[0].end:
            self._remark(Span(*match.span("value")), done, roles=True)
        return is_more

    def _word(self, match: re.Match[str], done: Peeled) -> bool:
        low = match["value"].lower()
        return self._priority(match, done) if low in vocabulary().priorities else low in document_words().remarks

    def _unit(self, match: re.Match[str], done: Peeled) -> bool:
        """Whose goal it is: ``Fundraising: Grow monthly giving by 30 %``, ``Kim Moe: Sign 30 partners``."""
        phrase = phrase_of(match["value"])
        is_named = field_called(phrase, "en") or phrase in document_words().area or is_aside(phrase)
        if is_named or kind_in(match["value"], "en") is not None:
            return False
        is_unit = stands_before(match["value"]) or self._text.count(f" {match['value']}: ") >= _OFTEN
        done.fields += [("owner", Span(*match.span("value")), None)] if is_unit else []
        return is_unit

    # --- behind it --------------------------------------------------------------------------------------------------

    def _behind(self, done: Peeled) -> bool:
        last = done.parts[-1]
        text = self._text
        start = max(last.start, last.end - _BEHIND_IT)
        for pattern, understand in (
            (endings.BEHIND, self._parenthesis),
            (endings.AFTER_PERSON, self._person),
            (endings.OUTCOME, self._outcome),
            (endings.ARROW, self._arrow),
            (endings.ITALIC, self._italic),
            (endings.FIELD_BEHIND, self._attribute),
            (endings.OWNER_BEHIND, self._attribute),
            (endings.HANDLES, self._handles),
            (endings.DASHED, self._dashed),
            (endings.SLASHED, self._column),
            (endings.SIGNED_BEHIND, self._signature),
            (endings.STOPPED, self._dashed),
            (endings.COMMA, self._comma),
            (endings.COLUMN_BEHIND, self._column),
            (endings.PRIORITY_BEHIND, self._priority),
            (SIGN_BEHIND, self._sign),
        ):
            match = pattern.search(text, start, last.end)
            if match is None or (match.start() == last.start and len(done.parts) == 1):
                continue
            if understand(match, done):
                done.parts[-1] = Span(last.start, match.start())
                return True
        return False

    def _outcome(self, match: re.Match[str], done: Peeled) -> bool:
        span = Span(*match.span("value"))
        if span.start < span.end:
            status = status_of(match["value"])
            done.fields.append(("status", span, status) if status else ("note", span, None))
        return True

    def _arrow(self, match: re.Match[str], done: Peeled) -> bool:
        if is_people(match["value"]) or names_owner(match["value"]):
            return self._handles(match, done)
        return bool(status_of(match["value"])) and self._outcome(match, done)

    def _person(self, match: re.Match[str], done: Peeled) -> bool:
        is_known = self._bracketed or is_first_name(match["round"].partition(" ")[0])
        is_said = is_known if match["sign"] or match["stop"] else len(match["value"].split()) <= _FEW
        if not is_said or not is_people(match["round"]):
            return False
        who, note = self._trimmed(Span(*match.span("round"))), Span(*match.span("value"))
        done.fields += [("owner", who, None), ("note", note, None)]
        return True

    def _italic(self, match: re.Match[str], done: Peeled) -> bool:
        is_italic = self._original[match.start("value") - 1] in "*_"
        return is_italic and bool(ended(match["value"])) and self._outcome(match, done)

    def _parenthesis(self, match: re.Match[str], done: Peeled) -> bool:
        group = "round" if match["round"] is not None else "square"
        return self._attributes(match, group, done) or self._remark(Span(*match.span(group)), done, roles=group == "square")

    def _attributes(self, match: re.Match[str], group: str, done: Peeled) -> bool:
        """``(owner: Kim, due: 1 June)``, ``(owner: Kim, due 1 June)``."""
        found = []
        for one in endings.ATTRIBUTE.finditer(match.string, match.start(group), match.end(group)):
            name = field_called(one["name"], "en")
            value = self._trimmed(Span(*one.span("value")))
            score = endings.SCORE.match(one["value"].strip())
            if name not in ("owner", "deadline", "period", "status", "priority", "confidence", "baseline", "target", "with"):
                return False
            found.append((name, value, int(score[1]) / 10 if score and name == "confidence" else None))
        done.fields += found
        pieces = endings.PIECE.finditer(match.string, match.start(group), match.end(group))
        taken = [self._take(one.start(), [unparted(one[0], among=bool(found))], done) for one in pieces]
        return bool(found) or (bool(taken) and all(taken))

    def _take(self, start: int, places: Iterable[Place | None], done: Peeled) -> bool:
        """The fields that a text which starts there holds, if any."""
        found = [place for place in places if place is not None]
        for name, first, last in found:
            done.fields.insert(0, (name, self._trimmed(Span(start + first, start + last)), None))
        return bool(found)

    def _remark(self, span: Span, done: Peeled, *, roles: bool) -> bool:
        """A person, a status, a priority or a tag, and nothing else."""
        text = self._text[span.start : span.end].strip()
        low = text.lower()
        if low in vocabulary().statuses:
            done.fields.append(("status", span, None))
        elif low in vocabulary().priorities or endings.PRIORITY.fullmatch(text):
            done.fields.append(("priority", span, None))
        elif ended(text):
            done.fields.append(("status", span, ended(text)))
        elif (low.split() and low.split()[0].strip(",") in document_words().remarks) or is_vacant(text):
            pass
        elif not answering(text) and (is_people(text, roles=roles) or names_owner(text) or is_everybody(text)):
            done.fields.insert(0, ("owner", self._trimmed(span), None))  # rather than the unit before the sentence
        else:
            inner = self._text[span.start : span.end]
            return self._take(span.start, signed(inner) or [remarked(inner)], done) or text == "?"
        return True

    def _signature(self, match: re.Match[str], done: Peeled) -> bool:
        """A name and a time behind a dash, or a clause behind a comma: ``… – Kim, by March``, ``…, Kim sees to that``."""
        found: list[Place | None] = [*signed(match["value"])] if match["sign"] else []
        taken = found or [remarked(match["value"], beside=match[0].startswith(","))]
        return self._take(match.start("value"), taken, done)

    def _attribute(self, match: re.Match[str], done: Peeled) -> bool:
        """A field behind the sentence: ``… by 30 April. Responsible: Grete``."""
        if (name := field_called(match["name"], "en")) in ("owner", "deadline"):
            done.fields.append((name, self._trimmed(Span(*match.span("value"))), None))
        return name in ("owner", "deadline")

    def _dashed(self, match: re.Match[str], done: Peeled) -> bool:
        """A name behind a dash or a full stop: ``… with three hauliers - Pradeep``; where several goals end so, any name."""
        value = match["value"]
        is_known = is_people(value) and is_first_name(value.split()[0].partition("-")[0])
        is_signed = self._signed and endings.SIGNED.fullmatch(match[0].strip()) is not None
        return (is_known or is_signed) and self._handles(match, done)

    def _comma(self, match: re.Match[str], done: Peeled) -> bool:
        """A first name behind a comma at the end, which no other name stands before."""
        before = self._text[max(0, match.start() - _BEHIND_IT) : match.start()].split()[-1:]
        return not any(word[:1].isupper() for word in before) and is_first_name(match["value"]) and self._handles(match, done)

    def _column(self, match: re.Match[str], done: Peeled) -> bool:
        """A name in a column of its own, or behind a slash; ``/?`` where nobody has signed yet, and no second one of two."""
        value, before = match["value"], self._text[max(0, match.start() - _BEHIND_IT) : match.start()].split()[-1:]
        is_second = match[0].lstrip()[:1] == "/" and any(map(is_first_name, before))
        is_name = endings.INITIALS.match(value) is not None or is_people(value) or is_everybody(value)
        return value == "?" or (is_name and not is_second and self._handles(match, done))

    def _handles(self, match: re.Match[str], done: Peeled) -> bool:
        if self._text[: match.start()].endswith(":"):  # the value of a field
            return False
        done.fields.append(("owner", Span(*match.span("value")), None))
        return True
