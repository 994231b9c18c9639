"""A comparison of all that two checkouts write and print, for changes that no user may see."""
