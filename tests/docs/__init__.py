"""The pages of the project: what they show is run, what there is they name."""
