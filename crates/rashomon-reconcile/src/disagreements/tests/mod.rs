//! What two accounts are said to disagree on, over whole records.

mod corrections;
mod counterparts;
mod counts;
mod denials;
mod figures;
mod set_apart;
mod sums;
mod told_otherwise;

use crate::testing::{Told, assert_lines, disagreements, record_of};

/// The disagreements: "kind relation about: side [articles] | side [articles]".
#[track_caller]
fn check(first: &str, second: &str, expected: &[&str]) {
    check_pile(&[("north", "2023-05-17", first), ("south", "2023-05-17", second)], expected);
}

#[track_caller]
fn check_pile(pile: &[Told], expected: &[&str]) {
    assert_lines(&disagreements(&record_of(pile)), expected, pile[0].2);
}
