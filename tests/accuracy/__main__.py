"""Prints how well prose is understood, for all and by language; exits 1 where a figure is under its floor."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import click

from tests.accuracy import rules as ledger
from tests.accuracy.compare import Comparison, compare_quantities, compare_small, compare_temporal
from tests.accuracy.corpus import sentences
from tests.accuracy.quiet import measure_quiet
from tests.accuracy.score import Classes, Table, interval

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
LANGUAGES = ("en", "nb", "nn", "sv", "da")


def measure(corpus: Path | None) -> Comparison:
    """The comparison of the project's own set, or of a corpus folder."""
    comparison = Comparison()
    for case in sentences(corpus):
        comparison.add(case)
    if corpus is not None:
        compare_temporal(comparison, corpus)
        compare_quantities(comparison, corpus)
        compare_small(comparison, corpus)
    return comparison


def figures(comparison: Comparison) -> dict[str, float]:
    """The figures that have floors, by name."""
    found: dict[str, float] = {}
    for name, table in comparison.tables.items():
        tally = table.tallies[""]
        found |= {f"{name} precision": tally.precision, f"{name} recall": tally.recall, f"{name} F1": tally.f1}
    for name, classes in comparison.classes.items():
        found |= {f"{name} accuracy": classes.accuracy(), f"{name} kappa": classes.kappa()}
    return found


def under_floor(comparison: Comparison, floors: dict[str, float]) -> list[str]:
    """The figures that are under their floor, in words."""
    found = figures(comparison)
    return [f"{name}: {found.get(name, 0):.3f} < {floor}" for name, floor in floors.items() if found.get(name, 0) < floor]


def _show(comparison: Comparison) -> None:
    click.echo(f"{'field':14} {'lang':5} {'n':>4} {'prec':>6} {'rec':>6} {'F1':>6}   95 % of recall")
    for name, table in comparison.tables.items():
        for language in ("", *LANGUAGES):
            _show_tally(name, language, table)
    click.echo(f"\n{'field':14} {'lang':5} {'n':>4} {'acc':>6} {'kappa':>6}")
    for name, classes in comparison.classes.items():
        for language in ("", *LANGUAGES):
            _show_classes(name, language, classes)


def _show_tally(name: str, language: str, table: Table) -> None:
    tally = table.tallies.get(language)
    if tally is None or not (tally.positives + tally.false):
        return
    low, high = interval(tally.recall, tally.positives)
    click.echo(
        f"{name:14} {language or 'all':5} {tally.positives:4} {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f}"
        f"   {low:.2f}–{high:.2f}{'' if tally.positives >= 20 else '  (few)'}"
    )


def _show_classes(name: str, language: str, classes: Classes) -> None:
    count = classes.count(language)
    if count:
        click.echo(
            f"{name:14} {language or 'all':5} {count:4} {classes.accuracy(language):6.3f} {classes.kappa(language):6.3f}"
        )


@click.command()
@click.option("--corpus", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder of labelled sets.")
@click.option("--misses", is_flag=True, help="Print every miss.")
@click.option("--rules", is_flag=True, help="Measure the rules instead: the precision ledger.")
@click.option("--draw", type=click.Path(dir_okay=False, path_type=Path), help="With --rules: write what is to be judged.")
@click.option("--judge", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="With --rules: take in verdicts.")
@click.option("--write", is_flag=True, help="With --rules: write the figures that rule pages show.")
@click.option("--output-format", type=click.Choice(("text", "json", "markdown")), default="text", help="With --rules.")
def main(
    corpus: Path | None, misses: bool, rules: bool, draw: Path | None, judge: Path | None, write: bool, output_format: str
) -> None:
    """Measure how well prose is understood: the project's own sentences, then a corpus folder. Or measure the rules."""
    if draw:
        ledger.draw(draw, corpus)
        return
    if judge:
        ledger.take(judge)
        return
    if rules:
        sys.exit(ledger.run(corpus, output_format, write, misses))
    failed = []
    for title, folder in (("own", None), *((("corpus", corpus),) if corpus else ())):
        comparison = measure(folder)
        click.echo(f"== {title}")
        _show(comparison)
        for miss in comparison.misses if misses else ():
            click.echo(miss)
        quiet = measure_quiet(folder)
        click.echo("\n".join(quiet.lines()))
        failed += under_floor(comparison, FLOORS[title]) + quiet.failures()
    for line in failed:
        click.echo(f"under its floor: {line}", err=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
