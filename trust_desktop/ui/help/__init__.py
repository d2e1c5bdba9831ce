"""Help on the page one is on."""
