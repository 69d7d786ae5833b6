"""The training room of the core; see ARCHITECTURE.md."""
