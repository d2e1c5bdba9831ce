"""The way out of a vault and of the program, asked for twice and told truly: confirmed in Settings, finished at a start."""
