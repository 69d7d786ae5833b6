"""The inspection room of the core; see ARCHITECTURE.md."""
