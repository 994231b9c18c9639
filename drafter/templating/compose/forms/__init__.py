"""What a fact gives a frame to say: its parts, its figures, and what follows from them."""
