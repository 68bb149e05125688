# Read by bin/perennial and bin/test: finds a JDK 25 or newer, Maven, and what the tests with real clients need.

die() {
    echo "$*" >&2
    exit 1
}

# Reads the version of the JDK in folder $1 from its release file, which is faster than to start it. Sets `found` to
# it, or to nothing if the folder holds no JDK that is new enough.
look() {
    found=
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            value=${value#\"}
            value=${value%%\"*}
            major=${value%%[.+-]*}
            [ "$major" -ge 25 ] 2>/dev/null && found=$value
            return 0
        fi
    done <"$1/release"
}

# Sets java_home and jdk_version: JAVA_HOME if it will do, else the oldest that is new enough, because that is what
# the tests run on.
find_jdk() {
    java_home=
    on_path=$(command -v javac 2>/dev/null)
    while [ -n "$on_path" ] && [ -L "$on_path" ]; do
        link=$(readlink "$on_path")
        case $link in
            /*) on_path=$link ;;
            *) on_path=${on_path%/*}/$link ;;
        esac
    done
    least=
    for folder in "${JAVA_HOME:-}" "${on_path%/bin/javac}" /usr/lib/jvm/* /usr/java/* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -n "$folder" ] || continue
        look "$folder"
        [ -n "$found" ] || continue
        if [ -z "$least" ] || [ "${found%%[.+-]*}" -lt "$least" ]; then
            least=${found%%[.+-]*}
            java_home=$folder
            jdk_version=$found
        fi
        [ "$folder" = "${JAVA_HOME:-}" ] && break
    done
    [ -n "$java_home" ] || die "Perennial needs a JDK 25 or newer and found none, neither in JAVA_HOME nor where JDKs usually are.
Install one and run this again:
  Debian 13 and later, Ubuntu 25.10 and later: sudo apt install openjdk-25-jdk-headless
  macOS: brew install openjdk@25
  anywhere: the archive from https://adoptium.net/temurin/releases/?version=25, unpacked in ~/.jdks"
    export JAVA_HOME="$java_home"
}

# As root on Debian, installs packages $2... that hold $1; fails elsewhere, or if that cannot be.
installed() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    echo "Installing $1 ..." >&2
    shift
    log=$(mktemp)
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1
    ended=$?
    [ "$ended" = 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$ended"
}

# Makes sure that there is Maven; as root on Debian it installs it.
need_maven() {
    command -v mvn >/dev/null 2>&1 || installed Maven maven ||
        die "Perennial is built with Maven, and there is none. Install Maven 3.8 or newer (Debian: sudo apt install maven, macOS: brew install maven) and run this again."
    # Keeps newer JDKs from printing warnings about Maven's own libraries.
    export MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
}

# Says what the tests with real clients lack, which are skipped then; as root on Debian it installs it.
want_clients() {
    { command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; } || installed Node nodejs npm ||
        echo "There is no Node, so the server is not tried with real clients. Install Node 20 or newer with npm (Debian: sudo apt install nodejs npm, macOS: brew install node)." >&2
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
        command -v google-chrome >/dev/null 2>&1 || installed Chromium chromium ||
        echo "There is no Chromium, so the server is not tried with real clients for browsers. Install it (Debian: sudo apt install chromium)." >&2
}
