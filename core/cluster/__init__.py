"""Extraction on many nodes: portions of a listing, the store that they write, and Ray that deals them out."""
