"""Looking back: guess, then see; counts, lines over the months, and the doors to the rest."""
