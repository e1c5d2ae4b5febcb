"""A long session of an editor: edits at random in real files, with what is found held against what ``check`` finds.

``python -m tests.lsp.session`` is half an hour of typing, and a thousand files that are opened, typed in and closed; it prints
how much memory the session takes. With ``--every 1`` each edit is held against a fresh run.
"""

from __future__ import annotations

import gc
import os
import random
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from smartlint.configuration.configurations import Configurations
from smartlint.finding import Result
from smartlint.linter import Linter
from smartlint.lsp.diagnostics import Diagnostics
from smartlint.lsp.session import Session
from smartlint.lsp.workspace import Workspace
from tests.lsp.client import ROOT, process

TODAY = date(2026, 2, 1)
#: Configurations that judge otherwise: languages, calendars, rules, policies, and one that is broken.
CONFIGURATIONS = (
    "",
    'profile = "all"\n',
    'language = "nb"\n[lint]\nselect = ["ALL"]\n',
    '[calendar]\nfiscal-year-starts = "july"\n',
    'extend = "above.toml"\ncalendar.fiscal-year-starts = "july"\nprofile = "all"\n',
    '[[policy]]\nname = "told"\nselect = ["TIM", "PLN"]\nenforcement = "mandatory"\nreason = "we look every month"\n',
    '[lint]\nselect = ["SYN',
)
#: What is decided above them, and what is excused.
_ABOVE = {
    "above.toml": 'calendar.fiscal-year-starts = "april"\n[[policy]]\nname = "owned"\nselect = ["OWN", "PLN", "TIM", "CON"]\n'
    'reason = "we have agreed on it"\nenforcement = "waivable"\n',
    "smartlint-waivers.toml": '[[waiver]]\nrule = "PLN001"\nreason = "later"\nowner = "Ida Moe"\npath = "*.goals"\n'
    "expires = 2026-12-31\n",
}
LINES = (
    "goal X1: Sell 40 more loaves a day by 30 June 2026\n",
    "mål X2: Øke salget 😀 fra 4 til 6\n",
    "  key result KR9: Bake 12 % more rolls\n",
    "KR 3: Svare innen 4 timer\n",
    "  owner: Ida Moe\n",
    "  eier: Bo Lie og Ida Moe\n",
    "  supports: X1\n",
    "# smartlint: ignore[TIM] -- we wait for the lease\n",
    "# smartlint: ignore-file[SPC]\n",
    "  # smartlint: ignore[OWN001, NONE9]\n",
    "team: Kitchen\n",
    "language: sv\n",
    "period: 2026\n",
    "deadline: tomorrow\n",
    "ownr: Bo\n",
    "gaol G9: a\n",
    "mål: 4 %\n",
    "delmål:\n",
    "\t- wash up (Bo)\n",
    "    - Ring five of them (owner: TBD, deadline: 31.02.2026)\n",
    "\r\n",
    "\n",
    "# a note\n",
)
_SIGNS = ("x", " ", "4", ":", "\n", "  ", "#", "ø", "😀", "%", "-", "\t", "")


class Typist:
    """Somebody who edits the files of a folder, one edit after another."""

    def __init__(self, folder: Path, seed: int | str) -> None:
        self.draw = random.Random(seed)
        self.folder = folder
        self.workspace = Workspace([folder], Configurations, lambda: TODAY)
        self.session = Session(self.workspace, lambda rule, language: "")
        self.shown = Diagnostics(self.session)
        self._texts = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.goals"))}
        self._before: list[tuple[str, str]] = []
        self._version = 0

    def edit(self) -> None:
        """One edit: some signs, lines, a block, a paste, what was there before; now and then another configuration."""
        chance = self.draw.random()
        if chance < 0.01:
            (self.folder / "smartlint.toml").write_text(self.draw.choice(CONFIGURATIONS), "utf-8")
            self.workspace.refresh()
        elif chance < 0.03:
            name = self.draw.choice(sorted(self._texts))
            self.workspace.close(self.folder / name)
            self._texts[name] = (self.folder / name).read_text("utf-8")
        elif chance < 0.08 and self._before:
            self._open(*self._before.pop())
        else:
            name = self.draw.choice(sorted(self._texts)[:3])
            text = self._texts[name]
            self._before = [*self._before[-20:], (name, text)]
            self._open(name, self._edited(text))

    def _open(self, name: str, text: str) -> None:
        self._version += 1
        self._texts[name] = text
        self.workspace.open(self.folder / name, text, self._version)

    def _edited(self, text: str) -> str:
        draw = self.draw
        chance = draw.random()
        at = draw.randint(0, len(text))
        if chance < 0.7:
            return text[:at] + draw.choice(_SIGNS) + text[at + draw.randint(0, 2) :]
        lines = text.splitlines(keepends=True)
        begin = draw.randint(0, len(lines))
        if chance < 0.85:
            lines.insert(begin, draw.choice(LINES))
        elif chance < 0.92:
            del lines[begin : begin + draw.randint(1, 4)]
        elif chance < 0.96:
            end = begin + draw.randint(1, 12)
            lines[begin:end] = [line[2:] if line.startswith("  ") else f"  {line}" for line in lines[begin:end]]
        else:
            other = draw.choice(sorted(self._texts.values())).splitlines(keepends=True)
            start = draw.randint(0, len(other))
            lines[begin:begin] = other[start : start + draw.randint(1, 25)]
        return "".join(lines)[:20_000]

    def cycle(self, times: int) -> None:
        """Opens a file, types in it and closes it, each time another one."""
        for number in range(times):
            place = self.folder / f"draft-{number}.goals"
            for version, text in enumerate(("", "goal: Sell 3 cakes", "goal: Sell 3 cakes\n  owner: Ida Moe\n"), 1):
                self.workspace.open(place, text, version)
                self.shown.of(self.workspace.result())
                self.session.forget_all_but(self.workspace.files)
            self.workspace.close(place)
        self.shown.of(self.workspace.result())

    def differences(self) -> Iterator[str]:
        """Where what is found, or shown, is not what a fresh run over the same texts finds."""
        found, fresh = self.workspace.result(), self._fresh()
        for name in ("findings", "suppressed", "waived", "notices", "files", "goals"):
            one, other = getattr(found, name), getattr(fresh, name)
            if one != other:
                yield f"{name}: {_first(one, other)}"
        anew = Session(self.workspace, lambda rule, language: "")
        if self.shown.of(found) != Diagnostics(anew).of(fresh):
            yield "diagnostics"

    def _fresh(self) -> Result:
        if self.workspace.configurations is None:
            return Result()
        linter = Linter(self.workspace.configurations.judging(self.workspace.files.values(), TODAY))
        for file in self.workspace.files.values():
            text = self.workspace.text(file)
            assert isinstance(text, str)
            linter.check_text(text, file.path)
        return linter.finish()


