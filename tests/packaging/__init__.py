"""What is shipped: the archives, and drafter installed from them."""
