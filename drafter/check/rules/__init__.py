"""The rules, by families: each module holds a few that belong together."""
