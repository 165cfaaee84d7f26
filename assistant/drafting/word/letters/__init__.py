"""A Word letter: finished to leave the office, and read again when it comes back edited."""
