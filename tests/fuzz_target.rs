//! Checks the invariants of the fuzz target with samples and seeds, without a nightly compiler.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../fuzz/invariants.rs"]
mod invariants;

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn fuzz_invariants_hold_for_samples_and_seeds() {
    for folder in ["samples", "fuzz/seeds"] {
        let mut checked = 0;
        for file in files_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let body = fs::read(file).unwrap();
            invariants::check_body(&body);
            // Truncated, and with an invalid byte: the first mutations of any fuzzer.
            invariants::check_body(&body[..body.len() / 2]);
            invariants::check_body(&[&body[..body.len() / 3], b"\xff\"", &body[body.len() / 3..]].concat());
            checked += 1;
        }
        assert!(checked > 5, "{folder} holds {checked} files");
    }
}

/// Returns the files in a folder, recursively.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| if path.is_dir() { files_in(&path) } else { vec![path] })
        .collect()
}
