"""Finding one's own words again."""
