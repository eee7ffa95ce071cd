"""What the texts of a report say: figures, years, papers, parts and wording; no findings yet."""
