"""The worker room of the window; see ARCHITECTURE.md."""
