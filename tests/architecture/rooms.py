# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of src/: what each declares, what it includes, and what of that the order forbids.

A room is a folder of src/. What it may use is said once, by ROOMS and LIBRARIES of dosirak_room() in its
CMakeLists.txt; programs beside the room (add_executable) are read from target_link_libraries().
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

# The one place that says which room is above which. A room may use rooms of the rows below its own, and other rooms of
# its own row where STACKED says so; in a stacked row the declared arrows must not run in a circle.
ROWS = (
    ("gui", "cli"),
    ("workspace",),
    ("bundle", "build", "image", "lock"),
    ("python", "debian", "fetch", "compat", "preset"),
    ("base",),
)
STACKED = (False, False, True, True, False)
# Only these may show windows.
WINDOWED = ("gui",)
WINDOW_MODULES = ("QtWidgets", "QtGui")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
CALL = re.compile(r"\b(dosirak_room|target_link_libraries)\s*\(([^()]*)\)", re.DOTALL)
SOURCES = (".h", ".cpp")


@dataclass
class Room:
    name: str
    folder: Path
    rooms: set[str] = field(default_factory=set)
    libraries: set[str] = field(default_factory=set)


def row_of(name: str) -> int | None:
    return next((i for i, row in enumerate(ROWS) if name in row), None)


def read_room(folder: Path) -> Room:
    """Reads what the room's CMakeLists.txt declares."""
    room = Room(folder.name, folder)
    text = re.sub(r"#.*", "", (folder / "CMakeLists.txt").read_text(encoding="utf-8"))
    for call, body in CALL.findall(text):
        words = body.split()
        keyword = "LIBRARIES" if call == "target_link_libraries" else ""
        for word in words[1:]:
            if word.isupper():
                keyword = "LIBRARIES" if call == "target_link_libraries" else word
            elif keyword == "ROOMS":
                room.rooms.add(word)
            elif keyword == "LIBRARIES":
                room.libraries.add(word)
    for library in list(room.libraries):
        name = library.removeprefix("dosirak_")
        if name != library and name not in ("options", room.name):
            room.rooms.add(name)
    return room


def read_rooms(src: Path) -> tuple[dict[str, Room], list[str]]:
    rooms, errors = {}, []
    for folder in sorted(p for p in src.iterdir() if p.is_dir()):
        if not (folder / "CMakeLists.txt").is_file():
            errors.append(f"src/{folder.name}: a folder of src/ without a CMakeLists.txt is no room")
        elif row_of(folder.name) is None:
            errors.append(f"src/{folder.name}: the order of rooms (tests/architecture/rooms.py) does not know it")
        else:
            rooms[folder.name] = read_room(folder)
    if not rooms:
        errors.append(f"{src}: no room found")
    return rooms, errors


def reachable(rooms: dict[str, Room], name: str) -> set[str]:
    """What the room declares, and what that declares in turn."""
    seen: set[str] = set()
    waiting = list(rooms[name].rooms)
    while waiting:
        room = waiting.pop()
        if room not in seen:
            seen.add(room)
            waiting.extend(rooms[room].rooms if room in rooms else ())
    return seen


def check_declarations(rooms: dict[str, Room]) -> list[str]:
    errors = []
    for room in rooms.values():
        for other in sorted(room.rooms):
            here, there = row_of(room.name), row_of(other)
            if other not in rooms:
                errors.append(f"src/{room.name}/CMakeLists.txt: declares “{other}”, which is no room")
            elif there < here:
                errors.append(f"src/{room.name}/CMakeLists.txt: “{other}” is above “{room.name}”: arrows point down only")
            elif there == here and not STACKED[here]:
                errors.append(f"src/{room.name}/CMakeLists.txt: “{room.name}” may not use “{other}” beside it")
        if room.name in reachable(rooms, room.name):
            errors.append(f"src/{room.name}/CMakeLists.txt: the declared arrows come back to “{room.name}”")
        if room.name not in WINDOWED:
            for library in sorted(room.libraries):
                if library.replace("Qt6::", "Qt").replace("Qt::", "Qt") in WINDOW_MODULES:
                    errors.append(f"src/{room.name}/CMakeLists.txt: a core room links {library}")
    return errors


def window_headers(qt_headers: Path) -> set[str]:
    """Names of all headers of the window modules, as this machine's Qt has them."""
    names = set()
    for module in WINDOW_MODULES:
        found = {p.name for p in (qt_headers / module).iterdir() if p.is_file()}
        if not found:
            raise FileNotFoundError(f"{qt_headers / module} holds no headers")
        names |= found
    return names


def is_windowed(include: str, names: set[str]) -> bool:
    module, _, rest = include.partition("/")
    return module in WINDOW_MODULES if rest else include in names


def check_include(room: Room, include: str, allowed: set[str], rooms: dict[str, Room]) -> str | None:
    """What is wrong with one #include "…", or nothing."""
    path = Path(include)
    if ".." in path.parts or path.suffix == ".cpp":
        return f"includes “{include}”: own headers are included by room (“base/result.h”)"
    target = path.parts[0] if len(path.parts) > 1 else None
    if target not in rooms:
        # Generated beside the source: moc and Designer forms.
        generated = path.name.startswith("ui_") or path.suffix == ".moc" or path.name.startswith("moc_")
        return None if generated else f"includes “{include}”: own headers are included by room (“base/result.h”)"
    if target == room.name:
        return None
    if target not in allowed:
        return f"includes “{include}”, but src/{room.name}/CMakeLists.txt does not declare “{target}”"
    if len(path.parts) > 2 or path.stem.endswith("_p"):
        return f"includes “{include}”: a header in a sub-folder, or named *_p.h, is behind the door of “{target}”"
    return None


def check_includes(rooms: dict[str, Room], window_names: set[str]) -> list[str]:
    errors = []
    for room in rooms.values():
        allowed = reachable(rooms, room.name)
        for file in sorted(p for p in room.folder.rglob("*") if p.suffix in SOURCES):
            where = f"src/{file.relative_to(room.folder.parent)}"
            for bracket, include in INCLUDE.findall(file.read_text(encoding="utf-8")):
                if bracket == '"' and (error := check_include(room, include, allowed, rooms)):
                    errors.append(f"{where}: {error}")
                if room.name not in WINDOWED and is_windowed(include, window_names):
                    errors.append(f"{where}: a core room includes <{include}> of Qt's window modules")
    return errors


def check(root: Path, qt_headers: Path) -> list[str]:
    rooms, errors = read_rooms(root / "src")
    return errors + check_declarations(rooms) + check_includes(rooms, window_headers(qt_headers))
