"""Blocks to workbooks."""
