"""The export room of the window; see ARCHITECTURE.md."""
