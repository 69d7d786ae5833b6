"""The prediction room of the window; see ARCHITECTURE.md."""
