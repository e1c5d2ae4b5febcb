"""What is found, for an editor that asks: in full, or that it is what the editor was told already."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from smartlint.lsp.diagnostics import Diagnostics, Sent
from smartlint.lsp.protocol import Ready
from smartlint.lsp.session import Session

#: What is found in a file, by the ID that tells it from anything else that may be found there.
_Told = dict[str, str]


class Reports:
    """Answers to questions for findings. Where ``leads_on``, an answer about a file has what became of others as well."""

    def __init__(self, session: Session, diagnostics: Diagnostics) -> None:
        self.leads_on = False
        self._session = session
        self._diagnostics = diagnostics
        self._told: _Told = {}

    def of(self, uri: str, previous: str | None = None) -> Ready:
        """What is found in a file; ``previous`` is the ID of what the editor has of it."""
        path = self._session.path(uri)
        found = self._diagnostics.of(self._session.workspace.result())
        report = self._report(path, found.get(path, []), previous)
        related = dict(self._related(path, found)) if self.leads_on else {}
        if related:
            listed = ", ".join(f"{json.dumps(self._session.uri(other))}: {one}" for other, one in related.items())
            report = f'{report[:-1]}, "relatedDocuments": {{{listed}}}}}'
        return Ready(report)

    def all(self, previous: Mapping[str, str], tell: Callable[[int, int], None]) -> Ready:
        """What is found in all files; ``previous`` are the IDs by address, of files that are gone by now, too."""
        session, workspace = self._session, self._session.workspace
        had = {session.path(uri): one for uri, one in previous.items()}
        found = self._diagnostics.of(workspace.result(tell))
        there = {*found, *workspace.files}
        reports = []
        for path in sorted({*there, *had}):
            opened = workspace.opened.get(path)
            about = {"uri": session.uri(path), "version": opened.version if opened else None}
            report = self._report(path, found.get(path, []), had.get(path)) if path in there else self._gone(path)
            reports.append(f"{report[:-1]}, {json.dumps(about)[1:]}")
        return Ready(f'{{"items": [{", ".join(reports)}]}}')

    def _related(self, path: str, found: Mapping[str, list[Sent]]) -> Iterator[tuple[str, Sent]]:
        """Other files in which anything else is found than what was told of them last."""
        for other, items in found.items():
            if other != path and self._told.get(other) != _name(items):
                yield other, self._report(other, items, None)
        for other in [one for one in self._told if one != path and one not in found]:
            yield other, self._gone(other)

    def _report(self, path: str, items: list[Sent], previous: str | None) -> Sent:
        name = _name(items)
        if items:
            self._told[path] = name
        else:
            self._told.pop(path, None)
        if name == previous:
            return _written(kind="unchanged", resultId=name)
        return f'{_written(kind="full", resultId=name)[:-1]}, "items": [{", ".join(items)}]}}'

    def _gone(self, path: str) -> Sent:
        """Nothing is found where nothing is; there is nothing to come back to either."""
        self._told.pop(path, None)
        return _written(kind="full", items=[])


def _name(items: list[Sent]) -> str:
    return blake2b("\n".join(items).encode(), digest_size=12).hexdigest()


def _written(**members: Any) -> Sent:
    return json.dumps(members)
