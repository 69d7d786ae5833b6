# Installs packages of Debian and Ubuntu, as far as this user may. Read with `.` after say.sh, not run.
# shellcheck shell=sh

# provide_packages REASON PACKAGE...
# Root gets the packages; anyone else gets the line to type, and the script ends.
provide_packages() {
    reason=$1
    shift
    command -v apt-get >/dev/null ||
        stop "$reason" "This system has no apt-get. Install what Debian calls: $*"
    [ "$(id -u)" = 0 ] ||
        stop "$reason" "Type this line, then the same command again:" \
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    say "$reason"
    say "Installing with apt: $*"
    install_packages "$@" ||
        stop "apt could not install $*; its messages are above." \
            "Put that right (apt-get update, the sources, the disk), then give the same command again."
}

install_packages() {
    package_lists_are_here || apt-get update -qq
    # Old lists name packages that the mirror no longer has: fetch new ones and try once more.
    apt_install "$@" || { apt-get update -qq && apt_install "$@"; }
}

package_lists_are_here() {
    ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}
