# For the setup scripts: installs a command line tool from crates.io.

# install_tool NAME VERSION [+TOOLCHAIN]
install_tool() {
    if cargo binstall -V >/dev/null 2>&1; then
        echo "Installing $1 $2 with cargo-binstall"
        cargo binstall --no-confirm --force --disable-strategies compile "$1@$2" && return
    fi
    echo "Compiling $1 $2 (some minutes)"
    # Without the LTO of Trunk's profile: it takes more time than a faster Trunk saves in builds.
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        cargo ${3:-} install "$1" --version "$2" --locked --force
}
