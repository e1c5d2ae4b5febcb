"""An editor's keystroke: somebody types in a file of two hundred goals, and waits after each key for what is found."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import click

from tests.accuracy.corpus import sentences
from tests.lsp.client import Client, process

NAME = "plan.goals"
#: Every so many goals have four key results, as plans have.
_EVERY, _BELOW = 5, 4


class Key(NamedTuple):
    """How long findings took to come since the server was told of a key: by the clock and on its processor, milliseconds."""

    waited: float
    worked: float


def plan(count: int, language: str = "en") -> str:
    """A file with so many goals, of the project's own sentences."""
    texts = cycle(_sentences(language))
    lines, written = ["team: Harbour", "period: 2026", "review: every month", ""], 0
    for number in range(count):
        if written == count:
            break
        lines += _goal(f"goal G{number}", next(texts), "")
        written += 1
        for below in range(min(_BELOW, count - written) if number % _EVERY == 0 else 0):
            lines += ["", *_goal(f"key result KR{number}.{below}", next(texts), "  ")]
            written += 1
        lines.append("")
    return "\n".join(lines)


def _sentences(language: str) -> Iterator[str]:
    """Sentences that are all different: those of the corpus, and again with other numbers and words."""
    own = [case.text for case in sentences(None) if case.language == language and "\n" not in case.text]
    yield from own
    yield from (re.sub(r"\d+", lambda found: str(int(found[0]) + 3), f"{text} in the northern warehouse") for text in own)


def _goal(name: str, text: str, indent: str) -> Iterator[str]:
    yield f"{indent}{name}: {text}"
    yield f"{indent}  owner: Ida Moe"
    yield f"{indent}  source: the till"
    yield f"{indent}  how:"
    yield f"{indent}    - Ring five of those who left (owner: Bo Lie, deadline: 2026-03-31)"


def typed(text: str, keys: int, seed: int = 1) -> Iterator[str]:
    """The text after each of some keys: words are typed into goals here and there, and some of it is taken back."""
    draw = random.Random(seed)
    while True:
        ends = [at for at, sign in enumerate(text) if sign == " " and text[at - 1].isalpha()]
        at = draw.choice(ends)
        for sign in draw.choice((" and the new quay", " for 12 % more", " by June", " at once")):
            text, at, keys = text[:at] + sign + text[at:], at + 1, keys - 1
            yield text
            if not keys:
                return
        if draw.random() < 0.3:
            text, keys = text[: at - 1] + text[at:], keys - 1
            yield text
            if not keys:
                return


def keystrokes(folder: Path, keys: int = 200, goals: int = 200) -> list[Key]:
    """What some keys took in a server that runs apart, as an editor starts it."""
    text = plan(goals)
    (folder / NAME).write_text(text, "utf-8")
    with process(folder) as client:
        client.begin()
        client.opens(NAME)
        client.shown(NAME)
        found = list(_typing(client, text, keys))
        client.ends()
    return found


def _typing(client: Client, text: str, keys: int) -> Iterator[Key]:
    for version, after in enumerate(islice(typed(text, keys + 10), keys + 10), 2):
        worked = client.worked
        client.types(NAME, after, version)
        while client.hears("textDocument/publishDiagnostics").get("version") != version:
            pass
        if version > 11:  # the first ones warm it up
            yield Key((client.came - client.sent) * 1000, (client.worked - worked) * 1000)


def share(values: Sequence[float], percent: int) -> float:
    """The value that so many percent of some are not above."""
    return sorted(values)[max(0, -(-len(values) * percent // 100) - 1)]


@click.command(name="keystroke")
@click.option("--goals", default=200, show_default=True, help="So many goals the file has.")
@click.option("--keys", default=200, show_default=True, help="So many keys are hit.")
def main(goals: int, keys: int) -> None:
    """How long an editor waits for findings after a key."""
    with tempfile.TemporaryDirectory() as folder:
        found = keystrokes(Path(folder), keys, goals)
    click.echo(f"| editor keystroke, {goals} goals | p50 | p95 |\n|---|---|---|")
    waited, worked = zip(*found, strict=True)
    for name, values in (("ms by the clock", waited), ("ms of the processor", worked)):
        click.echo(f"| {name} | {share(values, 50):.1f} | {share(values, 95):.1f} |")
