"""What an existing Word document says."""
