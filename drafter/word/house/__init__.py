"""An office's own Word file in the place of a layout."""
