"""The window room of the window; see ARCHITECTURE.md."""
