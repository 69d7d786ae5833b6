"""The features room of the core; see ARCHITECTURE.md."""
