"""Trials that try to break ilkit, run by hand; what they found is in docs/robustness.md."""
