#!/bin/sh
# 安装到当前用户（不需要管理员权限）：sh install.sh     卸载：sh install.sh --remove
set -eu
here=$(dirname "$(readlink -f "$0")")
. "$here/desk.sh"
data=${XDG_DATA_HOME:-$HOME/.local/share}
to=$data/nianbao-program
icons=$data/icons/hicolor

fail() { printf '%s\n' "$*" >&2; exit 1; }

refuse_while_running() {
    [ -z "$(running "$to")" ] || fail "年报编辑正在运行，请先保存并关闭它，再$1。"
}

# Every file that is put outside the program's own folder, one a line.
entries() {
    printf '%s\n' "$data/applications/nianbao.desktop" "$data/applications/z-nianbao-open.desktop" \
        "$data/mime/packages/nianbao.xml"
    for size in 32 48 64 128 256; do
        printf '%s\n' "$icons/${size}x$size/apps/nianbao.png" \
            "$icons/${size}x$size/mimetypes/application-x-nianbao.png"
    done
}

# What was only made for this program's entries: the lists that the desktop drew from them.
remove_emptied() {
    if [ -d "$data/mime/packages" ] && rmdir "$data/mime/packages" 2>/dev/null; then rm -rf "$data/mime"; fi
    ls "$data/applications/"*.desktop >/dev/null 2>&1 || rm -f "$data/applications/mimeinfo.cache"
    for folder in "$data/applications" "$icons"/*/apps "$icons"/*/mimetypes "$icons"/* "$icons" "${icons%/*}"; do
        [ ! -d "$folder" ] || rmdir "$folder" 2>/dev/null || true
    done
}

remove() {
    refuse_while_running 卸载
    entries | while read -r entry; do rm -f "$entry"; done
    rm -rf "$to"
    # The association goes, too; what other programs stand for stays.
    for list in "${XDG_CONFIG_HOME:-$HOME/.config}/mimeapps.list" "$data/applications/mimeapps.list"; do
        [ -f "$list" ] || continue
        sed -i '/^application\/x-nianbao=/d' "$list"
        grep -q '=' "$list" || rm -f "$list"
    done
    refresh_desk "$data"
    remove_emptied
    echo "已卸载。您的报告和设置没有动。"
}

install() {
    refuse_while_running 安装
    [ "$(uname -m)" = "$(cat "$here/machine")" ] ||
        fail "这个安装包是给 $(cat "$here/machine") 电脑用的，这台电脑是 $(uname -m)，请换对应的安装包。"
    mkdir -p "$data/applications" "$data/mime/packages"
    rm -rf "$to.new"
    cp -R "$here/program" "$to.new" || { rm -rf "$to.new"; fail "没有装上：磁盘空间可能不够（需要 300 MB）。"; }
    # The new one is started once before the old one goes.
    "$to.new/nianbao" --version || { rm -rf "$to.new"; fail "没有装上：这台电脑的系统太旧，或缺少系统库。"; }
    cp "$here/desk.sh" "$here/install.sh" "$to.new/"
    rm -rf "$to"
    mv "$to.new" "$to"
    for entry in nianbao z-nianbao-open; do
        sed "s|@PROGRAM@|\"$to/nianbao\"|" "$here/$entry.desktop" >"$data/applications/$entry.desktop"
    done
    cp "$here/nianbao.xml" "$data/mime/packages/"
    for size in 32 48 64 128 256; do
        mkdir -p "$icons/${size}x$size/apps" "$icons/${size}x$size/mimetypes"
        cp "$here/icons/$size.png" "$icons/${size}x$size/apps/nianbao.png"
        cp "$here/icons/$size.png" "$icons/${size}x$size/mimetypes/application-x-nianbao.png"
    done
    refresh_desk "$data"
    ! command -v xdg-mime >/dev/null 2>&1 || xdg-mime default nianbao.desktop application/x-nianbao || true
    echo "已安装。请从开始菜单里打开“政府信息公开年报编辑”，或双击 .nianbao 文件。"
    echo "卸载：sh \"$to/install.sh\" --remove"
}

case "${1:-}" in
"") install ;;
--remove) remove ;;
*) fail "用法：sh install.sh（安装），sh install.sh --remove（卸载）" ;;
esac
