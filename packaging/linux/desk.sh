# Sourced by install.sh and by the scripts of the .deb.

# Says which processes run from the folder $1, "" where none does.
running() {
    for process in /proc/[0-9]*; do
        case "$(readlink "$process/exe" 2>/dev/null || true)" in
        "$1"/runtime/*) printf '%s ' "${process#/proc/}" ;;
        esac
    done
}

# Lets the desktop under $1 (a share folder) know of new or removed entries; every tool may be missing.
refresh_desk() {
    for command in "update-mime-database $1/mime" "update-desktop-database -q $1/applications" \
        "gtk-update-icon-cache -qtf $1/icons/hicolor"; do
        if command -v "${command%% *}" >/dev/null 2>&1; then
            $command >/dev/null 2>&1 || true
        fi
    done
}
