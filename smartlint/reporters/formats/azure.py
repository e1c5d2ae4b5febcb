"""Issues of Azure Pipelines: a logging command for each finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look
from smartlint.reporters.address import in_checkout
from smartlint.reporters.command import escaped, text, worst_first
from smartlint.reporters.visible import visible

if TYPE_CHECKING:
    from smartlint.finding import Result

ENCODING = "utf-8"
#: How the service writes ``%``.
_PERCENT = "%AZP25"


def report(result: Result, look: Look) -> Iterator[str]:
    for finding in worst_first(result, look):
        place = finding.place
        properties = {
            "type": "error" if finding.level == "error" else "warning",  # the service knows no other
            "sourcepath": visible(in_checkout(place.path, look.run)),
            "linenumber": place.start.line,
            "columnnumber": place.start.column,
            "code": finding.rule.code,
        }
        told = "".join(f"{name}={escaped(str(value), '];', _PERCENT)};" for name, value in properties.items())
        yield f"##vso[task.logissue {told}]{escaped(text(finding, look), percent=_PERCENT)}\n"
