"""What the rows run, each in a process of its own: a module with a function `measure` that returns plain numbers."""
