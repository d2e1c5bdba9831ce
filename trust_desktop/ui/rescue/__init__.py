"""A vault that cannot be opened: reading what can be read of it, and setting it aside."""
