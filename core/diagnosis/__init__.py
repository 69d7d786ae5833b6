"""The diagnosis room of the core; see ARCHITECTURE.md."""
