"""What a sheet lacks, how that is called, and what the reader is unsure of."""
