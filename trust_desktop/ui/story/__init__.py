"""The person's own story."""
