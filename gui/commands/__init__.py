"""Everything that can be done, found by its name, its menu or its keys."""
