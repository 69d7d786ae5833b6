"""The evaluation room of the window; see ARCHITECTURE.md."""
