"""The menus' actions."""
