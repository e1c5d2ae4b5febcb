"""The command line: a module for each command, imported when it is called.

This one imports nothing that takes time before it is known what has to be.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

from smartlint import compiled
from smartlint.search_path import leave_out_current_folder

TYPE_CHECKING = False  # as in ``typing``

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

#: What is made for a file goes with it: to look for circles as often as usual takes a tenth of a run, and finds few.
_SELDOM = (200_000, 20, 100)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process: with 2 for whatever is neither success nor a finding."""
    gc.set_threshold(*_SELDOM)
    atexit.register(gc.freeze)  # what is held then goes with the process: to look for circles takes an eighth of a short run
    leave_out_current_folder()
    _open_what_is_closed()
    if arguments is not None:
        from smartlint.cli.program import run

        sys.exit(run(arguments))
    compiled.use()
    status = _status(sys.argv[1:])
    compiled.keep()
    from smartlint.cli.ending import end_at_once

    end_at_once(status)
    sys.exit(status)


def _status(arguments: Sequence[str]) -> int:
    """What comes of a call: a plain one does without click."""
    from smartlint.cli.ending import told_to_end
    from smartlint.cli.plain import checked

    try:
        with told_to_end():
            put = checked(arguments)
            if put is not None:
                return put()
    except (Exception, KeyboardInterrupt) as error:
        from smartlint.cli.program import told

        return told(error)
    from smartlint.cli.program import run

    return run(arguments)


def _open_what_is_closed() -> None:
    """Whoever closed a stream (``>&-``) has nothing to say, or wants to hear nothing of what stands there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
