"""The network as a picture; see ARCHITECTURE.md."""
