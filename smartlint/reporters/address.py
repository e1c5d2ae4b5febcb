"""What files are called by those who read a report elsewhere."""

from __future__ import annotations

from posixpath import isabs, normpath

from smartlint.reporters import Run


def in_checkout(path: str, run: Run) -> str:
    """The path of a finding from the top of the checkout, as it is where nobody knows the checkout."""
    return path if isabs(path) or not run.folder else normpath(run.folder + path)


def uri(path: str) -> str:
    """A path with forward slashes as a URI: ``file:`` where it is absolute, else relative to where the run was started."""
    if path[1:3] == ":/":
        return f"file:///{path[:2]}{_quoted(path[2:])}"
    # what stands before a colon in the first part of a relative URI would be a scheme
    return f"file://{_quoted(path)}" if path.startswith("/") else _quoted(path)


def _quoted(path: str) -> str:
    from urllib.parse import quote  # here, because most formats can do without it

    # half a sign is no text, and an address is
    return quote(path.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), safe="/")
