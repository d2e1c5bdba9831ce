"""What may follow a missed day, for the calendar and the first page alike: three paths, and none of them pushed."""
