"""How well prose is understood, and how often the rules are right, measured on labelled sentences and by readers.

python -m tests.accuracy [--corpus DIR]                            how well prose is understood
python -m tests.accuracy --rules [--corpus DIR]                    the precision ledger of the rules
python -m tests.accuracy --rules --draw FILE.jsonl [--corpus DIR]  findings for a reader, to be judged "right" or "wrong"
python -m tests.accuracy --rules --judge FILE.jsonl                takes the verdicts in, without the texts
python -m tests.accuracy --rules --write [--corpus DIR]            writes the figures that `smartlint rule` shows
"""
