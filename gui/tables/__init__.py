"""The official tables on screen: an item model, its view with frozen headers, and editing."""
