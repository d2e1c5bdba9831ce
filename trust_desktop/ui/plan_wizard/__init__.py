"""Writing a plan step by step; what was typed is kept at every step."""
