"""The export room of the core; see ARCHITECTURE.md."""
