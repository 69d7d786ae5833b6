"""The same work without Frostline, written as a user would write it."""
