"""XML 1.0: elements whose text and attributes hold no sign that it forbids, or that hides from a reader."""

from __future__ import annotations

from smartlint.reporters.visible import visible

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ENTITIES = {ord(sign): f"&{name};" for sign, name in {"&": "amp", "<": "lt", ">": "gt", '"': "quot"}.items()}


def text(value: object) -> str:
    """What stands between tags, or in an attribute; no log takes any of it for a command."""
    return visible(str(value)).translate(_ENTITIES).replace("##", "#&#35;")


def tag(name: str, /, **attributes: object) -> str:
    """What opens an element, without its brackets."""
    return name + "".join(f' {key}="{text(value)}"' for key, value in attributes.items())
