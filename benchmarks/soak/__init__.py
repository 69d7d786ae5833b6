"""The soak: a scripted user in the real window for an hour, and what grows meanwhile; `make soak`.

    python -m benchmarks.soak --minutes 60 --seed 0 --out build/soak

`doings` is what the user can do, `rounds` in which order, `readings` what is read after each round, `bounds` how far
it may grow, and `report` how that is written down. It lives beside the benchmarks, whose way to drive a window it
shares; it compares nothing, so it is no row of theirs.
"""
