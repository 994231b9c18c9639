"""What an assistant needs to work for a clerk: a skill, and the same served over stdio."""
