"""Findings as an editor shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lsprotocol import types

from smartlint.configuration.mistake import Mistake
from smartlint.finding import Finding, Result
from smartlint.lsp.session import Session
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


def diagnostics(session: Session, result: Result) -> dict[str, list[types.Diagnostic]]:
    """What is shown of each file that something is found in, by path."""
    found: dict[str, list[types.Diagnostic]] = defaultdict(list)
    for finding in result.findings:
        found[finding.place.path].append(diagnostic(session, finding))
    return dict(found)


def diagnostic(session: Session, finding: Finding) -> types.Diagnostic:
    language = session.language_for(finding)
    policy = f"{translate('policy', language)}: {in_words(finding.ruling, language)}" if finding.ruling else ""
    return types.Diagnostic(
        range=session.range(finding.place),
        message="\n".join(filter(None, (finding.message(language), finding.help(language), policy))),
        severity=_SEVERITIES[finding.level],
        code=finding.rule.code,
        source=_NAME,
        tags=_tags(finding),
        related_information=[
            types.DiagnosticRelatedInformation(session.location(place), finding.note(place, language))
            for place in finding.related
        ]
        or None,
        data={"fingerprint": finding.fingerprint, "name": finding.rule.name},
    )


def _tags(finding: Finding) -> list[types.DiagnosticTag] | None:
    needless = issubclass(finding.rule, ProblemRule) and finding.rule.kind in _NEEDLESS
    return [types.DiagnosticTag.Unnecessary] if needless else None


def mistakes(session: Session, found: Sequence[Mistake]) -> dict[str, list[types.Diagnostic]]:
    """What is wrong with configurations, by path."""
    shown: dict[str, list[types.Diagnostic]] = defaultdict(list)
    for mistake in found:
        source = mistake.source
        area = session.ruler(source.path, source.text).range(mistake.span)
        shown[source.path].append(
            types.Diagnostic(area, mistake.text(session.frame), types.DiagnosticSeverity.Error, source=_NAME)
        )
    return dict(shown)
