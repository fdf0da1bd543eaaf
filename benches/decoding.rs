//! Measures the decoding of responses, which must be linear in the number of followers.
//!
//! `cargo bench --bench decoding`

use std::fmt::Write;

use customer_profile::api::answer;
use customer_profile::config::Config;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

/// Returns a response with `followers` followers: 19-digit ids, Chinese names.
fn answer_with(followers: usize) -> String {
    let (mut ids, mut names) = (String::new(), String::new());
    for follower in 0..followers {
        let comma = if follower == 0 { "" } else { "," };
        let id = 1_725_934_800_000_000_000_u64 + follower as u64;
        let _ = write!(ids, "{comma}{id}");
        let _ = write!(names, r#"{comma}{{"id":{id},"name":"张三{follower}"}}"#);
    }
    let example = include_str!("../samples/example.json");
    let rest = example.trim_start().trim_start_matches('{');
    // The last of duplicate keys wins, so the example's own followers come first.
    let rest = rest.trim_end().trim_end_matches('}');
    format!(r#"{{{rest},"followers":[{ids}],"followerNames":[{names}]}}"#)
}

#[divan::bench(args = [10, 1_000, 100_000])]
fn followers(bencher: Bencher<'_, '_>, followers: usize) {
    let body = answer_with(followers);
    let customer = answer::customer(&body, &Config::default()).expect("a customer");
    assert_eq!(customer.follower_names.value().map(Vec::len), Some(followers));
    bencher
        .counter(ItemsCount::new(followers))
        .counter(BytesCount::of_str(&body))
        .bench(|| answer::customer(divan::black_box(&body), &Config::default()));
}

/// A description of 20,000 characters, full of escapes and entities.
#[divan::bench]
fn long_description(bencher: Bencher<'_, '_>) {
    let text = r"多行\n文本&amp;\u4e2d".repeat(20_000 / 14);
    let body = format!(r#"{{"id":"1","description":"{text}"}}"#);
    bencher
        .counter(BytesCount::of_str(&body))
        .bench(|| answer::customer(divan::black_box(&body), &Config::default()));
}
