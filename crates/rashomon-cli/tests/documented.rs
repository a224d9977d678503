//! `docs/reference/command.md` holds the help of every command, word for word.

use crate::{rashomon, stdout};
use std::path::Path;

const PAGE: &str = include_str!("../../../docs/reference/command.md");

/// Trailing spaces and the spaces of empty lines do not count.
fn trimmed(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[test]
fn the_reference_holds_the_help_of_every_command() {
    for command in ["", "report", "analyze", "reuse", "stories", "timeline", "completions", "man"] {
        let arguments: Vec<&str> = [command, "--help"].into_iter().filter(|a| !a.is_empty()).collect();
        let help = trimmed(&stdout(&rashomon(Path::new("."), &arguments)));
        assert!(!help.is_empty());
        let is_there = trimmed(PAGE).contains(&help);
        assert!(
            is_there,
            "docs/reference/command.md lacks the help of `rashomon {command}`; it should have:\n{help}"
        );
    }
}

#[test]
fn every_flag_is_explained_in_prose() {
    let help = stdout(&rashomon(Path::new("."), &["report", "--help"]));
    let flags = help.split_whitespace().filter(|w| w.starts_with("--") && w.len() > 3);
    for flag in flags.map(|f| f.trim_matches(|c: char| !c.is_ascii_alphabetic() && c != '-')) {
        assert!(PAGE.contains(&format!("`{flag}")), "{flag} has no explanation");
    }
}

#[test]
fn every_exit_code_is_explained() {
    for code in 0..=3 {
        assert!(PAGE.contains(&format!("| {code} |")), "exit code {code}");
    }
}
