"""What an expression cannot mean is refused before anything is evaluated, at its place, with the nearest right word."""

from __future__ import annotations

import pytest

from smartlint.policy.checker import Scope, check
from smartlint.policy.mistake import Mistake
from smartlint.policy.parser import parse
from smartlint.policy.schema import RECORDS
from smartlint.policy.types import ANY, TIMESTAMP, Type
from smartlint.testing import unmark

SCOPE = Scope({"goal": Type("Goal"), "document": Type("Document"), "today": TIMESTAMP, "x": ANY}, RECORDS)

MISTAKES = {
    "goal.⟦ownr⟧": "a `Goal` has no field `ownr`. Did you mean `owner`?",
    "goal.deadline.⟦ends⟧ < today": "a `Time` has no field `ends`. Did you mean `end`?",
    "goal.owner[0].⟦mail⟧ == ''": "a `Person` has no field `mail`. Did you mean `email`?",
    "goal.owner.⟦name⟧": "a `list(Person)` has no field `name`",
    "⟦gaol⟧.id": "nothing is called `gaol`. Did you mean `goal`?",
    "goal.owner.all(o, ⟦p⟧.name == '')": "nothing is called `p`",
    "goal.statement.⟦lowr⟧()": "there is no function `lowr`. Did you mean `lower`?",
    "⟦size⟧ == 1": "`size` is a function: what it takes stands in parentheses after it",
    "goal.id.⟦string⟧()": "`string` is written as in `string(x)`",
    "⟦startsWith⟧(goal.id, 'S')": "`startsWith` is written as in `x.startsWith()`",
    "goal.owner.⟦all⟧(o)": "`all` is written as in `goal.owner.all(one, …)`",
    "⟦uint⟧(1)": "values of the type `uint` are not supported",
    "x == ⟦bytes⟧": "values of the type `bytes` are not supported",
    "1 ⟦+⟧ 1.0": "`+` does not take (int, double), it takes (int, int) · (double, double) · (string, string) · "
    "(list(A), list(A)) · (timestamp, duration) · (duration, timestamp) · (duration, duration). Did you mean `1.0`?",
    "goal.target.value ⟦==⟧ 5": "both sides of `==` must be of one type, and these are `double` and `int`. Did you mean `5.0`?",
    "goal.id ⟦==⟧ 1": "both sides of `==` must be of one type, and these are `string` and `int`",
    "goal.priority ⟦==⟧ 'high'": "both sides of `==` must be of one type, and these are `int or null` and `string`",
    "goal.deadline.end ⟦<⟧ '2026'": "`<` does not take (timestamp or null, string), it takes (bool, bool) · (int, int) · "
    "(double, double) · (string, string) · (timestamp, timestamp) · (duration, duration)",
    "⟦goal.id⟧ && true": "`&&` takes `bool`, and this is `string`",
    "true || ⟦1⟧": "`||` takes `bool`, and this is `int`",
    "⟦1⟧ ? 2 : 3": "`? :` takes `bool`, and this is `int`",
    "⟦true ? 1 : 'a'⟧": "both sides of `:` must be of one type, and these are `int` and `string`",
    "goal.owner.exists(o, ⟦o.name⟧)": "`exists` takes `bool`, and this is `string`",
    "⟦goal.id⟧.all(c, true)": "`all` goes over a list or a map, and this is a `string`",
    "{⟦1.5⟧: 2}": "a key is a text, a whole number or a bool, not a `double`",
    "{1: 'a'}.⟦b⟧": "the keys of this map are no texts but `int`",
    "1 + ⟦9223372036854775808⟧": "a whole number goes from -9223372036854775808 to 9223372036854775807",
    "goal.owner ⟦in⟧ goal": "`in` does not take (list(Person), Goal), it takes (A, list(A)) · (A, map(A, B))",
    "goal.owner⟦['a']⟧": "`[]` does not take (list(Person), string), it takes (list(A), int) · (map(A, B), A)",
    "⟦timestamp⟧(1.5)": "`timestamp` does not take (double), it takes (string) · (int) · (timestamp)",
}


@pytest.mark.parametrize("marked", MISTAKES)
def test_a_mistake_has_its_place(marked: str) -> None:
    text, [span] = unmark(marked)
    with pytest.raises(Mistake) as raised:
        check(parse(text), SCOPE)
    assert str(raised.value) == MISTAKES[marked]
    assert raised.value.span == span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("goal.id", "string"),
        ("goal.deadline", "Time or null"),
        ("goal.deadline.end", "timestamp or null"),
        ("goal.deadline == null", "bool"),
        ("goal.deadline.end < today.addDays(30)", "bool"),
        ("goal.deadline.end - today", "duration"),
        ("goal.owner.map(o, o.name)", "list(string)"),
        ("goal.owner.filter(o, o.kind == 'group')", "list(Person)"),
        ("goal.children.map(c, c.owner)", "list(list(Person))"),
        ("goal.fields['x-unit']", "string"),
        ("goal.fields.metric", "string"),
        ("goal.target.value", "double"),
        ("has(goal.target) ? goal.target.value : 0.0", "double"),
        ("goal.priority in [1, 2]", "bool"),
        ("goal.parent.parent.id", "string"),
        ("document.goals.all(g, g.open)", "bool"),
        ("[]", "list(any)"),
        ("[] + [1]", "list(int)"),
        ("[1, 'a']", "list(any)"),
        ("[[], [1]]", "list(list(int))"),
        ("{}", "map(any, any)"),
        ("{'a': 1, 'b': 2.0}", "map(string, any)"),
        ("x.y.z[0]", "any"),
        ("x + 1", "int"),
        ("x + x", "any"),
        ("type(x) == google.protobuf.Timestamp", "bool"),
        ("true ? [] : ['a']", "list(string)"),
        ("[true] + (['a'] + [x])", "list(any)"),
        ("([x] + ['a']) + [true]", "list(any)"),
        ("[] + [] + [1]", "list(int)"),
        ("[[]].map(l, l + [1])", "list(list(int))"),
        ("timestamp(0) == null", "bool"),
    ],
)
def test_the_type_of_an_expression(text: str, expected: str) -> None:
    assert str(check(parse(text), SCOPE)) == expected


def test_a_variable_of_a_macro_hides_another_one() -> None:
    assert str(check(parse("[1].map(goal, goal + 1)"), SCOPE)) == "list(int)"
    assert str(check(parse("[1].map(goal, goal + 1).size() + goal.id.size()"), SCOPE)) == "int"
