"""A document that a person edited and the YAML it was made from: what each has that the other has not."""
