"""Every format: found by its name, as it is kept, and readable whatever stands in the goals."""

import pkgutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from smartlint.cli.output import encoded
from smartlint.finding import Finding, Place, Result, Said, Waived
from smartlint.reporters import FORMATS, Look, formats, reporter
from smartlint.reporters.visible import visible
from smartlint.rule import LEVELS, Edit, Fix, Rule
from smartlint.source import Source, Span
from smartlint.waiver import Waiver
from tests.reporters import golden
from tests.reporters.readers import READERS, Found, read
from tests.reporters.samples import TODAY

#: What is told in any sign there is, and what is told in none that hides.
EXACT = {"json", "json-lines", "sarif", "gitlab", "rdjson"}
#: What shows errors before warnings, wherever they stand.
BY_LEVEL = {"github", "azure"}
SIGNS = st.one_of(st.sampled_from("a: \n\r\t|%#<>&\"'`@[](){}\\;,=\x1b\u202e\x00\ud800\ufffe日😀\u0301\u200d"), st.characters())
TEXTS = st.one_of(
    st.text(SIGNS, max_size=30),
    st.sampled_from(
        ["::error::x", "##vso[x]y", "]]>", "<!--", "-->", "| a | b |", "a\n::set-output name=x::y", "%0A", "www.a.b"]
    ),
)


def test_the_formats_are_the_modules() -> None:
    modules = {module.name.replace("_", "-") for module in pkgutil.iter_modules(formats.__path__)}
    assert set(FORMATS) == modules == set(READERS)
    assert all(reporter(name).report.__module__ == f"smartlint.reporters.formats.{name.replace('-', '_')}" for name in FORMATS)


def test_the_readme_names_them_all() -> None:
    readme = Path(golden.__file__).parents[2].joinpath("README.md").read_text("utf-8")
    assert f"`{' '.join(FORMATS)}`" in readme


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_as_it_is_kept(name: str) -> None:
    expected = golden.kept(name).read_bytes().decode("utf-8")
    assert golden.made(name).decode("utf-8") == expected, "if this is right: python -m tests.reporters.golden write"


def test_nothing_is_kept_of_a_format_that_there_is_not() -> None:
    assert {path.stem for path in golden.KEPT.iterdir()} == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_what_hides_or_moves_text_is_written_out(name: str) -> None:
    text = golden.made(name).decode("utf-8")
    assert not {"\x1b", "\r", "\t"} & set(text)
    assert name in EXACT or "\u202e" not in text


@st.composite
def results(draw: st.DrawFn) -> Result:
    """A few findings of made-up rules in a few files, with every text in them made up."""
    sources = {
        path: Source(draw(TEXTS.filter(bool)), path)
        for path in draw(st.lists(TEXTS.filter(bool), min_size=1, max_size=3, unique=True))
    }
    waivers = Source("", draw(TEXTS))

    def rule(number: int) -> type[Rule]:
        said = {
            "code": f"ABC{number:03}",
            "name": "made-up",
            "title": draw(TEXTS),
            "level": draw(st.sampled_from(LEVELS)),
            "messages": {"said": "{text}", "there": "{text}"},
            "helps": {"said": "{text}"} if draw(st.booleans()) else {},
            "__doc__": encoded(draw(TEXTS)).decode(),
            "scope": "goal",
        }
        return type("MadeUp", (Rule,), said)

    rules = [rule(number) for number in range(3)]

    def place(note: str = "") -> Place:
        source = sources[draw(st.sampled_from(sorted(sources)))]
        start, end = sorted(draw(st.integers(0, len(source.text))) for _ in range(2))
        return Place.of(source, Span(start, end), note)

    def finding() -> Finding:
        of = draw(st.sampled_from(rules))
        at = place()
        fix = Fix((Edit(at.span, draw(TEXTS)),), draw(st.sampled_from(("safe", "unsafe", "display"))))
        goal = tuple(draw(st.lists(TEXTS, max_size=2)))
        related = (place("there"),) if draw(st.booleans()) else ()
        return Finding(of, "said", {"text": draw(TEXTS)}, of.level, at, "en", goal, related, "0123", fix)

    found = Result(
        findings=[finding() for _ in range(draw(st.integers(0, 4)))],
        suppressed=[finding() for _ in range(draw(st.integers(0, 1)))],
        waived=[Waived(finding(), Waiver("made-up", draw(TEXTS), draw(TEXTS), waivers, Span(0, 0), expires=date(2026, 1, 1)))],
        notices=[Said(rules[0], "said", {"text": draw(TEXTS)})],
        sources=sources,
        files=len(sources),
        goals=3,
    )
    found.sort()
    return found


def as_told(found: Finding, name: str) -> Found:
    """How a format tells of a finding."""
    path = found.place.path
    whole = encoded(path).decode("utf-8") if name in EXACT else visible(path)
    if name == "markdown":
        whole = whole.lstrip()  # as in every cell of a table
    return whole, found.place.start.line, found.rule.code


@settings(max_examples=80)
@given(found=results())
def test_whatever_stands_in_the_goals_every_finding_is_read_as_it_was_told(found: Result) -> None:
    look = Look(TODAY, width=100, verbose=True)
    for name in FORMATS:
        note(name)
        data = encoded("".join(reporter(name).report(found, look)))
        expected = [as_told(one, name) for one in found.findings]
        told = read(name, data)
        if name in BY_LEVEL:
            told, expected = sorted(told), sorted(expected)
        assert told == expected
