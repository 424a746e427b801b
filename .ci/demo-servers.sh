# To be sourced: starts the demo servers that `swift build` made, in a folder $work, and stops them when the script ends, however it ends.
#
# $work/<Api>.json are the fixtures of a server that was started, and $work/<Api>.log is what it said.
programs=$(swift build --show-bin-path)
work=$(mktemp -d)
servers=()

stop_servers() {
    local server
    for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done
    # Each ends in good order, or was never there.
    for server in "${servers[@]}"; do wait "$server" 2>/dev/null || true; done
    rm -rf "$work"
}
trap stop_servers EXIT

# Starts the demo server of an API. It listens once its fixtures are there.
serve() {
    local api=$1
    "$programs/${api,,}-server" serve --demo --port 0 --fixtures "$work/$api.json" >"$work/$api.log" 2>&1 &
    servers+=($!)
    for _ in $(seq 300); do
        [ ! -e "$work/$api.json" ] || return 0
        kill -0 "${servers[-1]}" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/$api.log" >&2
    echo "error: the demo server of $api does not begin" >&2
    return 1
}
