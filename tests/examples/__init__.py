"""The examples that ship."""
