from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Report, Witness
from smartlint_rules.balanced.counterweights import bound, is_cost, is_service, open_goals


class CostWithoutService(DocumentRule):
    """It is to cost less, and nothing says what must not be lost.

    ## What it finds
    A goal that lowers a cost, in a file with no open goal, measure or guardrail of what is delivered: quality,
    complaints, satisfaction, waiting times. The finding stands at the first such goal of the file.

    ## Why it matters
    Costs can always be cut by doing less. Those who are served pay the difference, and the department that saved is
    praised for it until they complain.

    ## Example
    ```goals
    mål 2: Redusere vikarutgiftene fra 1,8 mill. kr til 1,2 mill. kr innen 31. desember 2026
      eier: Unni Bakke
    ```

    ```goals
    mål 1: Redusere driftskostnadene på hotellet med 8 % innan 31. desember 2026
      eigar: Arne Fauske
    ```

    ## Use instead
    ```goals
    mål 2: Redusere vikarutgiftene fra 1,8 mill. kr til 1,2 mill. kr innen 31. desember 2026
      eier: Unni Bakke
      rekkverk: høyst 4 klager fra pårørende i måneden
    ```

    ```goals
    mål 1: Redusere driftskostnadene på hotellet med 8 % innan 31. desember 2026
      eigar: Arne Fauske

    mål 2: Halde snittkarakteren frå gjestene over 4,3 av 5 i heile 2026
      eigar: Randi Sunde
    ```

    ## Sources
    Steering in the public sector and balanced scorecards both set cost beside service, since each can be had at the
    price of the other.
    """

    code = "BAL005"
    name = "cost-without-service"
    title = "A goal of lower cost, and none of service"
    level = "info"
    profiles = ()
    messages = {"alone": "asks for lower cost, and no goal or guardrail of the file says what must not be lost"}
    helps = {"alone": "add `guardrail: at most ⟨number⟩ ⟨complaints, days of waiting⟩`, or a goal of service beside it"}
    patterns = {"bound": "guardrail: at most ⟨number⟩ ⟨complaints, days of waiting⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        goals = open_goals(document)
        first = next((goal for goal in goals if is_cost(goal)), None)
        if first is not None and not any(is_service(goal) for goal in goals):
            yield self.report("alone", first.head, goal=first.index, fix=bound(first))
