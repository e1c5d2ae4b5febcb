"""Writing files: whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import stat
import sys
from codecs import BOM_UTF8
from contextlib import suppress
from errno import EACCES, EBUSY, ENXIO
from pathlib import Path


class ChangedMeanwhile(OSError):
    """A file is no longer what was read of it."""


def write_atomically(path: Path, data: bytes, *, was: bytes | None = None) -> None:
    """Writes a file so that whoever opens it finds the old bytes or the new ones, never half of them.

    A link goes on to lead to its file. Permissions stay, and the owner where that is allowed. What is not a file, such as
    ``/dev/stdout``, is written to directly. Raises ``OSError``: for a file that may not be written too, though its folder
    may; and ``ChangedMeanwhile`` if ``was`` is given and the file holds anything else.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        status = None
    if status is not None and (not stat.S_ISREG(status.st_mode) or path.is_relative_to("/dev")):
        with os.fdopen(open_stream(path), "wb") as stream:
            stream.write(data)
        return
    target = Path(os.path.realpath(path))
    if status is not None and not (status.st_mode & 0o222 and os.access(target, os.W_OK)):
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))
    part = _written(target, data, status)
    try:
        if was is not None and target.read_bytes() != was:
            raise _changed(path)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def is_stream(path: Path) -> bool:
    """What is neither a file nor a folder, such as ``/dev/null``: it holds nothing that could be lost."""
    return path.exists() and not path.is_file() and not path.is_dir()


def open_stream(path: Path) -> int:
    """Opens what is no file to write to it. Raises ``OSError``, also for a pipe that nobody reads: it would be waited for."""
    at_once = getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC | at_once)
    except OSError as error:
        if error.errno != ENXIO:
            raise
        raise OSError(ENXIO, "nobody reads what is written there", str(path)) from None
    if at_once:
        os.set_blocking(descriptor, True)
    return descriptor


def rewrite(path: Path, old: str, new: str) -> None:
    """Writes a new text into a file whose text was read as ``old``; a byte order mark stays, and line ends are as given.

    Raises ``OSError``: ``ChangedMeanwhile`` if the file holds anything else by now.
    """
    data = path.read_bytes()
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    if data != mark + old.encode():
        raise _changed(path)
    write_atomically(path, mark + new.encode(), was=data)


def _changed(path: Path) -> ChangedMeanwhile:
    return ChangedMeanwhile(EBUSY, "it was changed meanwhile", str(path))


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that is not there yet, whole or not at all. Raises ``OSError``, ``FileExistsError`` if it is there."""
    part = _written(path, data, None)
    try:
        os.link(part, path)  # unlike a renaming, it never replaces a file
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with path.open("xb") as stream:
            stream.write(data)
    finally:
        part.unlink(missing_ok=True)
    _settle(path.parent)


def _written(target: Path, data: bytes, status: os.stat_result | None) -> Path:
    """A file beside the target that holds the data, on the disk, and that may be read by those who may read the target."""
    # a name of its own: the target's may be as long as can be
    part = target.with_name(f".smartlint-{os.urandom(8).hex()}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600 if status else 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        if status is not None:
            _like(target, part, status)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _like(target: Path, part: Path, status: os.stat_result) -> None:
    """Gives a file the owner, the access lists and the permissions of another."""
    mode = stat.S_IMODE(status.st_mode)
    if sys.platform != "win32" and (part.stat().st_uid, part.stat().st_gid) != (status.st_uid, status.st_gid):
        try:
            os.chown(part, status.st_uid, status.st_gid)
        except OSError:
            mode &= 0o777  # what a program may do as its owner is not for another owner
    if sys.platform == "linux":
        with suppress(OSError):  # a file system without them, or one of the system's own
            for name in os.listxattr(target):
                os.setxattr(part, name, os.getxattr(target, name))
    part.chmod(mode)


def _settle(folder: Path) -> None:
    """Sees to it that a new name outlives a power cut, where folders can be opened."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    with suppress(OSError):  # some network file systems cannot
        os.fsync(descriptor)
    os.close(descriptor)
