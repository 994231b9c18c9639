"""The head of a sheet: which meeting, when and where, who speaks, and the order of the day."""
