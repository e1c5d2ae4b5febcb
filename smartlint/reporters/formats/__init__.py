"""The output formats: each module is one, and is found by its name; ``json_lines`` is called ``json-lines``."""
