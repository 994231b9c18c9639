"""Speech markup becomes a speech."""
