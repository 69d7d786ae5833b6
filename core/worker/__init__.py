"""The worker room of the core; see ARCHITECTURE.md."""
