"""Regular expressions that are compiled when they are first used: most texts need few of them."""

from __future__ import annotations

from smartlint import compiled
from smartlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from typing import Any


class Pattern:
    """Looks and works like ``re.compile(pattern, flags)``."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern, kept for the next time."""
        found = self.__dict__[name] = getattr(compiled.pattern(self.pattern, self.flags), name)
        return found


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, to a type checker too."""
    late: Any = Pattern(pattern, flags)
    found: re.Pattern[str] = late
    return found
