//! Bad input gives a diagnostic with the file's name; the rest is processed; nothing panics.

use crate::{CRASH, VOTE, check_exit, folder, rashomon, rashomon_with_input, stderr, stdout};

/// A good article beside one bad file: the bad one is named with `code`, the good one is in the record.
#[track_caller]
fn check(name: &str, bytes: &[u8], code: &str, exit: i32) {
    let folder = folder(&[("good.txt", VOTE.as_bytes()), (name, bytes)]);
    let output = rashomon(folder.path(), &["report", "--format", "json", "good.txt", name]);
    let said = stderr(&output);
    check_exit(&output, exit);
    let line = said.lines().find(|l| l.contains(&format!("[{code}]")));
    assert!(line.is_some_and(|l| l.starts_with(name)), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(stdout(&output).contains("\"path\": \"good.txt\""));
}

#[test]
fn each_kind_of_bad_file_is_named_and_the_rest_goes_on() {
    check("empty.txt", b"", "empty", 3);
    check("blank.txt", b" \n\n\t ", "empty", 3);
    check("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0", "not-text", 3);
}

#[test]
fn a_path_that_is_not_there_is_named_and_the_rest_goes_on() {
    let folder = folder(&[("good.txt", VOTE.as_bytes())]);
    let output = rashomon(folder.path(), &["report", "good.txt", "gone.txt"]);
    check_exit(&output, 3);
    assert!(stderr(&output).starts_with("gone.txt: error: cannot be read: "), "{}", stderr(&output));
    assert!(stdout(&output).contains("Council rejects lock plan"));
}

#[test]
fn invalid_json_lines_are_named_one_by_one() {
    let lines = "{\"text\": \"The lock was shut on Monday.\", \"title\": \"Lock shut\"}\n{broken\n[1]\n";
    let folder = folder(&[("feed.jsonl", lines.as_bytes())]);
    let output = rashomon(folder.path(), &["report", "--format", "json", "feed.jsonl"]);
    check_exit(&output, 3);
    let said = stderr(&output);
    assert_eq!(said.lines().filter(|l| l.starts_with("feed.jsonl:")).count(), 2, "{said}");
    assert!(stdout(&output).contains("The lock was shut on Monday."));
}

#[test]
fn wrong_charsets_and_broken_html_are_read_as_well_as_can_be() {
    let latin = b"Mayor says no\n\n\"Nous ne paierons pas,\" said the mayor of Saint-Am\xe9, in a caf\xe9 on Monday.\n";
    let broken = "<html><body><h1>Lock shut</h1><p>The lock was shut on Monday <b>by the council.<p>It stays shut</div></table>";
    let folder = folder(&[("latin.txt", latin.as_slice()), ("broken.html", broken.as_bytes())]);
    let output = rashomon(folder.path(), &["report", "--format", "json", "."]);
    check_exit(&output, 0);
    let record = stdout(&output);
    assert!(record.contains("Saint-Amé"), "{}", stderr(&output));
    assert!(record.contains("The lock was shut on Monday"));
}

#[test]
fn only_bad_input_gives_nothing() {
    let folder = folder(&[("empty.txt", b"".as_slice()), ("binary.txt", b"\0\x01\x02\x03\0\0\0\0")]);
    for command in ["report", "analyze", "reuse"] {
        let output = rashomon(folder.path(), &[command, "."]);
        check_exit(&output, 1);
        assert_eq!(stdout(&output), "", "{command}");
        assert!(stderr(&output).contains("error: nothing usable in the inputs"), "{command}");
    }
    let output = rashomon(folder.path(), &["report", "nowhere"]);
    check_exit(&output, 1);
    assert!(stderr(&output).contains("nowhere: error: cannot be read"));
}

#[test]
fn an_empty_folder_is_named() {
    let folder = folder(&[("pictures/one.png", b"")]);
    let output = rashomon(folder.path(), &["report", "pictures"]);
    check_exit(&output, 1);
    assert!(stderr(&output).contains("pictures: warning: no .txt"));
}

#[test]
fn an_input_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("good.txt", VOTE.as_bytes()), ("secret.txt", CRASH.as_bytes())]);
    let secret = folder.path().join("secret.txt");
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o000)).expect("permissions");
    let is_root = std::fs::File::open(&secret).is_ok();
    let output = rashomon(folder.path(), &["reuse", "."]);
    check_exit(&output, if is_root { 0 } else { 3 });
    assert_eq!(stderr(&output).contains("secret.txt: error: cannot be read"), !is_root);
}

#[test]
fn copies_of_one_file_are_counted_once() {
    let folder =
        folder(&[("a.txt", VOTE.as_bytes()), ("b.txt", VOTE.as_bytes()), ("c.txt", VOTE.as_bytes())]);
    let output = rashomon(folder.path(), &["report", "--format", "json", "."]);
    check_exit(&output, 0);
    assert_eq!(stdout(&output).matches("\"sha256\"").count(), 1);
    let said = stderr(&output);
    assert_eq!(said.matches("[duplicate]").count(), 2, "{said}");
}

#[test]
fn odd_input_on_standard_input_does_no_harm() {
    let folder = folder(&[]);
    let long = "word ".repeat(200_000);
    for input in
        [VOTE.as_bytes(), "🙂 ".as_bytes(), "\u{202E}abc\u{7}".as_bytes(), long.as_bytes(), b"<", b"{"]
    {
        let output = rashomon_with_input(folder.path(), &["report", "-", "--format", "html"], input);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", stderr(&output));
        assert!(!stderr(&output).contains("panicked"));
    }
    let output = rashomon_with_input(folder.path(), &["analyze", "-"], b"");
    check_exit(&output, 1);
    assert!(stderr(&output).starts_with("stdin: error: "));
}
