"""The calendar: a month, a week or a list of days, and the panel in which one day is marked."""
