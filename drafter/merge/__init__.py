"""An edited document, its YAML and its base version: compared, merged, updated."""
