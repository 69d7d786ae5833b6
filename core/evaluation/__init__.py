"""The evaluation room of the core; see ARCHITECTURE.md."""
