"""The parse table of the grammar of expressions: made once, and kept beside the compiled language packs.

To make it takes thirty times as long as to read it, and most runs with rules of one's own are short.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from lark import Lark

#: The format of ``marshal`` that every Python reads.
_FORMAT = 4


def load(**options: Any) -> Lark:
    """The parser of ``policy.lark`` with Lark's options ``transformer`` and ``postlex``."""
    from lark import Lark, __version__

    import smartlint_grammar

    folder = Path(smartlint_grammar.__file__).parent
    source = (folder / "policy.lark").read_bytes()
    digest = crc32(__version__.encode(), crc32(source))
    kept = folder / "languages" / "compiled" / "policy.marshal"
    table = _read(kept, digest)
    if table is None:
        from lark.grammar import Rule
        from lark.lexer import TerminalDef

        made = Lark(source.decode("utf-8"), parser="lalr", lexer="basic", keep_all_tokens=True)
        table = made.memo_serialize([TerminalDef, Rule])
        _write(kept, marshal.dumps((digest, table), _FORMAT))
    data, memo = table
    untyped: Any = Lark
    parser: Lark = untyped._load_from_dict(data, memo, **options)
    return parser


def _read(kept: Path, digest: int) -> Any:
    """The table, None where there is none of this grammar."""
    try:
        known, table = marshal.loads(kept.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return table if known == digest else None


def _write(kept: Path, data: bytes) -> None:
    """Whole or not at all; where nothing may be written it is done without."""
    from smartlint.writing import write_atomically

    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        write_atomically(kept, data)
