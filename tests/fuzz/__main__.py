"""Fuzzing, guided by what the code has run through (``python -m tests.fuzz [TARGET ...] [--seconds N] [--corpus DIR]``).

Needs ``atheris``. Each target starts from the examples and from what was kept; an input that fails is put beside those, where
the tests run it from then on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.seeds import KEPT, seeds
from tests.fuzz.targets import TARGETS

#: An input that takes longer is a failure, in seconds: the instruments make everything several times slower.
_LONGEST = 30
_LARGEST = 8192


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--corpus", type=Path, help="a folder in which what was found on the way is kept")
    given = parser.parse_args()
    unknown = set(given.targets) - set(TARGETS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    failed = [name for name in given.targets or TARGETS if _run(name, given.seconds, given.corpus)]
    sys.stdout.write(f"failed: {', '.join(failed)}\n" if failed else "no target failed\n")
    return int(bool(failed))


def _run(name: str, seconds: int, corpus: Path | None) -> int:
    """Fuzzes one target in a process of its own, as the fuzzer ends the one that it runs in."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = (corpus or Path(scratch)) / name
        folder.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds(name)):
            (folder / f"seed-{number}").write_bytes(seed)
        (KEPT / name).mkdir(parents=True, exist_ok=True)
        limits = [f"-max_total_time={seconds}", f"-timeout={_LONGEST}", f"-max_len={_LARGEST}", "-rss_limit_mb=2048"]
        options = [*limits, f"-artifact_prefix={KEPT / name}/", "-print_final_stats=1", str(folder)]
        return subprocess.run([sys.executable, "-m", "tests.fuzz.inside", name, *options], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
