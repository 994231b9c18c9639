"""Templates read without rendering them: what they ask for, in all their branches."""
