"""How the models of `resources/wording/` are made and measured; not part of the program. See docs/wording.md."""
