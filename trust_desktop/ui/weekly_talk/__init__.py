"""The sheet for the weekly talk."""
