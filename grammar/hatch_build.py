"""Compiles language packs and grammar into the wheel, so that an installed smartlint need not read them from their sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "grammar/smartlint_grammar/languages/compiled"


class CompilePacks(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]
    """Loading a pack or a grammar writes its compiled form beside it; the wheel takes that along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path[:0] = [self.root, str(Path(self.root) / "grammar")]
        from smartlint.language.pack import packs, people
        from smartlint.policy.parser import grammar

        packs()
        people()
        grammar()
        build_data["artifacts"].append(f"{COMPILED}/*.marshal")
