"""How goals are written: the grammar of the goal language and one pack of words per language (data only)."""
