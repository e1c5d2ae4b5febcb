"""Findings as an editor shows them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from lsprotocol.converters import get_converter

from smartlint.configuration.mistake import Mistake
from smartlint.finding import Finding, Result
from smartlint.lsp.ruler import Ruler
from smartlint.lsp.session import Session
from smartlint.moving import Found, Moving
from smartlint.reporters.ruled import in_words
from smartlint.rule import ProblemRule
from smartlint.translation import translate

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
#: Problems of comments that may as well not be there.
_NEEDLESS = frozenset(("unused-suppression", "expired-suppression"))
_NAME = "smartlint"
_CONVERTER = get_converter()


#: A diagnostic as it is sent: JSON.
Sent = str
#: The places of a finding as the editor counts.
_Seen = tuple[tuple[int, int], ...]

_FROM_1 = (1, 1)


class _Shown(NamedTuple):
    """A finding, how far it has moved since it was made, and what was sent of it in a language: where, and what else.

    ``is_even``: lines were counted as they are elsewhere.
    """

    finding: Finding
    lines: int
    is_even: bool
    language: str
    seen: _Seen
    rest: str
    sent: Sent


class Diagnostics:
    """What is shown of the findings of one result after another; what is shown as before is not made anew."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: tuple[Result, dict[str, list[Sent]]] | None = None
        self._before: dict[str, _Shown] = {}

    def of(self, result: Result) -> dict[str, list[Sent]]:
        """What is shown of each file that something is found in, by path."""
        if self._last is None or self._last[0] is not result:
            self._last = result, self._of(result)
        return self._last[1]

    def _of(self, result: Result) -> dict[str, list[Sent]]:
        rulers = {path: self._session.ruler(path, source.text) for path, source in result.sources.items()}
        languages: dict[tuple[str, str], str] = {}
        found: dict[str, list[Sent]] = defaultdict(list)
        shown: dict[str, _Shown] = {}
        for one in result.findings.found if isinstance(result.findings, Moving) else map(Found, result.findings):
            finding = one.finding
            path = finding.place.path
            about = (path, finding.language)
            if about not in languages:
                languages[about] = self._session.language_of(*about)
            known = self._before.get(finding.fingerprint)
            if known is None or known.language != languages[about]:
                known = self._shown(one, languages[about], rulers, None)
            elif known.finding is not finding or known.lines != one.lines or not (known.is_even and rulers[path].is_even):
                known = self._shown(one, languages[about], rulers, known)
            shown[finding.fingerprint] = known
            found[path].append(known.sent)
        self._before = shown
        return dict(found)

    def _shown(self, found: Found, language: str, rulers: Mapping[str, Ruler], known: _Shown | None) -> _Shown:
        finding = found.here
        seen, is_even = _seen(finding, rulers), rulers[finding.place.path].is_even
        if known is None or (finding.related and known.seen != seen) or not _says_the_same(known.finding, finding):
            rest = _without_range(diagnostic(self._session, finding))
        elif known.seen == seen:
            return known._replace(finding=found.finding, lines=found.lines, is_even=is_even)
        else:
            rest = known.rest
        area = json.dumps(_CONVERTER.unstructure(self._session.range(finding.place)))
        return _Shown(found.finding, found.lines, is_even, language, seen, rest, f'{{"range": {area}, {rest}')


def _without_range(made: types.Diagnostic) -> str:
    members = _CONVERTER.unstructure(made)
    del members["range"]
    return json.dumps(members)[1:]


def sent(made: types.Diagnostic) -> Sent:
    return json.dumps(_CONVERTER.unstructure(made))


def _seen(finding: Finding, rulers: Mapping[str, Ruler]) -> _Seen:
    """The ends of its places as the editor counts them: from 0, or from 1 with a mark that tells so."""
    place = finding.place
    if not finding.related and rulers[place.path].is_plain and not place.label:  # as nearly always
        return _FROM_1, place.start, place.end
    places = (place, *finding.related)
    if all(rulers[place.path].is_plain and not place.label for place in places):
        return (_FROM_1, *[end for place in places for end in (place.start, place.end)])
    ends = [(rulers[place.path].at, place.span) for place in places]
    return tuple([at(end) for at, span in ends for end in span])


def _says_the_same(one: Finding, other: Finding) -> bool:
    """Of two findings at the same places, in the same words and the same language."""
    if one.params is not other.params and one.params != other.params:
        return False
    if one.rule is not other.rule or one.level != other.level or one.ruling != other.ruling:
        return False
    if not one.related and not other.related:
        return True
    named = [[(place.path, place.note) for place in finding.related] for finding in (one, other)]
    return named[0] == named[1]


def diagnostic(session: Session, finding: Finding) -> types.Diagnostic:
    language = session.language_for(finding)
    policy = f"{translate('policy', language)}: {in_words(finding.ruling, language)}" if finding.ruling else ""
    return types.Diagnostic(
        range=session.range(finding.place),
        message="\n".join(filter(None, (finding.message(language), finding.help(language), policy))),
        severity=_SEVERITIES[finding.level],
        code=finding.rule.code,
        code_description=_page(session, finding, language),
        source=_NAME,
        tags=_tags(finding),
        related_information=[
            types.DiagnosticRelatedInformation(session.location(place), finding.note(place, language))
            for place in finding.related
        ]
        or None,
        data={"fingerprint": finding.fingerprint, "name": finding.rule.name},
    )


def _page(session: Session, finding: Finding, language: str) -> types.CodeDescription | None:
    """Where the editor can open the page of the rule."""
    address = session.pages.address(finding.rule, language) if session.pages is not None else None
    return types.CodeDescription(address) if address is not None else None


def _tags(finding: Finding) -> list[types.DiagnosticTag] | None:
    needless = issubclass(finding.rule, ProblemRule) and finding.rule.kind in _NEEDLESS
    return [types.DiagnosticTag.Unnecessary] if needless else None


def mistakes(session: Session, found: Sequence[Mistake]) -> dict[str, list[Sent]]:
    """What is wrong with configurations, by path; what is wrong with an option of the server stands in no file."""
    shown: dict[str, list[Sent]] = defaultdict(list)
    for mistake in found:
        source = mistake.source
        if not Path(source.path).is_file():
            continue
        area = session.ruler(source.path, source.text).range(mistake.span)
        made = types.Diagnostic(area, mistake.text(session.frame), types.DiagnosticSeverity.Error, source=_NAME)
        shown[source.path].append(sent(made))
    return dict(shown)


def first_mistake(session: Session) -> str:
    """What is wrong with the configurations, as far as the first mistake goes, and what comes of it; "" where nothing is."""
    for mistake in session.workspace.mistakes[:1]:
        path, text = mistake.source.path, mistake.text(session.frame)
        line = str(mistake.source.position(mistake.span.start).line)
        place = session.say("{file}, line {line}", file=path, line=line) if Path(path).is_file() else path
        if session.workspace.has_been_right:
            outcome = "The last configuration without mistakes stays in force."
        elif Path(path).is_file():
            outcome = "Files that this configuration is for are not judged before it is right."
        else:
            outcome = "Nothing is judged."
        return f"{place}: {text}{'' if text.endswith('?') else '.'} {session.say(outcome)}"
    return ""
