//! Any bytes at all as the body of an answer.

#![no_main]

#[path = "../invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|body: &[u8]| invariants::hold_for_answer(body));
