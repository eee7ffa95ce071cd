"""The sign-off in the window: the sheet, the copy to be signed, making final, checking a code."""
