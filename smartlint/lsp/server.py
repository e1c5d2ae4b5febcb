"""The server: what the editor says and asks, handed to the module that knows."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from threading import Event
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, BinaryIO, cast
from uuid import uuid4

from lsprotocol import types
from pygls.io_ import StdoutWriter, run_async
from pygls.lsp.server import LanguageServer

from smartlint import __version__
from smartlint.configuration import data
from smartlint.files import ENDING
from smartlint.lsp import diagnostics
from smartlint.lsp.editor import folders, opens_pages, options, spoken
from smartlint.lsp.incoming import Incoming
from smartlint.lsp.pages import Pages
from smartlint.lsp.protocol import Protocol, Ready
from smartlint.lsp.reports import Reports
from smartlint.lsp.session import Session
from smartlint.lsp.workspace import Workspace
from smartlint.readers import ENDINGS

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.lsp.ruler import Encoding
    from smartlint.rule import Rule

#: After a key was hit nothing is judged for a moment, that keys which come together are judged together: seconds. Where that
#: took longer than a short time, there is a pause twice as long as it took last; and no longer than the longest.
_MOMENT, _PAUSE, _SHORT, LONGEST_PAUSE = 0.0003, 0.001, 0.05, 0.3
#: After so many new things it is looked for what nobody has any more: not with each key, of which each makes some thousands.
_LITTER = 50_000
#: How far something has come is told each time that it has come so much further: percent.
_STEP = 5
#: What may change on disk with an effect on what is found.
_WATCHED = tuple(dict.fromkeys(f"**/*{ending}" for ending in (ENDING, *data.ENDINGS, *ENDINGS)))


class Server(LanguageServer):
    """The language server of goal files; it ``pushes`` findings, or is asked for them."""

    session: Session

    def __init__(
        self,
        configure: Callable[[], Configurations],
        page: Callable[[type[Rule], str], str],
        pages: Pages | None = None,
        *,
        language: str = "",
        today: date | None = None,
    ) -> None:
        whole = types.TextDocumentSyncKind.Full  # pygls takes what Python takes for line ends for ends of lines
        super().__init__("smartlint", __version__, text_document_sync_kind=whole, protocol_cls=Protocol)
        self.pushes = True
        self.status = 0  # that of the process when it ends
        self.is_warned = False  # that it is to end
        self._pages = pages
        self._refreshes = self._watches = self._tells = False
        self._home: Path | None = None  # where paths are told from
        self._token: str | None = None  # by which it may tell how far it has come
        self._shown: dict[str, tuple[int | None, list[diagnostics.Sent]]] = {}
        self._logged: set[str] = set()
        self._told = ""
        self._took = _SHORT
        self._has_judged = self._is_gone = False
        self._waiting: asyncio.TimerHandle | None = None
        self._since: float | None = None  # when the first key was hit that was not judged yet
        self._heard = 0.0  # when the last one was
        self._incoming: Incoming | None = None
        workspace = Workspace((), configure, lambda: today or datetime.now().astimezone().date())
        self.session = Session(workspace, page, language=language)
        self._diagnostics = diagnostics.Diagnostics(self.session)
        self.reports = Reports(self.session, self._diagnostics)

    def start_io(self, stdin: BinaryIO | None = None, stdout: BinaryIO | None = None) -> None:
        """Serves as pygls does, but for how messages are read."""
        self._incoming = Incoming(stdin or sys.stdin.buffer, self.thread_pool)
        self._stop_event = Event()
        self.protocol.set_writer(StdoutWriter(stdout or sys.stdout.buffer))
        run = run_async(self._stop_event, self._incoming, self.protocol, error_handler=self.report_server_error)
        try:
            asyncio.run(run)
        except (BrokenPipeError, KeyboardInterrupt, SystemExit):
            pass  # the editor is gone, or wants it to be
        finally:
            self.shutdown()  # type: ignore[no-untyped-call]

    # --- beginning ----------------------------------------------------------------------------------------------------

    def begin(self, params: types.InitializeParams) -> None:
        """Takes in what the editor says of itself. Paths are told from its first folder, as where ``check`` is run."""
        session, can = self.session, params.capabilities
        uris = [folder.uri for folder in params.workspace_folders or ()] or [uri for uri in (params.root_uri,) if uri]
        session.workspace.roots = folders(uris)
        self._home = next(iter(session.workspace.roots), None)
        self._stand()
        session.locale = spoken(params.locale or "")
        session.encoding = cast(
            "Encoding", str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        )
        edits = can.workspace.workspace_edit if can.workspace else None
        session.snippets = bool(edits and edits.document_changes and edits.snippet_edit_support)
        session.pages = self._pages if opens_pages(can.text_document) else None
        asking = can.text_document.diagnostic if can.text_document else None
        self.reports.leads_on = bool(asking and asking.related_document_support)
        wished = options(params.initialization_options).get("diagnostics")
        self.pushes = wished == "push" or (wished != "pull" and asking is None)
        self._refreshes = bool(can.workspace and can.workspace.diagnostics and can.workspace.diagnostics.refresh_support)
        watching = can.workspace.did_change_watched_files if can.workspace else None
        self._watches = bool(watching and watching.dynamic_registration)
        self._tells = bool(can.window and can.window.work_done_progress)
        self.set(params.initialization_options)

    def _stand(self) -> None:
        """Stands in the first folder; where it was deleted and is there again, that is another one of the same name."""
        if self._home is not None:
            with suppress(OSError):
                os.chdir(self._home)

    def set(self, given: Any) -> None:
        """Takes the settings that may change: ``messageLanguage`` is a language."""
        language = options(given).get("messageLanguage")
        if isinstance(language, str):
            self.session.language = spoken(language)

    def watch(self) -> None:
        """Asks to be told of changes on disk."""
        if self._watches:
            watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            asked = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self.client_register_capability(types.RegistrationParams([asked]))

    def announce(self) -> None:
        """Asks to tell how far it has come with all files, when it looks at them for the first time."""
        if self._tells and self.pushes:
            token = str(uuid4())

            def agreed(_: Any) -> None:
                self._token = token

            self.work_done_progress.create(token, agreed)

    # --- findings -----------------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Judges after a pause, which begins anew with each key."""
        self._heard = perf_counter()
        if self._since is None:
            self._since = self._heard
        self._pause(0 if self._took < _SHORT else min(LONGEST_PAUSE, 2 * self._took))

    def _pause(self, seconds: float) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(seconds, self._judge)

    def refresh(self) -> None:
        """Judges by what stands on disk now."""
        self._stand()
        self.session.workspace.refresh()
        if self.session.pages is not None:
            self.session.pages.renew()
        self.changed()
        if self._refreshes and not self.pushes:
            self.workspace_diagnostic_refresh(None)

    @property
    def _hears_more(self) -> bool:
        """Whether another message is on its way."""
        return self._incoming is not None and self._incoming.has_begun

    async def outdated(self, uri: str) -> str:
        """Lets what is on its way come in: why an answer about a file is of no use any more, or ""."""
        path, since = self.session.path(uri), perf_counter()
        opened = self.session.workspace.opened
        asked = opened.get(path)
        while True:
            await asyncio.sleep(_PAUSE)  # so long the next message may take to begin
            if opened.get(path) is not asked:
                return self.session.say("The text has changed since.", path)
            if not self._hears_more or perf_counter() - since > LONGEST_PAUSE:
                return ""

    def _judge(self) -> None:
        self._waiting = None
        start = perf_counter()
        if self._hears_more and start - (self._since or start) < LONGEST_PAUSE:
            self._pause(_PAUSE)  # the next key is on its way: what would be found is outdated already
            return
        if start - self._heard < _MOMENT:
            self._pause(0)  # to wait by the clock takes a thousandth of a second and more
            return
        self._since, worked = None, process_time()
        self._try_to_publish()
        if not self._has_judged:
            self._has_judged = True
            gc.collect()
            gc.freeze()  # what was read at the start is not looked through again and again: that takes longer than to judge
            gc.set_threshold(_LITTER)
        self._took = process_time() - worked  # that others keep the machine busy is no reason to wait longer

    def _try_to_publish(self) -> None:
        gone, workspace = None, self.session.workspace
        if self._is_gone:
            self._stand()
            workspace.refresh()
        try:
            self.publish()
        except Exception as error:  # whatever it is, the next key may mend it
            gone = workspace.gone(error)
            if gone is None:
                self.report_server_error(error, Exception)
        if gone is not None and not self._is_gone:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, self.session.gone(gone)))
        self._is_gone = gone is not None

    def publish(self) -> None:
        """Sends what is found in files in which that, or the text, has changed, and says what else there is to say."""
        session, workspace = self.session, self.session.workspace
        token, self._token = self._token, None
        with self.progressing(token) as tell:
            result = workspace.result(tell)
        found = diagnostics.mistakes(session, workspace.mistakes)
        if self.pushes:
            for path, items in self._diagnostics.of(result).items():
                found[path] = [*found.get(path, ()), *items]
        shown = {path: (self._version(path), found.get(path, [])) for path in {*workspace.opened, *found}}
        for path in {*self._shown, *shown}:
            version, items = shown.get(path, (None, []))
            before, told = self._shown.get(path, (None, []))
            # editors that keep count of versions take what is older than the text for outdated
            if items != told or (version != before and (items or told)):
                uri, listed = json.dumps(session.uri(path)), ", ".join(items)
                known = "" if version is None else f', "version": {version}'
                params = Ready(f'{{"uri": {uri}, "diagnostics": [{listed}]{known}}}')
                cast("Protocol", self.protocol).tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)
        self._shown = shown
        session.forget_all_but({*shown, *workspace.files})
        self._tell_mistake()
        for notice in result.notices:
            self._log(notice.message(session.frame))

    def _tell_mistake(self) -> None:
        """Shows the first mistake of the configurations, once as long as it is there."""
        said = diagnostics.first_mistake(self.session)
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

    @contextmanager
    def progressing(self, token: types.ProgressToken | None) -> Iterator[Callable[[int, int], None]]:
        """Tells an editor how far something has come, where it has given a token for that."""
        if token is None:
            yield lambda done, of: None
            return
        title = self.session.say("Reading goals")
        told = 0

        def tell(done: int, of: int) -> None:
            nonlocal told
            if 100 * done // of >= told + _STEP:
                told = 100 * done // of
                report = types.WorkDoneProgressReport(message=f"{done}/{of}", percentage=told)
                self.work_done_progress.report(token, report)

        self.work_done_progress.begin(token, types.WorkDoneProgressBegin(title, percentage=0))
        try:
            yield tell
        finally:
            self.work_done_progress.end(token, types.WorkDoneProgressEnd())
            self.work_done_progress.tokens.pop(token, None)

    def _version(self, path: str) -> int | None:
        opened = self.session.workspace.opened.get(path)
        return opened.version if opened else None
