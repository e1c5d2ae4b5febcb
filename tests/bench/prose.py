"""How fast prose is understood: MB/s for each language, and a fresh process's first sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import cycle, islice

import click

from smartlint.language import prose
from smartlint.language.times import Anchor
from smartlint.reading import Text
from smartlint.source import Span
from tests.accuracy.corpus import sentences

#: How many sentences a round reads, and of how many rounds the fastest counts.
_SENTENCES, _ROUNDS = 4000, 10
_STARTS = 7
_FIRST = (
    "import re, time\n"
    "begin = time.process_time()\n"
    "from datetime import date\n"
    "from smartlint.reading import Text\n"
    "from smartlint.language.prose import read\n"
    "from smartlint.language.times import Anchor\n"
    "from smartlint.source import Span\n"
    "text = {text!r}\n"
    "read(Text(text, Span(0, len(text))), {language!r}, Anchor(date(2026, 1, 15)))\n"
    "print(time.process_time() - begin)\n"
)


def by_language() -> dict[str, list[str]]:
    """The project's own sentences."""
    found: dict[str, list[str]] = {}
    for case in sentences(None):
        found.setdefault(case.language, []).append(case.text)
    return found


def speeds(texts: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """MB of UTF-8 a second by language, whole understanding, on one core; the words have been met before.

    Each round reads all languages, so that what else goes on in the machine meets none of them alone.
    """
    anchor = Anchor(date(2026, 1, 15))
    goals = {
        language: [Text(text, Span(0, len(text))) for text in islice(cycle(own), _SENTENCES)] for language, own in texts.items()
    }
    best = dict.fromkeys(goals, float("inf"))
    for _ in range(_ROUNDS):
        for language, own in goals.items():
            begin = time.process_time()
            for goal in own:
                prose.read(goal, language, anchor)
            best[language] = min(best[language], time.process_time() - begin)
    return {language: sum(len(goal.text.encode()) for goal in own) / best[language] / 1e6 for language, own in goals.items()}


def first(language: str, text: str) -> float:
    """Milliseconds from a bare interpreter with ``re`` to the reading of its first sentence, the fastest of some."""
    code = [sys.executable, "-c", _FIRST.format(text=text, language=language)]
    with tempfile.TemporaryDirectory() as cache:
        # Modules are compiled by the first of the runs, as an installation does.
        env = {**os.environ, "PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
        runs = [subprocess.run(code, capture_output=True, check=True, text=True, env=env) for _ in range(_STARTS)]
    return min(float(run.stdout) for run in runs) * 1000


@click.command(name="prose")
def main() -> None:
    """Prints what was measured and a line for each language."""
    click.echo("as Python" if prose.__file__.endswith(".py") else "as machine code")
    click.echo("language   MB/s   first sentence")
    texts = by_language()
    for language, speed in speeds(texts).items():
        click.echo(f"{language:8} {speed:6.2f} {first(language, texts[language][0]):11.1f} ms")
