"""Two drafts compared, be they YAML files or Word documents."""
