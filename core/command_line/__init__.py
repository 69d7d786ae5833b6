"""The command line room of the core; see ARCHITECTURE.md."""
