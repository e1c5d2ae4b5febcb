"""The server: what the editor says and asks, handed to the module that knows."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from smartlint import __version__
from smartlint.lsp import diagnostics
from smartlint.lsp.protocol import Protocol
from smartlint.lsp.session import Session
from smartlint.lsp.workspace import Workspace

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.lsp.ruler import Encoding
    from smartlint.rule import Rule

#: After a key was hit nothing is judged for twice as long as that took last, and no longer than this: seconds.
LONGEST_PAUSE = 0.3
#: What may change on disk with an effect on what is found.
_WATCHED = ("**/*.goals", "**/*.toml", "**/*.csv")


class Server(LanguageServer):
    """The language server of goal files; it ``pushes`` findings, or is asked for them."""

    session: Session

    def __init__(
        self,
        configure: Callable[[], Configurations],
        page: Callable[[type[Rule], str], str],
        *,
        language: str = "",
        today: date | None = None,
    ) -> None:
        whole = types.TextDocumentSyncKind.Full  # pygls takes what Python takes for line ends for ends of lines
        super().__init__("smartlint", __version__, text_document_sync_kind=whole, protocol_cls=Protocol)
        self.pushes = True
        self._refreshes = self._watches = False
        self._shown: dict[str, list[types.Diagnostic]] = {}
        self._logged: set[str] = set()
        self._told = ""
        self._took = 0.05
        self._waiting: asyncio.TimerHandle | None = None
        workspace = Workspace((), configure, lambda: today or datetime.now().astimezone().date())
        self.session = Session(workspace, page, language=language)

    # --- beginning ----------------------------------------------------------------------------------------------------

    def begin(self, params: types.InitializeParams) -> None:
        """Takes in what the editor says of itself. Paths are told from its first folder, as where ``check`` is run."""
        session, can = self.session, params.capabilities
        uris = [folder.uri for folder in params.workspace_folders or ()] or [uri for uri in (params.root_uri,) if uri]
        roots = [Path(path) for path in map(to_fs_path, uris) if path and Path(path).is_dir()]
        if roots:
            os.chdir(roots[0])
        session.workspace.roots = tuple(roots)
        session.locale = spoken(params.locale or "")
        session.encoding = cast(
            "Encoding", str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        )
        edits = can.workspace.workspace_edit if can.workspace else None
        session.snippets = bool(edits and edits.document_changes and edits.snippet_edit_support)
        asks = bool(can.text_document and can.text_document.diagnostic)
        wished = _options(params.initialization_options).get("diagnostics")
        self.pushes = wished == "push" or (wished != "pull" and not asks)
        self._refreshes = bool(can.workspace and can.workspace.diagnostics and can.workspace.diagnostics.refresh_support)
        watching = can.workspace.did_change_watched_files if can.workspace else None
        self._watches = bool(watching and watching.dynamic_registration)
        self.set(params.initialization_options)

    def set(self, options: Any) -> None:
        """Takes the settings that may change: ``messageLanguage`` is a language."""
        language = _options(options).get("messageLanguage")
        if isinstance(language, str):
            self.session.language = spoken(language)

    def watch(self) -> None:
        """Asks to be told of changes on disk."""
        if self._watches:
            watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            asked = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self.client_register_capability(types.RegistrationParams([asked]))

    # --- findings -----------------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Judges after a pause, which begins anew with each key."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(min(LONGEST_PAUSE, 2 * self._took), self._judge)

    def refresh(self) -> None:
        """Judges by what stands on disk now."""
        self.session.workspace.refresh()
        self.changed()
        if self._refreshes and not self.pushes:
            self.workspace_diagnostic_refresh(None)

    def _judge(self) -> None:
        self._waiting = None
        start = perf_counter()
        try:
            self.publish()
        except Exception as error:  # whatever it is, the next key may mend it
            self.report_server_error(error, Exception)
        self._took = perf_counter() - start

    def publish(self) -> None:
        """Sends what has changed of what is found, and says what else there is to say."""
        session, workspace = self.session, self.session.workspace
        result = workspace.result()
        found = diagnostics.mistakes(session, workspace.mistakes)
        if self.pushes:
            for path, items in diagnostics.diagnostics(session, result).items():
                found[path] = [*found.get(path, ()), *items]
        for path in {*self._shown, *found}:
            items = found.get(path, [])
            if items != self._shown.get(path, []):
                opened = workspace.opened.get(path)
                version = opened.version if opened else None
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(session.uri(path), items, version))
        self._shown = found
        self._tell_mistake()
        for notice in result.notices:
            self._log(notice.message(session.frame))

    def _tell_mistake(self) -> None:
        """Shows the first mistake of the configurations, once as long as it is there."""
        said = ""
        for mistake in self.session.workspace.mistakes[:1]:
            said = self.session.say(
                "{file}, line {line}: {mistake}. The last configuration without mistakes stays in force.",
                file=mistake.source.path,
                line=str(mistake.source.position(mistake.span.start).line),
                mistake=mistake.text(self.session.frame),
            )
        if said and said != self._told:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, said))
        self._told = said

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What went wrong goes to the editor's log: nobody who writes goals can do anything about it."""
        self._log(f"{type(error).__name__}: {error}")

    def _log(self, said: str) -> None:
        """Says something once."""
        if said not in self._logged:
            self._logged.add(said)
            self.window_log_message(types.LogMessageParams(types.MessageType.Info, said))

    def pulled(self, uri: str) -> types.RelatedFullDocumentDiagnosticReport:
        """What is found in a file, for an editor that asks."""
        path = self.session.path(uri)
        found = diagnostics.diagnostics(self.session, self.session.workspace.result()).get(path, [])
        return types.RelatedFullDocumentDiagnosticReport(items=found)

    def pulled_all(self) -> types.WorkspaceDiagnosticReport:
        """What is found in all files."""
        session, workspace = self.session, self.session.workspace
        found = diagnostics.diagnostics(session, workspace.result())
        reports = []
        for path in sorted({*found, *workspace.files}):
            opened = workspace.opened.get(path)
            version = opened.version if opened else None
            uri, items = session.uri(path), found.get(path, [])
            reports.append(types.WorkspaceFullDocumentDiagnosticReport(uri=uri, items=items, version=version))
        return types.WorkspaceDiagnosticReport(reports)


def _options(given: Any) -> dict[str, Any]:
    """The settings of ours that an editor gives, alone or below our name."""
    given = given.get("smartlint", given) if isinstance(given, dict) else None
    return given if isinstance(given, dict) else {}


def spoken(locale: str) -> str:
    """The language of a locale: ``nb`` of ``nb-NO``, and of ``no``."""
    language = locale.replace("_", "-").partition("-")[0].lower()
    return "nb" if language == "no" else language
