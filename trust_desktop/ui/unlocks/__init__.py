"""When the vault was opened, in words; shared by the first page and the settings."""
