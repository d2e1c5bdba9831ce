"""Keys: the envelope around the database key, the keyring, the recovery code."""
