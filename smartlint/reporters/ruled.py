"""What is told of the policy that asks for a finding: which it is, how firm, from when, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.finding import Finding
    from smartlint.policy.policy import Ruling


def standing(ruling: Ruling, language: str) -> str:
    """How firm a policy is, and from when it binds if that is yet to come."""
    policy = ruling.policy
    if ruling.enforcement == policy.stated:
        return translate(ruling.enforcement, language)
    told = {"enforcement": translate(policy.stated, language), "day": policy.since}
    return fill(translate("{enforcement} from {day}", language), told, language)


def message(finding: Finding, language: str) -> str:
    """What a finding says, and in brackets which policy asks for it."""
    said, ruling = finding.message(language), finding.ruling
    return f"{said} [{ruling.policy.name}: {standing(ruling, language)}]" if ruling else said


def located(finding: Finding, language: str) -> str:
    """The message for those who show a line and a column alone: a cell of a sheet is named before it."""
    label = finding.place.label
    return f"{label}: {message(finding, language)}" if label else message(finding, language)


def in_words(ruling: Ruling, language: str) -> str:
    """A policy by its name, its firmness, its place and its reason."""
    policy = ruling.policy
    place = f"{policy.source.path}:{policy.line}"
    reason = f": {policy.reason}" if policy.reason else ""
    return f"`{policy.name}` ({standing(ruling, language)}; {place}){reason}"


def as_data(ruling: Ruling) -> dict[str, Any]:
    policy = ruling.policy
    return {
        "name": policy.name,
        "enforcement": ruling.enforcement,
        "binds": policy.stated,
        "from": policy.since.isoformat() if policy.since else None,
        "reason": policy.reason,
        "path": policy.source.path,
        "line": policy.line,
    }
