"""What expressions may speak of: the records of the goal model, the roster, and the tables of a configuration."""

from __future__ import annotations

from collections.abc import Iterable

from smartlint.policy.fact_fields import OWNER, PROJECT, TEAM, Group, group_record, project_record
from smartlint.policy.fields import SCHEMA
from smartlint.policy.goal_fields import DOCUMENT, GOAL, document_record, goal_record
from smartlint.policy.types import ANY, STRING, Records, Type, list_of

__all__ = [
    "DATA",
    "DOCUMENT",
    "GOAL",
    "OWNER",
    "PROJECT",
    "RECORDS",
    "ROSTER",
    "TEAM",
    "Group",
    "document_record",
    "goal_record",
    "group_record",
    "project_record",
    "with_tables",
]

DATA, ROSTER = Type("Data"), Type("Roster")
_MEMBER = Type("Member")
#: The records that are made of maps: their values come from a configuration, as they stand there.
_MAPS = {
    ROSTER.name: {"people": list_of(_MEMBER), "teams": list_of(STRING)},
    _MEMBER.name: dict.fromkeys(("name", "email", "handle", "team"), STRING),
}
_TYPES = {name: {field: kind for field, (kind, _) in fields.items()} for name, fields in SCHEMA.items()} | _MAPS
#: The records there are.
RECORDS = Records(_TYPES)


def with_tables(names: Iterable[str]) -> Records:
    """The same with a record of the tables that a configuration names."""
    return Records({**_TYPES, DATA.name: dict.fromkeys(names, ANY)})
