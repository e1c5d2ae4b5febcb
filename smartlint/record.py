"""Named tuples without ``typing``, whose import takes longer than the reading of a sentence.

``from smartlint.record import NamedTuple`` is to a type checker what it is from ``typing``; at run time it makes the same
class of the same annotations and defaults.
"""

from __future__ import annotations

from collections import namedtuple

__all__ = ["TYPE_CHECKING", "Final", "NamedTuple"]

#: As in ``typing``: only a type checker takes it for true.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Final, NamedTuple
else:
    Final = None
    _OF_EVERY_CLASS = frozenset(("__annotations__", "__module__", "__qualname__"))

    class _Maker(type):
        """Makes a named tuple of a class body; its methods and properties come along."""

        def __new__(cls, name, bases, space):
            if not bases:
                return super().__new__(cls, name, bases, space)
            fields = tuple(space.get("__annotations__", ()))
            defaults = [space[field] for field in fields if field in space]
            made = namedtuple(name, fields, defaults=defaults, module=space["__module__"])
            for key, value in space.items():
                if key not in _OF_EVERY_CLASS and key not in fields:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """The base of named tuples; itself it is none."""
