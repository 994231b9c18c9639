"""What the Word documents look like when a word processor has set them."""
