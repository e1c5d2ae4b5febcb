"""The help of a command in another language."""

import click

from smartlint.cli.spoken import spoken, text


@click.group(epilog="Example: trip pack")
def trip() -> None:
    """What a trip needs."""


@trip.command(
    epilog="""\b
Examples:
  trip pack
  trip pack --warm
"""
)
@click.argument("things")
@click.option("--warm", is_flag=True, help="For the winter.")
@click.option("--days", default=3, show_default=True)
def pack(things: str, warm: bool, days: int) -> None:
    """Pack a bag.

    It is a bag
    of any size.
    \f
    Not for the reader.
    """


def test_every_text_is_said_and_commands_are_as_they_are() -> None:
    ctx = click.Context(pack, info_name="pack")
    shown = spoken(pack, ctx, str.upper).get_help(ctx)
    for part in (
        "  PACK A BAG.\n\n  IT IS A BAG OF ANY SIZE.\n",
        "FOR THE WINTER.",
        "\n  EXAMPLES:\n    trip pack\n    trip pack --warm",
    ):
        assert part in shown
    assert "[default: 3]" in shown
    assert "NOT FOR" not in shown.upper()
    assert pack.get_help(ctx).count("Pack a bag."), "the command itself stays as it is"


def test_a_group_lists_what_its_commands_do() -> None:
    ctx = click.Context(trip, info_name="trip")
    shown = spoken(trip, ctx, str.upper).get_help(ctx)
    assert "  pack  PACK A BAG." in shown
    assert "EXAMPLE: TRIP PACK" in shown
    assert trip.commands["pack"] is pack


def test_nothing_is_said_of_nothing() -> None:
    assert text(None, str.upper) is None
    assert text("", str.upper) == ""
