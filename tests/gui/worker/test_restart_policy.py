"""The rule of restarting."""

from __future__ import annotations

from gui.worker.restart_policy import RestartPolicy


def test_the_third_death_within_a_minute_is_the_last() -> None:
    policy = RestartPolicy()

    assert [policy.allows_restart(died_at=second) for second in (0.0, 20.0, 59.0)] == [True, True, False]


def test_rare_deaths_are_always_followed_by_a_restart() -> None:
    policy = RestartPolicy()

    assert all(policy.allows_restart(died_at=second) for second in (0.0, 31.0, 62.0, 93.0, 124.0))


def test_another_try_counts_afresh() -> None:
    policy = RestartPolicy()
    for second in (0.0, 1.0, 2.0):
        policy.allows_restart(died_at=second)

    policy.forget()

    assert policy.allows_restart(died_at=3.0)
