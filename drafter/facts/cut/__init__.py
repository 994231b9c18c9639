"""The text of a sheet, cut into lines, headings, labels and clauses."""
