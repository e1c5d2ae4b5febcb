"""SYN: what cannot be read in the file."""
