"""The frame around the parts: columns that become rails, the head of a part, one help line."""
