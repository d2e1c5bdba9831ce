"""Encrypted storage: rows on one side, domain values on the other."""
