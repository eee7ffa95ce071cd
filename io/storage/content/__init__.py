"""The content of a report file: its members to a report and back, and those not known here."""
