"""Remarks on what is being written; shared by the forms of an action and by the composer."""
