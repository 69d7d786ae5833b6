"""The data room of the core; see ARCHITECTURE.md."""
