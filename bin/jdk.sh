# Read by bin/perennial and bin/test: finds a JDK 25 or newer, and Maven.

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

# Makes sure that there is Maven; as root on Debian it installs it.
need_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "Installing Maven ..." >&2
            log=$(mktemp)
            { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends maven; } >"$log" 2>&1 || {
                cat "$log" >&2
                die "Maven could not be installed; install Maven 3.8 or newer and run this again."
            }
            rm -f "$log"
        else
            die "Perennial is built with Maven, and there is none. Install Maven 3.8 or newer (Debian: sudo apt install maven, macOS: brew install maven) and run this again."
        fi
    fi
    # Keeps newer JDKs from printing warnings about Maven's own libraries.
    export MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
}
