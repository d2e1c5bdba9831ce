"""Everything before a vault is open: first run, lock screen, recovery and what can go wrong there."""
