"""The table for summaries, comments and documents."""

from markdown_it import MarkdownIt

from smartlint.linter import Said
from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, result


def test_findings_are_a_table() -> None:
    given = result(
        finding(Unowned, "⟦goal⟧", goal=("S1", "G1")),
        finding(Remark, "⟦goal⟧"),
        notices=[Said(Unowned, "unjudged", {"count": 3})],
    )
    assert output("markdown", given) == (
        """\
### smartlint: 1 error in 1 file (1 goal) and 1 note (\\`--verbose\\`)

| Level | Rule | Place | Goal | What it finds |
| --- | --- | --- | --- | --- |
| error | OWN901 unowned | a.goals\\:1:1 | S1 › G1 | no owner<br>help: add a line \\`owner: ⟨name⟩\\` |

- 3 goals were not looked at
"""
    )


def test_texts_are_nothing_but_texts() -> None:
    hostile = "| <img src=x onerror=alert(1)> [x](http://y) *b* _i_ `c` @amy #1 &lt; $m$ :+1: www.x.y ![i](j) ~s~ \\"
    text = output("markdown", result(finding(Twofold, "⟦goal⟧", params={"here": hostile, "there": "a\n\n# b"})))
    rendered = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text)
    assert rendered.count("<td") == 5
    for tag in ("<img", "<a ", "<em>", "<code>", "<strong>", "<s>", "<h1"):
        assert tag not in rendered
    shown = rendered.replace("<!-- -->", "")
    assert (
        "| &lt;img src=x onerror=alert(1)&gt; [x](http://y) *b* _i_ `c` @amy #1 &amp;lt; $m$ :+1: www.x.y ![i](j) ~s~ \\"
        in shown
    )
    assert "a␊␊# b" in shown
    assert "@amy" not in text, "nobody is called by name"


def test_nothing_found_is_a_heading() -> None:
    assert output("markdown", result(files=2)) == "### smartlint: All fine: no findings in 2 files (1 goal)\n"
