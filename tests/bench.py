"""How fast prose is understood: MB/s for each language, and a fresh process's first sentence (``python -m tests.bench``)."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from itertools import cycle, islice

from smartlint.goal import Text
from smartlint.language.prose import read
from smartlint.language.times import Anchor
from smartlint.source import Span

from tests.accuracy.corpus import sentences

#: How many sentences a round reads, and of how many rounds the fastest counts.
_SENTENCES, _ROUNDS = 4000, 5
_STARTS = 7
_FIRST = (
    "import re, time\n"
    "begin = time.perf_counter()\n"
    "from datetime import date\n"
    "from smartlint.goal import Text\n"
    "from smartlint.language.prose import read\n"
    "from smartlint.language.times import Anchor\n"
    "from smartlint.source import Span\n"
    "text = {text!r}\n"
    "read(Text(text, Span(0, len(text))), {language!r}, Anchor(date(2026, 1, 15)))\n"
    "print(time.perf_counter() - begin)\n"
)


def by_language() -> dict[str, list[str]]:
    """The project's own sentences."""
    found: dict[str, list[str]] = {}
    for case in sentences(None):
        found.setdefault(case.language, []).append(case.text)
    return found


def speed(language: str, texts: list[str]) -> float:
    """MB of UTF-8 a second, whole understanding, on one core; the words have been met before."""
    anchor = Anchor(date(2026, 1, 15))
    goals = [Text(text, Span(0, len(text))) for text in islice(cycle(texts), _SENTENCES)]
    size = sum(len(goal.text.encode()) for goal in goals)
    best = float("inf")
    for _ in range(_ROUNDS):
        begin = time.perf_counter()
        for goal in goals:
            read(goal, language, anchor)
        best = min(best, time.perf_counter() - begin)
    return size / best / 1e6


def first(language: str, text: str) -> float:
    """Milliseconds from a bare interpreter with ``re`` to the reading of its first sentence, the fastest of some."""
    code = _FIRST.format(text=text, language=language)
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True) for _ in range(_STARTS)]
    return min(float(run.stdout) for run in runs) * 1000


def main() -> None:
    """Prints a line for each language."""
    print("language   MB/s   first sentence")
    for language, texts in by_language().items():
        print(f"{language:8} {speed(language, texts):6.2f} {first(language, texts[0]):11.1f} ms")


if __name__ == "__main__":
    main()
