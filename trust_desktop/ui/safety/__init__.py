"""Help & safety: reachable from everywhere, kept nowhere."""
