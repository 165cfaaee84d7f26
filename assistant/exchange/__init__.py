"""What an exchange of letters adds up to: threads, answers, promises, deadlines. Knows values alone."""
