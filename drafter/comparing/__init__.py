"""What one draft says otherwise than another, be they YAML files or Word documents."""
