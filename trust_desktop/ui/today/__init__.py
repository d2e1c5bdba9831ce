"""The day at a glance: what is due, what is not said yet, what was left open."""
