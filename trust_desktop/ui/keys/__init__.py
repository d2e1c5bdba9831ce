"""Changing what opens a vault: its passphrase, its device secret, its recovery code, its database key."""
