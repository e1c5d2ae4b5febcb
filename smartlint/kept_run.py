"""What came of a run over many files: while none of them has changed, the next one over the same has it at hand.

Of some files and settings the last run is kept, with the names of what the cache holds of each file: they say what all
rests on. What was found in a file, and its text, are fetched when somebody asks for them.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, BinaryIO
from weakref import finalize

from smartlint.digest import blake2b
from smartlint.files import File, read
from smartlint.finding import Finding, Kind, Result, Said, Tally, Waived
from smartlint.linter import Linter
from smartlint.packing import Packer
from smartlint.pile import Pile
from smartlint.policy.policy import Ruling
from smartlint.record import NamedTuple
from smartlint.result_cache import Cache, engine, unzipped
from smartlint.rows import by_code, dumped, loaded, source
from smartlint.rule import Rule
from smartlint.settings import Settings
from smartlint.shelf import Texts
from smartlint.swap import Swap
from smartlint.unclear import RULES
from smartlint.waiver import Standing, Waiver

#: An entry ends with the place of its head, a number of so many bytes like all that are in it, and a sum of all before.
_NUMBER, _SUM = 8, 16
#: So many bytes of an entry are read at once where all of it is.
_PIECE = 1 << 16


def kept_run(cache: Cache, linter: Linter, files: Sequence[File], language: str, *, partial: bool) -> KeptRun | None:
    """The last run over some files; None where none is kept: of what rests on something unknown."""
    if linter.is_alone or any(file.where is None for file in files):
        return None
    settings = linter.all_settings([file.path for file in files])
    if not all(one.fingerprint for one in settings):
        return None
    stated = [(one.fingerprint, engine(one.known), one.today, one.waivers, one.warnings) for one in settings]
    name = blake2b(dumped((stated, language, partial, [file.path for file in files])), digest_size=20).hexdigest()
    return KeptRun(cache, name, linter, files, language, Names(settings))


class Names:
    """What the rules and policies of some settings are called: by the number of the settings, and what they are there."""

    def __init__(self, settings: Iterable[Settings]) -> None:
        self._things: dict[object, Any] = {None: None, **{rule.code: rule for rule in RULES}}
        for number, one in enumerate(settings):
            self._things |= {(number, code): rule for code, rule in by_code(one).items()}
            self._things |= {(number, place): policy for place, policy in enumerate(one.policies)}
        self._names = {id(thing): name for name, thing in self._things.items()}

    def name(self, thing: type[Rule] | Ruling | None) -> Any:
        """What stands for a rule, a ruling or none; "" for what is not known."""
        if isinstance(thing, Ruling):
            return [self._names.get(id(thing.policy), ""), thing.enforcement, thing.alone]
        return self._names.get(id(thing), "")

    def thing(self, name: Any) -> Any:
        """What a name stands for. Raises ``KeyError``."""
        return Ruling(self._things[name[0]], *name[1:]) if isinstance(name, list) else self._things[name]


class Head(NamedTuple):
    """What is kept of a run beside the findings and the texts of files, and where these lie, by path."""

    keys: Sequence[str]
    found: Mapping[str, int]
    texts: Mapping[str, int]
    things: Sequence[Any]
    suppressed: bytes
    waived: bytes
    waivers_of_waived: Sequence[Waiver]
    notices: Sequence[tuple[Any, str, Mapping[str, Any]]]
    waivers: list[Standing]
    counts: Sequence[tuple[Sequence[Any], int, int]]
    files_with: Mapping[int, int]
    files: int
    goals: int


class KeptRun:
    """The last run over some files by some settings, whose rules and policies have ``names``."""

    def __init__(self, cache: Cache, name: str, linter: Linter, files: Sequence[File], language: str, names: Names) -> None:
        self._cache = cache
        self._name = name
        self._linter = linter
        self._files = files
        self._language = language
        self._names = names

    def result(self) -> Result | None:
        """What came of it, if no file has changed since: all but the facts of the goals."""
        try:
            entry = _Entry(self._cache.open(self._name))
            head = Head(*loaded(entry.head))
            if len(head.keys) != len(self._files) or not all(map(self._is_same, self._files, head.keys)):
                return None
            packer = Packer(map(self._names.thing, head.things), loaded)
            result = Result(
                suppressed=packer.unpacked(head.suppressed),
                waived=list(map(Waived, packer.unpacked(head.waived), head.waivers_of_waived)),
                notices=[Said(self._names.thing(rule), message, params) for rule, message, params in head.notices],
                waivers=head.waivers,
                sources=Texts(lambda path: source(entry.get(head.texts[path])), laid=head.texts),
                files=head.files,
                goals=head.goals,
            )
            counts = [(Kind(self._names.thing(rule), *kind), count, bit) for (rule, *kind), count, bit in head.counts]
            result.findings = Pile.of(entry, head.found, packer, Tally.of(counts, head.files_with)).findings()
        except Exception:  # there is nothing that bytes made by somebody else cannot bring about
            return None
        return result

    def _is_same(self, file: File, key: str) -> bool:
        """Whether a file has the text that it had then."""
        text = read(file)
        return isinstance(text, str) and key == self._cache.key(
            self._linter.settings_of(file.path), file.path, text, self._language
        )

    def keep(self, keys: Sequence[str], result: Result) -> None:
        """Keeps what has come of this run instead, where the cache has all of its files under such names."""
        rules = [*(kind.rule for kind in result.tally.kinds), *(said.rule for said in result.notices)]
        if all(keys) and not result.crashed and all(map(self._names.name, rules)):
            self._cache.write(self._name, summed(self._pieces(keys, result)))

    def _pieces(self, keys: Sequence[str], result: Result) -> Iterator[bytes]:
        end = 0

        def laid(parts: Iterable[tuple[str, bytes]], places: dict[str, int]) -> Iterator[bytes]:
            nonlocal end
            for path, data in parts:
                data = zlib.compress(data, 1)
                places[path] = end
                end += _NUMBER + len(data)
                yield len(data).to_bytes(_NUMBER, "big") + data

        found: dict[str, int] = {}
        texts: dict[str, int] = {}
        packer, parts = _packed(result.findings)
        yield from laid(parts, found)
        yield from laid(((path, dumped(text)) for path, text in result.sources.items()), texts)
        suppressed, waived = packer.packed(result.suppressed), packer.packed([one.finding for one in result.waived])
        head = Head(
            keys,
            found,
            texts,
            list(map(self._names.name, packer.things)),
            suppressed,
            waived,
            [one.waiver for one in result.waived],
            [(self._names.name(one.rule), one.message_id, one.params) for one in result.notices],
            result.waivers,
            [((self._names.name(kind.rule), *kind[1:]), count, bit) for kind, count, bit in result.tally.counts],
            dict(result.tally.files_with),
            result.files,
            result.goals,
        )
        yield zlib.compress(dumped(tuple(head)), 1)
        yield end.to_bytes(_NUMBER, "big")


def _packed(findings: Sequence[Finding]) -> tuple[Packer, Iterable[tuple[str, bytes]]]:
    """Findings packed by path, and what they were packed with."""
    if isinstance(findings, Pile):
        return findings.packer, findings.parts()
    packer = Packer()
    by_path = groupby(findings, lambda finding: finding.place.path)
    return packer, [(path, packer.packed(own)) for path, own in by_path]


def summed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of an entry with the sum of them at the end."""
    digest = blake2b(digest_size=_SUM)
    for piece in pieces:
        digest.update(piece)
        yield piece
    yield digest.digest()


class _Entry(Swap):
    """What lies in the cache of a run, as long as it is asked for. Raises ``ValueError`` where it is not whole."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        finalize(self, stream.close)
        self._size = size = stream.seek(0, os.SEEK_END) - _SUM
        stream.seek(0)
        digest = blake2b(digest_size=_SUM)
        for start in range(0, size, _PIECE):
            digest.update(stream.read(min(_PIECE, size - start)))
        if size < _NUMBER or stream.read() != digest.digest():
            raise ValueError
        stream.seek(size - _NUMBER)
        start = stream.seek(int.from_bytes(stream.read(_NUMBER), "big"))
        self.head = unzipped(stream.read(size - _NUMBER - start))

    def get(self, start: int) -> bytes:
        self._stream.seek(start)
        size = int.from_bytes(self._stream.read(_NUMBER), "big")
        return unzipped(self._stream.read(min(size, self._size)))