def _first(one: object, other: object) -> str:
    if not isinstance(one, list) or not isinstance(other, list):
        return f"{one} and not {other}"
    only = [each for each in one if each not in other], [each for each in other if each not in one]
    return f"only there: {only[0][:1]}; only in a fresh run: {only[1][:1]}" if only[0] or only[1] else "another order"


def lay_out(folder: Path, texts: int = 4) -> None:
    """Some of the examples in a folder."""
    for path in sorted((ROOT / "examples").rglob("*.goals"))[:: max(1, 29 // texts)][:texts]:
        (folder / f"{path.parent.name}-{path.name}").write_bytes(path.read_bytes())
    for name, text in _ABOVE.items():
        (folder / name).write_text(text, "utf-8")


def served(folder: Path, times: int) -> Iterator[tuple[int, float]]:
    """Opens a file in a server that runs apart, types in it, asks what editors ask, and closes it; its memory."""
    texts = ("goal: Sell 3 cakes", "goal: Sell 3 cakes\n  ownr: Ida Moe\n")
    with process(folder) as client:
        client.begin()
        for number in range(1, times + 1):
            name = f"draft-{number}.goals"
            client.opens(name, "")
            for version, text in enumerate(texts, 2):
                client.types(name, text, version)
                for question in ("semanticTokens/full", "codeLens"):
                    client.answer(f"textDocument/{question}", client.about(name))
            client.shown(name, len(texts) + 1)
            client.notify("textDocument/didClose", client.about(name))
            while client.shown(name):
                pass
            client.said.clear()
            if number % max(1, times // 5) == 0:
                yield number, resident(client.pid)
        client.ends()


def resident(pid: int | None = None) -> float:
    """MB of memory that a process has now, by default this one, where the system tells."""
    statm = Path(f"/proc/{pid or 'self'}/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if statm.exists() else 0.0


@click.command()
@click.option("--edits", default=6000, help="How many edits are made.")
@click.option("--every", default=50, help="After so many edits what is found is held against a fresh run.")
@click.option("--cycles", default=1000, help="So often a file is opened, typed in and closed.")
@click.option("--seed", default=1)
def main(edits: int, every: int, cycles: int, seed: int) -> None:
    """Edits, and says what is wrong; ends with 1 if anything is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder)
        os.chdir(folder)
        typist, compared, wrong = Typist(folder, seed), 0, 0
        for number in range(edits + 1):
            typist.edit()
            typist.shown.of(typist.workspace.result())
            if number % every == 0:
                compared += 1
                for difference in typist.differences():
                    wrong += 1
                    click.echo(f"edit {number}: {difference}"[:2000])
            if number % max(1, edits // 10) == 0:
                gc.collect()
                click.echo(f"{number:6} edits  {resident():7.1f} MB")
        (folder / "smartlint.toml").write_text("", "utf-8")  # with a broken one nothing would be judged
        for number, size in served(folder, cycles):
            click.echo(f"{number:6} files  {size:7.1f} MB")
        os.chdir("/")
    click.echo(f"held against a fresh run {compared} times: {wrong} differences")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
