"""What the window does on systems that were not at hand: written from their documentation, untried."""
