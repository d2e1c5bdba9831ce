"""Small widgets that know nothing of the program around them."""
