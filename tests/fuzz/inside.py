"""The process in which one target is fuzzed (``python -m tests.fuzz.inside TARGET [libFuzzer's options]``)."""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-untyped,unused-ignore]

with atheris.instrument_imports(include=["smartlint", "smartlint_rules", "smartlint_grammar"]):
    from smartlint.registry import load
    from tests.fuzz.targets import TARGETS

    load()  # the rules too

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    atheris.Setup([name, *options], TARGETS[name])
    atheris.Fuzz()
