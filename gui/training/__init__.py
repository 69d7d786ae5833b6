"""The training room of the window; see ARCHITECTURE.md."""
