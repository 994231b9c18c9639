"""What a clerk may write: the models of the YAML files, and their validation."""
