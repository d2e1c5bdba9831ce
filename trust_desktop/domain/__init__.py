"""The rules of the method as plain values: no clock, no storage, no window."""
