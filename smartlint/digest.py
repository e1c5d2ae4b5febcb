"""A short name for data, the same wherever it is made: ``blake2b`` as ``hashlib`` has it."""

from __future__ import annotations

from smartlint.record import TYPE_CHECKING

__all__ = ["blake2b"]

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:  # hashlib looks for OpenSSL's digests first, which takes as long as to read a file
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
