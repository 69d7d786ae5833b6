"""Extracting features on a Ray cluster: its address, the dialog that lets it work, and the store that comes of it."""
