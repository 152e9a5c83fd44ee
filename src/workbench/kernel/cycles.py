"""Python's collection of cycles, when somebody else decides in which thread it happens."""

import gc


def collect_due() -> int:
    """Collect the oldest generation that is due by Python's own thresholds; tells which one, or -1 for none."""
    due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    generation = max((place for place, is_due in enumerate(due) if is_due), default=-1)
    if generation >= 0:
        gc.collect(generation)
    return generation
