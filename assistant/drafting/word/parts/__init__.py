"""A Word file as it is: its package, its parts, their vocabulary. Knows neither templates nor letters."""
