"""The displays of a desktop on Linux, asked whether they let this user in."""

from __future__ import annotations

import ctypes
import os
import socket
from pathlib import Path


def has_wayland() -> bool:
    """Return whether a Wayland display answers."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    place = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name
    try:
        with socket.socket(socket.AF_UNIX) as asking:
            asking.settimeout(2)
            asking.connect(str(place))
    except OSError:
        return False
    return True


def has_x() -> bool:
    """Return whether the display lets us in, as the library that Qt uses itself sees it."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # nobody to ask; Qt will tell
    xcb.xcb_connect.restype = ctypes.c_void_p
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    is_open = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return is_open
