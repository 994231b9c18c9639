"""Names, posts, who does a task, and classes of people."""
