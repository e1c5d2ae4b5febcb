"""Understanding of text: which language it is, and the quantities, times, words and people in it."""
