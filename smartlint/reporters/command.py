"""What the logs of CI services are told: a line for each finding, which they take for a command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look
from smartlint.reporters.ruled import located
from smartlint.reporters.visible import visible
from smartlint.rule import LEVELS
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.finding import Finding, Result


def worst_first(result: Result, look: Look) -> Iterator[Finding]:
    """The findings that are shown, the worst first, because the services show only so many."""
    shown = (finding for finding in result.findings if look.shows(finding))
    return iter(sorted(shown, key=lambda finding: LEVELS.index(finding.level)))


def text(finding: Finding, look: Look) -> str:
    """The message, and on a line of its own what to write instead."""
    language = look.of(finding)
    advice = finding.help(language)
    told = visible(located(finding, language))
    return f"{told}\n{translate('help', language)}: {visible(advice)}" if advice else told


def escaped(value: str, signs: str = "", percent: str = "%25") -> str:
    """A text in which line ends and these signs are written by their numbers, and ``%`` as the service has it."""
    value = value.replace("%", percent)
    for sign in f"\r\n{signs}":
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value
