"""Small steps of openness of one's own, one at a time."""
