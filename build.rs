//! Has cargo link anew when the linker of release builds has changed: it looks at a linker's path only.

fn main() {
    for file in ["tools/lean-linker.mjs", "tools/server-functions.mjs"] {
        println!("cargo::rerun-if-changed={file}");
    }
}
