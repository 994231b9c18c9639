"""The local page: facts, choices and conflicts in a browser, and the speech beside them."""
