"""The backends room of the window; see ARCHITECTURE.md."""
