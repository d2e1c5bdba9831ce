"""Backups of the open vault, a try of the ways back, and a vault set up from a backup."""
