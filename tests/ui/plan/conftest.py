"""What every test here begins with."""

from tests.support.plan_vault import clock, session, usual_look, vault

__all__ = ["clock", "session", "usual_look", "vault"]
