"""What both may look at on one screen: only what was already said."""
