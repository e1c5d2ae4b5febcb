"""What all features share: the files, and how their places, addresses and languages are told to this editor."""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from smartlint.finding import Finding, Place
from smartlint.lsp.pages import Pages
from smartlint.lsp.ruler import Encoding, Ruler
from smartlint.lsp.workspace import FolderGone, Workspace
from smartlint.record import dataclass, field
from smartlint.translation import LANGUAGES, fill, translate

if TYPE_CHECKING:
    from smartlint.goal import Document
    from smartlint.rule import Rule


@dataclass
class Session:
    """An editor's session. ``language`` is that which messages are asked for in, ``locale`` that of the editor.

    ``page`` gives the page of a rule in a language, as Markdown; ``pages`` are those that it can be led to, if it can.
    """

    workspace: Workspace
    page: Callable[[type[Rule], str], str]
    encoding: Encoding = "utf-16"
    language: str = ""
    locale: str = ""
    snippets: bool = False
    pages: Pages | None = None
    _uris: dict[str, str] = field(default_factory=dict)
    _rulers: dict[str, Ruler] = field(default_factory=dict)
    _of_documents: dict[str, Ruler] = field(default_factory=dict)

    # --- addresses ----------------------------------------------------------------------------------------------------

    def place(self, uri: str) -> Path:
        """Where a file lies; one that is not saved yet lies in the current folder. No system knows a name with NUL in it."""
        found = to_fs_path(uri) if uri.startswith("file:") else None
        name = found or uri.rpartition(":")[2].rpartition("/")[2] or "untitled"
        return Path(name.replace("\0", "\ufffd")).absolute()

    def path(self, uri: str) -> str:
        """What findings call a file; the editor's own address of it is kept in mind."""
        path = self.workspace.shown(self.place(uri))
        self._uris[path] = uri
        return path

    def uri(self, path: str) -> str:
        return self._uris.get(path) or from_fs_path(str(Path(path).absolute())) or ""

    def forget_all_but(self, paths: Container[str]) -> None:
        """Lets go of files that are neither open nor shown nor judged."""
        for known in (self._uris, self._rulers, self._of_documents):
            for gone in [path for path in known if path not in paths]:
                known.pop(gone)

    # --- places -------------------------------------------------------------------------------------------------------

    def ruler(self, path: str, text: str) -> Ruler:
        """Measures the text that a file has just now."""
        known = self._rulers.get(path)
        if known is None or known.text is not text:
            known = self._rulers[path] = Ruler(text, self.encoding)
        return known

    def ruler_of(self, document: Document) -> Ruler:
        """Measures what was read of a file: its spans are not those of findings."""
        source = document.source
        known = self._of_documents.get(source.path)
        if known is None or known.source is not source:
            known = self._of_documents[source.path] = Ruler(source.file.text, self.encoding, source)
        return known

    def location(self, place: Place) -> types.Location:
        return types.Location(self.uri(place.path), self.range(place))

    def range(self, place: Place) -> types.Range:
        source = self.workspace.result().sources.get(place.path)
        document = None if source is not None else self.workspace.document(place.path)
        text = source.text if source is not None else document.source.file.text if document is not None else ""
        return self.ruler(place.path, text).area(place)

    # --- languages ----------------------------------------------------------------------------------------------------

    def language_of(self, path: str, own: str = "") -> str:
        """The language to speak of a file in: as asked for, as configured, the editor's, the file's own, English."""
        configurations = self.workspace.configurations
        configured = configurations.of(path).message_language if configurations is not None else ""
        return next((one for one in (self.language, configured, self.locale, own) if one in LANGUAGES), "en")

    def language_for(self, finding: Finding) -> str:
        return self.language_of(finding.place.path, finding.language)

    @property
    def frame(self) -> str:
        """The language of what is said of the run itself."""
        return next((one for one in (self.language, self.locale) if one in LANGUAGES), "en")

    def gone(self, why: FolderGone) -> str:
        """Why nothing is judged."""
        return self.say("The folder {folder} is gone. What is in it is judged again when it is back.", folder=str(why))

    def say(self, english: str, path: str = "", own: str = "", **params: object) -> str:
        """A text in the language in which is spoken of a file, or of the run."""
        language = self.language_of(path, own) if path else self.frame
        return fill(translate(english, language), params, language)
