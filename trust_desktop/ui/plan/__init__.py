"""The plan that is live: when it was said, its four actions, their earlier wordings, changing one."""
