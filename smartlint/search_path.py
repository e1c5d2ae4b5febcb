"""Where Python looks for modules: not beside the goals, which may be anybody's."""

from __future__ import annotations

import os
import sys


def leave_out_current_folder() -> None:
    """Takes the current folder off the search path where ``python -m`` or ``PYTHONPATH`` has put it before all else.

    What a package was installed to point at stands behind the standard library, and stays.
    """
    standard = os.path.dirname(os.__file__)  # noqa: PTH120 - a pathlib may lie in the current folder too
    end = sys.path.index(standard) if standard in sys.path else len(sys.path)
    try:
        here = os.path.realpath(os.curdir)
    except FileNotFoundError:  # it was deleted: nothing lies in it
        return
    sys.path[:end] = [entry for entry in sys.path[:end] if os.path.realpath(entry) != here]
