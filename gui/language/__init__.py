"""The languages of the window: which one is spoken, its words, and those for what the core says."""
