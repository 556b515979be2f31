"""JSON lines in, JSON lines out: stages of the program as filters for pipes."""
