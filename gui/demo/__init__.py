"""The demo: a scripted user who drives the real window through the whole job; see ARCHITECTURE.md."""
