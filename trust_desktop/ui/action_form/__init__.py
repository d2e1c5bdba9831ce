"""How one action is written and put into words; shared by the plan wizard and the plan page."""
