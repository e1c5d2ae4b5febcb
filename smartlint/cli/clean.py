"""``smartlint clean``: empties the caches."""

from __future__ import annotations

from pathlib import Path

import click

from smartlint.cli.frame import say
from smartlint.reporters.visible import visible


@click.command(
    name="clean",
    epilog="""\b
Examples:
  smartlint clean
  smartlint clean --cache-dir .cache/smartlint""",
)
@click.option(
    "--cache-dir",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder of caches, if it is not that of the user.",
)
def command(cache_dir: Path | None) -> None:
    """Empty the caches.

    Nothing is lost by it: the next run reads all configurations and judges all files anew. Runs that go on meanwhile are
    not disturbed.
    """
    import shutil

    from smartlint.cache_folder import KINDS, cache_folder

    home = cache_dir or cache_folder()
    held = [home / kind for kind in KINDS if (home / kind).is_dir()] if home is not None else []
    if home is None:
        click.echo(say("There are no caches: SMARTLINT_CACHE_DIR switches them off."))
        return
    for folder in held:
        shutil.rmtree(folder, ignore_errors=True)
    left = [folder for folder in held if folder.exists()]
    if left:
        raise click.ClickException(say("{folder} could not be emptied.", folder=visible(str(left[0]))))
    click.echo(say("Emptied {folder}", folder=visible(str(home))))
