"""Two drafts, or documents, told apart as a person would."""
