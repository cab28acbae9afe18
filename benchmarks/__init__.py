"""What the toolkit costs, beside a floor measured in the same run. Not for: tests."""
