"""The prediction room of the core; see ARCHITECTURE.md."""
