"""The layers room of the window; see ARCHITECTURE.md."""
