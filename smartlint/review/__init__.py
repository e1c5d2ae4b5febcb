"""The review of many teams' goals: one model, made of what a run gives, and what it is written as."""

#: What a graph of goals is written as, each with the ending of its files.
GRAPHS = {"mermaid": ".mmd", "dot": ".dot", "svg": ".svg", "json": ".json"}
