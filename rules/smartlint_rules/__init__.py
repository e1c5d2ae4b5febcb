"""The rules that ship with smartlint: a folder for each family, a file for each rule.

They are a plugin like anybody's: an entry point in the group ``smartlint.rules``, written against ``smartlint.rule``
and nothing else. A rule's docstring is its page; its translations stand in ``locale/`` beside it.
"""
