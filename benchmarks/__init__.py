"""What the README promises, measured: each benchmark compares two things in one run and prints their ratio."""
