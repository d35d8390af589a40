"""A corpus in shares: each is read by itself, anywhere, into a file of quads, and then loaded into one store."""
