"""The explanation room of the core; see ARCHITECTURE.md."""
