"""What is written in each field, in a line."""

from __future__ import annotations

from collections.abc import Mapping

#: By the field's canonical name, in English.
FIELD_HELP: Mapping[str, str] = {
    "team": "The team that the goals below belong to.",
    "organisation": "The organisation that the goals below belong to.",
    "language": "The language of the file: en, nb, nn, sv or da.",
    "currency": "The currency of amounts that name none, such as NOK.",
    "fiscal_year": "The month in which the fiscal year starts.",
    "period": "The time that the goal is for, such as Q1 2026.",
    "owner": "The one person who answers for the goal.",
    "with": "Those who help to reach the goal.",
    "metric": "What is counted or measured to see whether the goal is reached.",
    "source": "Where the numbers come from: a system, a report, a person.",
    "baseline": "Where things stand today, as a number with its unit.",
    "target": "What is to be reached, as a number with its unit.",
    "budget": "The money that is set aside for the goal.",
    "start": "The first day of the work.",
    "deadline": "The day by which the goal is reached.",
    "why": "What the goal is good for, and for whom.",
    "done_when": "What is true when the goal is reached, so that two outsiders would agree.",
    "guardrail": "What must not get worse on the way, with its limit.",
    "channel": "The way by which the goal is reached: shop, telephone, web.",
    "audience": "Those whom the goal is about.",
    "where": "The place that the goal is for.",
    "resources": "What the work takes: people, time, tools.",
    "risks": "What may get in the way, and what is done about it.",
    "reward": "What those get who reach the goal.",
    "agreed": "Who has agreed to the goal, and when.",
    "tags": "Words to find the goal by, parted by commas.",
    "note": "Whatever else is to be remembered; no rule reads it.",
    "how": "The plan: a list of actions, each with its owner and day.",
    "milestones": "Days on the way and what is to be reached by then, one a line.",
    "progress": "What was reached so far: days and values, one a line.",
    "evidence": "Earlier results that show what can be reached.",
    "review": "How often, or when, the goal is looked at on the way.",
    "supports": "The ID of the goal above that this one helps to reach.",
    "status": "How it goes: draft, committed, at risk, paused, done or cancelled.",
    "priority": "How much it matters beside the others: 1, 2 or 3.",
    "confidence": "How sure you are that it will be reached, such as 70 %.",
}
