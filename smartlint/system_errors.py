"""Why the system has refused something, as a text that is translated like the message it stands in."""

from __future__ import annotations

from errno import errorcode

from smartlint.translation import Term

#: What people meet with, in the usual words; anything else is told in the system's own.
_CAUSES = {
    "EACCES": "Permission denied",
    "EPERM": "Operation not permitted",
    "EROFS": "Read-only file system",
    "ENOENT": "No such file or directory",
    "ENOTDIR": "Not a directory",
    "EISDIR": "Is a directory",
    "EEXIST": "File exists",
    "ENOSPC": "No space left on device",
    "EDQUOT": "Disk quota exceeded",
    "EIO": "Input/output error",
    "EMFILE": "Too many open files",
    "ENFILE": "Too many open files",
    "ENAMETOOLONG": "File name too long",
    "ELOOP": "Too many levels of symbolic links",
    "EBUSY": "Device or resource busy",
    "EPIPE": "Broken pipe",
    "EFBIG": "File too large",
}


def cause(error: OSError) -> Term:
    """Why, as a parameter of a message."""
    known = _CAUSES.get(errorcode.get(error.errno or 0, ""))
    return Term(known or error.strerror or str(error))
