"""Word templates: their tags found, compiled once and filled as often as one likes. Knows nothing of letters."""
