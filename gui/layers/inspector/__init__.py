"""Looking into the selected layer; see ARCHITECTURE.md."""
