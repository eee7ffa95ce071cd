"""The findings: their list and what can be done about the chosen one."""
