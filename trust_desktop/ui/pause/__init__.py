"""A pause: leaving kindly, a quiet time, coming back; and the private pages of pauses and urges."""
