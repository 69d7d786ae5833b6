"""What an evaluation found, as files: a page for people and tables for programs."""
