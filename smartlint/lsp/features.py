"""Which question of the editor is answered by what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import wraps
from typing import Protocol, TypeVar

from lsprotocol import types

from smartlint.lsp import actions, completion, hints, hover, layout, navigation, renaming
from smartlint.lsp.editor import folders
from smartlint.lsp.protocol import Outdated, Ready, Refused
from smartlint.lsp.server import Server

#: What editors call the language of goal files.
_LANGUAGE = "goals"


class _OfFile(Protocol):
    """A question about a file."""

    @property
    def text_document(self) -> types.TextDocumentIdentifier: ...


_Question = TypeVar("_Question", bound=_OfFile)
_Answer = TypeVar("_Answer")


def register(server: Server) -> Server:
    """A server that answers."""
    _lifetime(server)
    _files(server)
    _places(server)
    _goals(server)
    _looks(server)
    return server


def _while_it_holds(
    server: Server, *, again: bool = False
) -> Callable[[Callable[[_Question], _Answer]], Callable[[_Question], Awaitable[_Answer | Outdated]]]:
    """For what editors ask after each key: it is not worked out for a text that has changed when its turn comes."""

    def made(answer: Callable[[_Question], _Answer]) -> Callable[[_Question], Awaitable[_Answer | Outdated]]:
        @wraps(answer)
        async def answered(params: _Question) -> _Answer | Outdated:
            outdated = await server.outdated(params.text_document.uri)
            return Outdated(outdated, again) if outdated else answer(params)

        return answered

    return made


def _lifetime(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def begin(params: types.InitializeParams) -> None:
        server.begin(params)
        if not server.pushes:
            _pulling(server)

    @server.feature(types.INITIALIZED)
    def begun(params: types.InitializedParams) -> None:
        server.watch()
        server.announce()
        server.changed()

    @server.feature(types.SHUTDOWN)
    def warned(params: None) -> None:
        server.is_warned = True

    @server.feature(types.EXIT)
    def ended(params: None) -> None:
        server.status = 0 if server.is_warned else 1


def _pulling(server: Server) -> None:
    """Told only to editors that are to ask: others would show everything twice."""
    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=True, identifier="smartlint", work_done_progress=True
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    @_while_it_holds(server, again=True)
    def pulled(params: types.DocumentDiagnosticParams) -> Ready:
        return server.reports.of(params.text_document.uri, params.previous_result_id)

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    def pulled_all(params: types.WorkspaceDiagnosticParams) -> Ready:
        known = {one.uri: one.value for one in params.previous_result_ids}
        with server.progressing(params.work_done_token) as tell:
            return server.reports.all(known, tell)


def _files(server: Server) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        one = params.text_document
        session.path(one.uri)
        session.workspace.open(session.place(one.uri), one.text, one.version, is_goals=one.language_id == _LANGUAGE)
        server.changed()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        one = params.text_document
        if params.content_changes:
            session.workspace.open(session.place(one.uri), params.content_changes[-1].text, one.version)
            server.changed()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.refresh()  # who does not watch files for us may have changed more than this one

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        session.workspace.close(session.place(params.text_document.uri))
        server.changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: types.DidChangeWatchedFilesParams) -> None:
        if any(session.workspace.concerns(session.place(change.uri)) for change in params.changes):
            server.refresh()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def moved(params: types.DidChangeWorkspaceFoldersParams) -> None:
        session.workspace.roots = folders(server.workspace.folders)
        server.refresh()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        server.set(params.settings)
        server.refresh()


def _places(server: Server) -> None:
    session = server.session
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, actions.FIX_ALL])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        return actions.actions(session, params)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def told(params: types.HoverParams) -> types.Hover | None:
        return hover.hover(session, params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[":", "/", "("]))
    def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        can = server.client_capabilities.text_document
        item = can.completion.completion_item if can and can.completion else None
        snippets = bool(item and item.snippet_support)
        return completion.completion(session, params.text_document.uri, params.position, snippets=snippets)

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def laid_out(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        return layout.layout(session, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
    def lines_laid_out(params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
        return layout.layout(session, params.text_document.uri, params.range)

    @server.feature(types.TEXT_DOCUMENT_SELECTION_RANGE)
    def selected(params: types.SelectionRangeParams) -> list[types.SelectionRange]:
        return navigation.selections(session, params.text_document.uri, params.positions)


def _goals(server: Server) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    @_while_it_holds(server)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return navigation.document_symbols(session, params.text_document.uri)

    @server.feature(types.WORKSPACE_SYMBOL)
    def all_symbols(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        return navigation.workspace_symbols(session, params.query)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> list[types.Location]:
        return navigation.definition(session, params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        declared = params.context.include_declaration
        return navigation.references(session, params.text_document.uri, params.position, declared=declared)

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def renamable(params: types.PrepareRenameParams) -> types.Range | None:
        return renaming.renamable(session, params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def renamed(params: types.RenameParams) -> types.WorkspaceEdit | Refused | None:
        try:
            return renaming.rename(session, params.text_document.uri, params.position, params.new_name)
        except renaming.CannotRename as why:
            return Refused(str(why))


def _looks(server: Server) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    @_while_it_holds(server)
    def folded(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        return navigation.folding(session, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    @_while_it_holds(server)
    def hinted(params: types.InlayHintParams) -> list[types.InlayHint]:
        return hints.inlay_hints(session, params.text_document.uri, params.range)

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    @_while_it_holds(server)
    def lenses(params: types.CodeLensParams) -> Sequence[types.CodeLens]:
        return hints.code_lenses(session, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    @_while_it_holds(server)
    def linked(params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        return hints.links(session, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, hints.TOKENS)
    @_while_it_holds(server)
    def coloured(params: types.SemanticTokensParams) -> types.SemanticTokens:
        return hints.tokens(session, params.text_document.uri)
