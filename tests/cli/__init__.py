"""The commands from outside, as child processes."""
