"""What stands around the points: title, opening, headings, days ahead, closing, occasions."""
