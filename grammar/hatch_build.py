"""Builds the wheel: compiles language packs and grammar into it and, where asked, the reading of prose to machine code."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "grammar/smartlint_grammar/languages/compiled"
#: With ``SMARTLINT_COMPILE=1`` the wheel is for one Python and one platform, and reads prose four times as fast.
ASKED = "SMARTLINT_COMPILE"
LANGUAGE = "smartlint/language"
#: What reads no sentence, or makes its attributes when they are asked for.
INTERPRETED = frozenset({"__init__", "detect", "inspection", "packing", "vocabulary"})


class CompilePacks(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]
    """Loading a pack or a grammar writes its compiled form beside it; the wheel takes that along."""

    def dependencies(self) -> list[str]:
        return ["mypy[mypyc]>=1.15"] if _is_asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path[:0] = [self.root, str(Path(self.root) / "grammar")]
        from smartlint.language.pack import packs, people
        from smartlint.policy.parser import grammar

        packs()
        people()
        grammar()
        build_data["artifacts"].append(f"{COMPILED}/*.marshal")
        if _is_asked() and version == "standard":  # an editable installation runs what is edited
            self._folder = tempfile.TemporaryDirectory()
            build_data["force_include"].update(_machine_code(Path(self.root), Path(self._folder.name)))
            build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        folder = getattr(self, "_folder", None)
        if folder is not None:
            folder.cleanup()


def _is_asked() -> bool:
    return os.environ.get(ASKED) == "1"


def _machine_code(root: Path, work: Path) -> dict[str, str]:
    """The modules that read prose as extension modules: where each was made, and its place in the wheel."""
    from mypyc.build import mypycify
    from setuptools import Distribution  # type: ignore[import-untyped, unused-ignore]

    modules = [path.relative_to(root) for path in sorted((root / LANGUAGE).glob("*.py")) if path.stem not in INTERPRETED]
    options = ["--config-file=", f"--cache-dir={work / 'cache'}", "--ignore-missing-imports"]
    extensions = mypycify(
        [*options, *map(str, modules)], opt_level="3", debug_level="0", target_dir=str(work / "c"), group_name="smartlint"
    )
    if sys.platform != "win32":  # no other library calls the functions inside, so that they may be called directly
        for extension in extensions:
            extension.extra_compile_args = [*extension.extra_compile_args, "-fno-semantic-interposition", "-fvisibility=hidden"]
    build: Any = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
    build.build_lib, build.build_temp = str(work / "lib"), str(work / "objects")
    build.ensure_finalized()
    build.run()
    return {path: str(Path(path).relative_to(work / "lib")) for path in build.get_outputs()}
