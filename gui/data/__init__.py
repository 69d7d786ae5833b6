"""The data room of the window; see ARCHITECTURE.md."""
