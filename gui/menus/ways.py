"""The ways of a report between the window and its files: each loaded when it is first gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.below import loads

if TYPE_CHECKING:
    from gui.files.attaching import Attaching as Attaching
    from gui.files.beginning import Beginning as Beginning
    from gui.files.dropping import Dropping as Dropping
    from gui.files.export_all import ExportingAll as ExportingAll
    from gui.files.exporting import Exporting as Exporting
    from gui.files.filling_in import FillingIn as FillingIn
    from gui.files.looking_back import LookingBack as LookingBack
    from gui.files.opening import Opening as Opening
    from gui.files.saving import Saving as Saving
    from gui.files.taking_over import TakingOver as TakingOver
    from gui.menus.print_actions import PrintActions as PrintActions
    from gui.sign_off.checking import Checking as Checking

PLACES: dict[str, tuple[str, ...]] = {
    "gui.files.attaching": ("Attaching",),
    "gui.files.beginning": ("Beginning",),
    "gui.files.dropping": ("Dropping",),
    "gui.files.export_all": ("ExportingAll",),
    "gui.files.exporting": ("Exporting",),
    "gui.files.filling_in": ("FillingIn",),
    "gui.files.looking_back": ("LookingBack",),
    "gui.files.opening": ("Opening",),
    "gui.files.saving": ("Saving",),
    "gui.files.taking_over": ("TakingOver",),
    "gui.menus.print_actions": ("PrintActions",),
    "gui.sign_off.checking": ("Checking",),
}
"""The late names by their modules."""

if not TYPE_CHECKING:  # else the type checker would believe every name
    __getattr__ = loads(__name__, PLACES)
