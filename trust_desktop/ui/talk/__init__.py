"""The talk about a plan: is it a good moment, the words, one need at a time, and what was answered."""
