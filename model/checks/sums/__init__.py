"""Checks that compare sums and balances."""
