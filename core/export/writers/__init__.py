"""One file for each format that a model is written in; see ARCHITECTURE.md."""
