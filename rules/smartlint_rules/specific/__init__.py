"""SPC: what is to be reached, so that two colleagues mean the same."""
