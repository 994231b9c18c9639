"""An office's own Word file in place of a layout."""
