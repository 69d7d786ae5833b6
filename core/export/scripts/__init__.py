"""Scripts that do what a run did with nothing but a framework; see ARCHITECTURE.md."""
