"""The network room of the core; see ARCHITECTURE.md."""
