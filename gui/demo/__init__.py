"""The demo room of the window; see ARCHITECTURE.md."""
