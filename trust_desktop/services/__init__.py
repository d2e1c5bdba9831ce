"""Use cases: plain functions that take the open session first."""
