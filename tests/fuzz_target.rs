//! The body of the fuzz target over the samples and the seeds: it compiles and holds without a nightly compiler.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../fuzz/invariants.rs"]
mod invariants;

use std::fs;
use std::path::Path;

#[test]
fn the_invariants_of_fuzzing_hold_for_its_seeds() {
    for folder in ["samples", "fuzz/seeds"] {
        let mut checked = 0;
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let body = fs::read(entry.unwrap().path()).unwrap();
            invariants::hold_for_answer(&body);
            // Cut off, and with a byte that is wrong: the first steps of any fuzzing.
            invariants::hold_for_answer(&body[..body.len() / 2]);
            invariants::hold_for_answer(
                &[&body[..body.len() / 3], b"\xff\"", &body[body.len() / 3..]].concat(),
            );
            checked += 1;
        }
        assert!(checked > 5, "{folder} holds {checked} files");
    }
}
