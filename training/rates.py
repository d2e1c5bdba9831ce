"""Learning rates."""

import optax


def warmed_up(rate: float, warm_up: float, steps: int) -> optax.Schedule:
    """Return a rate that grows from 0 during a share of the steps, and falls to 0 again with the last."""
    warm = round(warm_up * steps)
    return optax.join_schedules(
        [optax.linear_schedule(0, rate, warm), optax.linear_schedule(rate, 0, steps - warm)], [warm]
    )
