"""Saying it: what is not said yet, the words being written, and what was said."""
