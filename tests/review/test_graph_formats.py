"""Graphs for Graphviz, Mermaid and programs: whatever people have written stays a label."""

import json
import re

import pytest

from smartlint.review import GRAPHS
from smartlint.review.graph_formats import as_dot, as_mermaid, as_written
from smartlint.review.graphs import graph
from tests.review.organisation import HOSTILE, basis, hostile

DOT_LINE = re.compile(
    r'digraph goals \{|  rankdir=RL;|  node \[.*\];|  subgraph cluster_\d+ \{|    label="(?:[^"\\]|\\.)*";'
    r'|    g\d+ \[label="(?:[^"\\]|\\.)*", tooltip="(?:[^"\\]|\\.)*"(?:, penwidth=2)?(?:, color="gray", fontcolor="gray40")?\];'
    r"|  g\d+ -> g\d+(?: \[style=dashed\])?;|  \}|\}"
)
MERMAID_LINE = re.compile(
    r'flowchart RL|  subgraph t\d+\["[\w \-.,:/()#;]*"\]|    g\d+(?:\("[\w \-.,:/()#;]*"\)|\[\["[\w \-.,:/()#;]*"\]\])|  end'
    r"|  g\d+ (?:-->|-\.->) g\d+"
)


def test_boxes_and_links() -> None:
    assert "".join(as_mermaid(graph(basis()))) == (
        "flowchart RL\n"
        '  subgraph t0["Board"]\n'
        '    g0[["S1: Raise the share of returning guests from 40 #37; to 55 #37; b#8230;"]]\n'
        "  end\n"
        '  subgraph t1["Kitchen"]\n'
        '    g1("G1: Cut food waste from 90 kg to 60 kg a week by 30 June 20#8230;")\n'
        '    g2("G2: Better breakfast")\n'
        "  end\n"
        '  subgraph t2["Reception"]\n'
        '    g3("R1: Svare på 90 #37; af mails inden for 4 timer senest 30. jun#8230;")\n'
        '    g4("R2: Bedre stemning")\n'
        "  end\n"
        "  g1 -.-> g0\n"
        "  g3 -.-> g0\n"
    )


def test_a_goal_that_is_done_is_faint_and_a_part_has_a_whole_line() -> None:
    text = "team: A\nstrategic goal S1: Win 9\n  goal G1: Call 4\n    status: done\n"
    lines = "".join(as_dot(graph(basis({"a.goals": text})))).splitlines()
    assert '    g0 [label="S1: Win 9", tooltip="S1: Win 9", penwidth=2];' in lines
    assert '    g1 [label="G1: Call 4", tooltip="G1: Call 4", color="gray", fontcolor="gray40"];' in lines
    assert "  g1 -> g0;" in lines


def test_hostile_goals_are_labels_in_dot_and_mermaid() -> None:
    shown = graph(basis(hostile()))
    for line in "".join(as_dot(shown)).splitlines():
        assert DOT_LINE.fullmatch(line), line
    for line in "".join(as_mermaid(shown)).splitlines():
        assert MERMAID_LINE.fullmatch(line), line


def test_json_has_the_goals_and_links_of_a_review() -> None:
    data = json.loads("".join(as_written(graph(basis(hostile())), "json", "en")))
    assert (data["version"], len(data["goals"])) == (1, 2 * len(HOSTILE))
    assert {"number", "team", "statement", "owners", "deadline", "line"} <= set(data["goals"][0])
    assert "counts" not in data["goals"][0]


@pytest.mark.parametrize("shape", GRAPHS)
def test_nothing_can_be_shown(shape: str) -> None:
    assert "".join(as_written(graph(basis({"a.goals": ""})), shape, "nb")).endswith("\n")
