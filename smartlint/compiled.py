"""What Python has compiled for a run, kept in one file: hundreds of small ones take long to find and to open.

The modules of the house are in it, and the patterns and pieces of code that were needed. A module is taken from it where
file and folder are as they were, so that nothing else can have come before it; else Python looks for it as ever, and at the
end of the run the file is written anew. It lies where Python keeps what it has compiled, because code is to be taken from
nowhere else; where nothing may be written there, all works as it does without.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found, unused-ignore]
import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader, cache_from_source
from functools import partial
from os.path import dirname, join

from smartlint import __version__

TYPE_CHECKING = False  # as in ``typing``, whose import takes longer than all this saves

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence
    from types import CodeType
    from typing import Any

#: The packages that are kept: those that are installed together.
_HOUSE = frozenset(("smartlint", "smartlint_grammar", "smartlint_rules"))
#: Beside this module's own ``.pyc``, and named like it: each Python, and each way to run it, has one for itself.
_FILE = cache_from_source(__file__).removesuffix("pyc") + "marshal"
#: So many bytes say how long that is which stands before the code of the modules.
_LENGTH = 8
_MADE_BY = (__version__, MAGIC_NUMBER, _sre.MAGIC, sys.version)
#: What is raised where the file is not there, or not whole.
_BROKEN = (OSError, ValueError, EOFError, TypeError, MemoryError, OverflowError)

#: By the file of a module: the stamps of it and of its folder, and where its code begins and how long it is.
_modules: dict[str, tuple[tuple[int, int], tuple[int, int], int, int]] = {}
#: By pattern and flags: what ``re`` makes of them, or nothing where it is not to be had.
_patterns: dict[tuple[str, int], tuple[Any, ...]] = {}
#: By source.
_codes: dict[str, CodeType] = {}
#: Of folders.
_stamps: dict[str, tuple[int, int]] = {}
#: What was asked for in vain: patterns with their flags, and sources.
_lacking: set[tuple[str, int] | str] = set()


def use() -> None:
    """Has modules taken from the file, if this Python has written one."""
    try:
        read = _reader(_FILE)
        length = int.from_bytes(read(_LENGTH, 0), "big")
        made_by, modules, patterns, codes = marshal.loads(read(length, _LENGTH))
    except _BROKEN:
        return
    if made_by != _MADE_BY:
        return
    _modules.update(modules)
    _patterns.update(patterns)
    _codes.update(codes)
    _Loader.read, _Loader.begin = staticmethod(read), _LENGTH + length
    sys.meta_path.insert(0, _Finder)


def _reader(path: str) -> Callable[[int, int], bytes]:
    """Gives so many bytes of a file from a place on: of the same file, even if another has taken its name meanwhile."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    if hasattr(os, "pread"):  # which moves nothing that a forked process or a thread would share
        return partial(os.pread, file)
    with open(file, "rb") as stream:
        data = stream.read()
    return lambda length, start: data[start : start + length]


class _Loader(SourceFileLoader):
    """Python's own, which has the code at hand: the rest of the file, read where it is needed."""

    read: Callable[[int, int], bytes]
    begin: int

    def get_code(self, fullname: str) -> CodeType | None:
        start, length = _modules[self.path][2:]
        try:
            code: CodeType = marshal.loads(self.read(length, self.begin + start))
        except _BROKEN:
            return super().get_code(fullname)
        return code


class _Finder:
    """Finds what is kept and has not changed; of anything else it knows nothing, so that Python looks further."""

    @staticmethod
    def find_spec(fullname: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        if path is None or len(path) != 1 or fullname.partition(".")[0] not in _HOUSE:
            return None
        (folder,) = path
        stem = join(folder, fullname.rpartition(".")[2])
        for file, below in ((f"{stem}.py", None), (join(stem, "__init__.py"), [stem])):
            if _is_kept(file):
                spec = ModuleSpec(fullname, _Loader(fullname, file), origin=file)
                spec.submodule_search_locations = below
                spec.has_location, spec.cached = True, _FILE
                return spec
        return None


def _is_kept(file: str) -> bool:
    """Whether a module is there, and it and its folder are as they were."""
    try:
        return file in _modules and _modules[file][:2] == (_stamp(file), _of_folder(file))
    except OSError:
        return False


def _of_folder(file: str) -> tuple[int, int]:
    folder = dirname(file)
    if folder not in _stamps:
        _stamps[folder] = _stamp(folder)
    return _stamps[folder]


def _stamp(path: str) -> tuple[int, int]:
    """What changes with a file, and with a folder when something in it comes or goes."""
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size


def pattern(text: str, flags: int) -> re.Pattern[str]:
    """What ``re.compile`` gives."""
    key = text, int(flags)  # where it is an enumeration, marshal knows nothing of it
    made = _patterns.get(key)
    if made:
        found: re.Pattern[str] = _sre.compile(text, *made)
        return found
    if made is None:
        _lacking.add(key)
    import re

    return re.compile(text, flags)


def code(source: str) -> CodeType:
    """What ``compile`` gives of a few lines."""
    found = _codes.get(source)
    if found is None:
        _lacking.add(source)
        found = _codes[source] = compile(source, "<string>", "exec")
    return found


def keep() -> None:
    """Writes the file anew where the run has needed what was not in it."""
    missing = [] if sys.dont_write_bytecode else [one for one in _loaders() if not _is_kept(one.path)]
    if not missing and (sys.dont_write_bytecode or not _lacking):
        return
    part = f"{_FILE}.{os.getpid()}"
    try:
        with open(part, "xb") as file:  # first: where nothing may be written, nothing need be made
            file.writelines(_all_of_it(missing))
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, _FILE)
    except OSError:
        if os.path.exists(part):
            os.unlink(part)


def _loaders() -> list[SourceFileLoader]:
    """Those of the modules that were not taken from the file but might be, the next time."""
    names = [name for name in sys.modules if "." in name and name.partition(".")[0] in _HOUSE]
    loaders = [getattr(sys.modules[name], "__loader__", None) for name in names]
    return [one for one in loaders if type(one) is SourceFileLoader]


def _all_of_it(missing: Sequence[SourceFileLoader]) -> tuple[bytes | bytearray, ...]:
    """What the file is to hold: what it held and is still right, and what it lacked."""
    found = [(_stamp(one.path), _of_folder(one.path), one) for one in missing]  # what changes from now on is then not kept
    found += [(*kept[:2], _Loader("", file)) for file, kept in _modules.items() if _is_kept(file)]
    modules, codes = {}, bytearray()
    for stamp, of_folder, loader in found:
        code = marshal.dumps(loader.get_code(loader.name))
        modules[loader.path] = stamp, of_folder, len(codes), len(code)
        codes += code
    patterns = _patterns | {one: _translated(*one) for one in _lacking if isinstance(one, tuple)}
    head = marshal.dumps((_MADE_BY, modules, patterns, _codes))
    return len(head).to_bytes(_LENGTH, "big"), head, codes


def _translated(text: str, flags: int) -> tuple[Any, ...]:
    """What ``re`` makes of a pattern; nothing where this Python has its own way of it."""
    import re

    made = re.compile(text, flags)
    names = {number: name for name, number in made.groupindex.items()}
    try:
        words = re._compiler._code(re._parser.parse(text, flags), made.flags)  # type: ignore[attr-defined]
        numbers = list(map(int, words))
        found = made.flags, numbers, made.groups, dict(made.groupindex), tuple(map(names.get, range(made.groups + 1)))
        return found if _sre.compile(text, *found) == made else ()
    except (AttributeError, TypeError, RuntimeError):
        return ()
