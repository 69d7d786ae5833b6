"""The program's own look, where Qt has none that is native: palettes by day and by night, and a style over Fusion."""
