"""Named tuples and data classes without ``typing`` and ``dataclasses``, whose import and work take longer than a sentence.

``from smartlint.record import NamedTuple, dataclass`` are to a type checker what they are from ``typing`` and
``dataclasses``; at run time they make the same classes of the same annotations and defaults. What ``dataclasses`` itself
does with its classes, such as ``fields`` and ``asdict``, it does with these too.
"""

from __future__ import annotations

from collections import namedtuple

from smartlint import compiled

__all__ = ["TYPE_CHECKING", "Final", "NamedTuple", "dataclass", "field", "replace"]

#: As in ``typing``: only a type checker takes it for true.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
    from typing import Final, NamedTuple
else:
    Final = None
    _OF_EVERY_CLASS = frozenset(("__annotations__", "__module__", "__qualname__"))
    _set = object.__setattr__

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

    class _Made:
        """A default that each instance gets made for itself."""

        def __init__(self, make):
            self.make = make

    def field(*, default_factory):
        return _Made(default_factory)

    def dataclass(cls=None, /, *, frozen=False, eq=True, order=False, slots=False):
        if cls is None:
            return lambda cls: _dataclass(cls, frozen, eq, order, slots)
        return _dataclass(cls, frozen, eq, order, slots)

    def _dataclass(cls, frozen, eq, order, slots):
        fields = {}
        for base in reversed(cls.__mro__[1:]):
            fields |= base.__dict__.get("_record_fields", {})
        for name, kind in cls.__annotations__.items():  # its own alone
            if not str(kind).startswith("ClassVar"):
                fields[name] = cls.__dict__.get(name, _set)  # which nobody has for a default
                if isinstance(fields[name], _Made):
                    delattr(cls, name)
        if slots:
            cls = _slotted(cls)
        cls._record_fields = fields
        cls.__init__ = _init(cls, fields, frozen)
        cls.__match_args__ = tuple(fields)
        cls.__dataclass_fields__ = _Fields()
        cls.__reduce__ = _reduce
        if "__repr__" not in cls.__dict__:
            cls.__repr__ = _repr
        if eq:
            cls.__eq__ = _eq
            cls.__hash__ = _hash if frozen else None
        if order:
            cls.__lt__ = _lt
        if frozen:
            cls.__setattr__ = cls.__delattr__ = _refuse
        return cls

    def _slotted(cls):
        """The same class with room for its fields and nothing else: of some there are very many."""
        names = tuple(cls.__annotations__)
        space = {name: value for name, value in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")}
        return type(cls)(cls.__name__, cls.__bases__, {**space, "__slots__": names})

    def _init(cls, fields, frozen):
        """Its ``__init__``, which is written out when it is first called: of most classes a run makes no instance."""

        def first(self, *values, **named):
            cls.__init__ = _written_out(cls, fields, frozen)
            cls.__init__(self, *values, **named)

        return first

    def _written_out(cls, fields, frozen):
        """Its ``__init__``, written out: nothing else is as fast when it is called."""
        known = {"_set": _set}
        stated, body = [], []
        for name, default in fields.items():
            value = name
            if default is _set:
                stated.append(name)
            elif isinstance(default, _Made):
                known[f"_{name}"] = default.make
                stated.append(f"{name}=_set")
                value = f"_{name}() if {name} is _set else {name}"
            else:
                known[f"_{name}"] = default
                stated.append(f"{name}=_{name}")
            body.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
        exec(compiled.code(f"def __init__(self, {', '.join(stated)}):\n" + "\n".join(body or [" pass"])), known)
        made = known["__init__"]
        made.__qualname__ = f"{cls.__qualname__}.__init__"
        return made

    class _Fields:
        """The fields as ``dataclasses`` knows them, made when they are first asked for."""

        def __get__(self, instance, cls):
            import dataclasses

            found = {}
            for name, default in cls._record_fields.items():
                if isinstance(default, _Made):
                    one = dataclasses.field(default_factory=default.make)
                else:
                    one = dataclasses.field() if default is _set else dataclasses.field(default=default)
                one.name, one._field_type = name, dataclasses._FIELD
                found[name] = one
            cls.__dataclass_fields__ = found
            return found

    def _values(record):
        return tuple([getattr(record, name) for name in record._record_fields])

    def _reduce(self):
        """It travels as its values: made of them, it takes less room than with a dictionary that was filled from outside."""
        return type(self), _values(self)

    def _repr(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._record_fields)
        return f"{type(self).__qualname__}({shown})"

    def _eq(self, other):
        if type(other) is not type(self):
            return NotImplemented
        try:
            own, others = self.__dict__, other.__dict__
        except AttributeError:  # they have slots
            return _values(self) == _values(other)
        if own == others:
            return True
        kept_beside = len(own) + len(others) - 2 * len(self._record_fields)
        return bool(kept_beside) and _values(self) == _values(other)

    def _lt(self, other):
        return _values(self) < _values(other) if type(other) is type(self) else NotImplemented

    def _hash(self):
        return hash(_values(self))

    def _refuse(self, name, *value):
        raise AttributeError(f"{type(self).__qualname__}.{name} cannot be changed: use `replace`")

    def replace(record, /, **changes):
        """The same record with other values; what is kept beside its fields does not come along."""
        kind, fields = type(record), record._record_fields
        own = getattr(record, "__dict__", None)
        if own and fields:
            made = kind.__new__(kind)
            made.__dict__.update(own, **changes)
            if len(made.__dict__) == len(fields):  # as nearly always: it takes a third of the time
                return made
        return kind(**{name: getattr(record, name) for name in fields if name not in changes}, **changes)
