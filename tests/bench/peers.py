"""What is measured: smartlint, and others that check files of their own kinds."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.corpus import KINDS, made, write
from tests.bench.measuring import Command

_SMARTLINT = (sys.executable, "-m", "smartlint", "check", "--today", "2026-02-01", "--output-format", "concise")
_GHERKIN = "import sys; from gherkin.parser import Parser; [Parser().parse(open(f).read()) for f in sys.argv[1:]]"
_CUCUMBER = (
    "const g = require('@cucumber/gherkin'), m = require('@cucumber/messages'), fs = require('fs');"
    "for (const f of process.argv.slice(1)) new g.Parser(new g.AstBuilder(m.IdGenerator.uuid()),"
    " new g.GherkinClassicTokenMatcher()).parse(fs.readFileSync(f, 'utf8'))"
)
_CONFIGURATION = 'profile = "all"\n[lint]\nselect = ["ALL"]\n[lint.levels]\nPLN = "info"\n'
_SPECTRAL = '{"rules": {"owner": {"given": "$.goals[*]", "then": {"field": "owner", "function": "truthy"}}}}'
_TEXTLINT = '{"rules": {"no-todo": true}}'
_SQL = "SELECT a, b FROM goals WHERE c = 1 AND d = 'x' ORDER BY a;\n"


class Bench:
    """Files to check below a folder, ``one`` of each kind and ``many``, and the tools that are there to check them.

    ``tools`` is the folder of a ``node_modules``, or any other.
    """

    def __init__(self, folder: Path, files: int, tools: Path | None) -> None:
        self._folder = folder
        self._tools = tools
        self.sizes = {kind: write(folder / kind / "many", kind, made(files)) for kind in KINDS}
        for kind in KINDS:
            write(folder / kind / "one", kind, made(1, 20))
        (folder / "configured").mkdir()
        (folder / "configured" / "smartlint.toml").write_text(_CONFIGURATION)
        shutil.copy(self._one("goals"), folder / "configured" / "a.goals")
        (folder / "one.sql").write_text(_SQL * 80)
        (folder / ".spectral.json").write_text(_SPECTRAL)
        (folder / ".textlintrc.json").write_text(_TEXTLINT)
        if tools is not None and (tools / "node_modules").is_dir():
            (folder / "node_modules").symlink_to((tools / "node_modules").absolute())

    def _one(self, kind: str) -> Path:
        return next((self._folder / kind / "one").rglob(f"*.{kind}"))

    def _many(self, kind: str) -> list[str]:
        return [str(path) for path in sorted((self._folder / kind / "many").rglob(f"*.{kind}"))]

    def one(self) -> dict[str, Command]:
        """A fresh process for one file of 5 KB."""
        file = {kind: str(self._one(kind)) for kind in KINDS}
        return self._there(
            {
                "python -c pass": (sys.executable, "-c", "pass"),
                "smartlint": (*_SMARTLINT, "--no-cache", "--isolated", file["goals"]),
                "smartlint, configured": (*_SMARTLINT, "--no-cache", str(self._folder / "configured")),
                "ruff": ("ruff", "check", "--no-cache", "--isolated", file["py"]),
                "yamllint": ("yamllint", file["yaml"]),
                "codespell": ("codespell", file["goals"]),
                "proselint": ("proselint", "check", file["md"]),
                "sqlfluff": ("sqlfluff", "lint", "--dialect", "ansi", str(self._folder / "one.sql")),
                "gherkin-official (only parses)": (sys.executable, "-c", _GHERKIN, file["feature"]),
                "gherkin-lint": ("gherkin-lint", file["feature"]),
                "@cucumber/gherkin (only parses)": ("node", "-e", _CUCUMBER, file["feature"]),
                "markdownlint-cli2": ("markdownlint-cli2", file["md"]),
                "textlint": ("textlint", file["md"]),
                "Spectral": ("spectral", "lint", "--ruleset", ".spectral.json", file["yaml"]),
            }
        )

    def many(self) -> dict[str, Command]:
        """All files at once."""
        at = {kind: str(self._folder / kind / "many") for kind in KINDS}
        kept = (*_SMARTLINT, "--isolated", "--cache-dir", str(self._folder / "cache"), at["goals"])
        ruff = ("ruff", "check", "--isolated", "--cache-dir", str(self._folder / "ruff"), at["py"])
        return self._there(
            {
                "smartlint, one process": (*_SMARTLINT, "--no-cache", "--isolated", "--jobs", "1", at["goals"]),
                "smartlint, two processes": (*_SMARTLINT, "--no-cache", "--isolated", "--jobs", "2", at["goals"]),
                "smartlint, unchanged": kept,
                "ruff": ("ruff", "check", "--no-cache", "--isolated", at["py"]),
                "ruff, unchanged": ruff,
                "yamllint": ("yamllint", at["yaml"]),
                "codespell": ("codespell", at["goals"]),
                "gherkin-official (only parses)": (sys.executable, "-c", _GHERKIN, *self._many("feature")),
                "gherkin-lint": ("gherkin-lint", at["feature"]),
                "@cucumber/gherkin (only parses)": ("node", "-e", _CUCUMBER, *self._many("feature")),
                "markdownlint-cli2": ("markdownlint-cli2", f"{at['md']}/**/*.md"),
                "Spectral": ("spectral", "lint", "--ruleset", ".spectral.json", f"{at['yaml']}/**/*.yaml"),
            },
            {"smartlint, unchanged": kept, "ruff, unchanged": ruff},
        )

    def _there(
        self, commands: Mapping[str, Sequence[str]], before: Mapping[str, Sequence[str]] | None = None
    ) -> dict[str, Command]:
        """The commands whose program is there."""
        return {
            name: Command(arguments, self._folder, (before or {}).get(name, ()))
            for name, command in commands.items()
            if (arguments := self._found(command, name))
        }

    def _found(self, command: Sequence[str], name: str) -> Sequence[str]:
        program, *arguments = command
        if name.startswith("gherkin-official") and not _is_importable("gherkin"):
            return ()
        if name.startswith("@cucumber") and not (self._folder / "node_modules" / "@cucumber" / "gherkin").is_dir():
            return ()
        for place in self._places():
            if found := shutil.which(program, path=place):
                return (found, *arguments)
        return ()

    def _places(self) -> Iterator[str | None]:
        yield str(Path(sys.executable).parent)
        if self._tools is not None:
            yield str(self._tools / "node_modules" / ".bin")
        yield None


def _is_importable(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None
