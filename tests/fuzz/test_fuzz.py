"""What fuzzing has found once is run again, without a fuzzer."""

from pathlib import Path

import pytest

from tests.fuzz.seeds import kept, seeds
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize(("target", "path"), [(name, path) for name in TARGETS for path in kept(name)], ids=str)
def test_what_was_found_is_mended(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_takes_its_first_seeds(target: str) -> None:
    for _, seed in zip(range(5), (*seeds(target), b"", b"\0"), strict=False):
        TARGETS[target](seed)
