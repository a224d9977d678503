//! The real binary in temporary folders.

mod bad_input;
mod documented;
mod output;
mod same_bytes;

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub(crate) const VOTE: &str = "Council rejects lock plan\n\n\
The Marlow council voted 7 to 4 against the lock plan on Monday, March 3, 2031.\n\n\
\"We will not pay for it,\" Mayor Ines Holt said.\n";
pub(crate) const CRASH: &str = "Ferry hits pier\n\n\
At least 12 people were hurt on Tuesday when a ferry hit the pier at Marlow, the coast guard said.\n";

/// A folder with files of these names and contents.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

/// Runs the command in a folder.
pub(crate) fn rashomon<S: AsRef<OsStr>>(at: &Path, arguments: &[S]) -> Output {
    command(at, arguments).output().expect("the command runs")
}

/// Runs the command with text on standard input.
pub(crate) fn rashomon_with_input<S: AsRef<OsStr>>(at: &Path, arguments: &[S], input: &[u8]) -> Output {
    let mut child = command(at, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    child.stdin.take().expect("a pipe").write_all(input).expect("the command reads");
    child.wait_with_output().expect("the command ends")
}

fn command<S: AsRef<OsStr>>(at: &Path, arguments: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
    command.current_dir(at).args(arguments).stdin(Stdio::null());
    command
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8 on standard output")
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8 on standard error")
}

#[track_caller]
pub(crate) fn check_exit(output: &Output, expect: i32) {
    assert_eq!(output.status.code(), Some(expect), "{}", stderr(output));
}
