"""An office's own Word file as the base of documents, in the place of a layout."""
