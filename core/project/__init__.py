"""Projects: the folder that holds one piece of work, and what it remembers. Without Keras and without Qt."""
