"""The desktop room of the window; see ARCHITECTURE.md."""
