"""What the README promises, measured: each row compares two things in one run and prints their ratio.

`rows` has a file for each row, `sides` what a row runs in a process of its own, `peers` the same work as others do it.
"""
