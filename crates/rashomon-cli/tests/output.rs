//! What goes where: files, standard output, standard error, exit codes.

use crate::{CRASH, VOTE, check_exit, folder, rashomon, rashomon_with_input, stderr, stdout};

fn pile() -> tempfile::TempDir {
    folder(&[("vote.txt", VOTE.as_bytes()), ("crash.txt", CRASH.as_bytes())])
}

#[test]
fn report_to_a_terminal_is_markdown_and_nothing_else() {
    let pile = pile();
    let output = rashomon(pile.path(), &["report", "."]);
    check_exit(&output, 0);
    assert!(stdout(&output).starts_with("# "));
    assert_eq!(stderr(&output), "");
}

#[test]
fn out_gets_three_files_and_standard_output_stays_empty() {
    let pile = pile();
    let output = rashomon(pile.path(), &["report", "vote.txt", "crash.txt", "--out", "deep/situation"]);
    check_exit(&output, 0);
    assert_eq!(stdout(&output), "");
    let read = |name: &str| {
        std::fs::read_to_string(pile.path().join("deep/situation").join(name)).expect("the file is written")
    };
    assert!(read("report.html").starts_with("<!DOCTYPE html>"));
    assert!(read("report.md").starts_with("# "));
    assert!(read("record.json").starts_with("{\n  \"schema\": \"rashomon/record/1\""));
}

#[test]
fn a_pile_of_two_stories_has_an_index_and_a_report_of_each() {
    let pile = pile();
    let output = rashomon(pile.path(), &["report", "vote.txt", "crash.txt", "--out", "o"]);
    check_exit(&output, 0);
    let read = |name: &str| std::fs::read_to_string(pile.path().join("o").join(name)).expect(name);
    let (page, list) = (read("index.html"), read("index.md"));
    for story in ["s1", "s2"] {
        assert!(page.contains(&format!("href=\"stories/{story}/report.html\"")), "{page}");
        assert!(list.contains(&format!("(stories/{story}/report.md)")), "{list}");
        assert!(read(&format!("stories/{story}/report.html")).starts_with("<!DOCTYPE html>"));
        let record = read(&format!("stories/{story}/record.json"));
        assert_eq!(record.matches("\"sha256\"").count(), 1, "one article");
    }
    assert!(page.contains("one independent origin") && read("record.json").contains("\"s2\""));
    let output = rashomon(pile.path(), &["report", "vote.txt", "--out", "single"]);
    check_exit(&output, 0);
    assert!(!pile.path().join("single/index.html").exists());
}

#[test]
fn what_the_user_takes_for_one_story_is_not_split() {
    let pile = pile();
    let output = rashomon(pile.path(), &["report", ".", "--one-story", "--out", "o"]);
    check_exit(&output, 0);
    assert!(!pile.path().join("o/index.html").exists());
    let record = std::fs::read_to_string(pile.path().join("o/record.json")).expect("the record");
    assert!(record.contains("\"one_story\": true") && !record.contains("\"s2\""));
}

#[test]
fn a_report_inside_the_pile_is_no_account_of_the_next() {
    let pile = pile();
    let first = rashomon(pile.path(), &["report", ".", "--out", "o"]);
    check_exit(&first, 0);
    let read = || std::fs::read(pile.path().join("o/record.json")).expect("the record");
    let written = read();
    let second = rashomon(pile.path(), &["report", ".", "--out", "o", "--format", "json"]);
    check_exit(&second, 0);
    assert!(stderr(&second).contains("[own-report]"));
    let articles = |record: &[u8]| String::from_utf8_lossy(record).matches("\"sha256\"").count();
    assert_eq!(articles(&read()), articles(&written));
}

#[test]
fn format_chooses_the_files() {
    let pile = pile();
    let output = rashomon(pile.path(), &["report", "vote.txt", "--out", "o", "--format", "md,json"]);
    check_exit(&output, 0);
    let mut names: Vec<String> = std::fs::read_dir(pile.path().join("o"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["record.json", "report.md"]);
}

#[test]
fn title_replaces_the_headline() {
    let pile = pile();
    let output = rashomon(pile.path(), &["report", "vote.txt", "--title", "Lock & key"]);
    assert!(stdout(&output).starts_with("# Lock & key\n"));
    let output = rashomon(pile.path(), &["report", "vote.txt", "--title", "Lock & key", "--format", "html"]);
    assert!(stdout(&output).contains("<title>Lock &amp; key</title>"));
}

#[test]
fn wrong_usage_ends_with_2() {
    let pile = pile();
    for arguments in [
        &["report", "vote.txt", "--colour"][..],
        &["report"],
        &["rapport", "vote.txt"],
        &["report", "vote.txt", "--format", "pdf"],
        &["report", "vote.txt", "--jobs", "many"],
        &["report", "vote.txt", "--format", "md,json"],
        &[],
    ] {
        let output = rashomon(pile.path(), arguments);
        check_exit(&output, 2);
        assert_eq!(stdout(&output), "", "{arguments:?}");
        assert_ne!(stderr(&output), "", "{arguments:?}");
    }
}

#[test]
fn an_output_folder_that_cannot_be_made_is_named() {
    let pile = pile();
    let output = rashomon(pile.path(), &["report", "vote.txt", "--out", "crash.txt"]);
    check_exit(&output, 2);
    assert!(stderr(&output).contains("error: crash.txt: "), "{}", stderr(&output));
}

#[test]
fn standard_input_is_an_article_too() {
    let pile = pile();
    let output = rashomon_with_input(pile.path(), &["analyze", "-", "crash.txt"], VOTE.as_bytes());
    check_exit(&output, 0);
    assert_eq!(stdout(&output).lines().count(), 2);
    assert!(stdout(&output).lines().all(|line| line.starts_with('{') && line.ends_with('}')));
}

#[test]
fn completions_and_the_manual_page_are_made() {
    let pile = pile();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = rashomon(pile.path(), &["completions", shell]);
        check_exit(&output, 0);
        assert!(stdout(&output).contains("rashomon"), "{shell}");
    }
    let output = rashomon(pile.path(), &["man"]);
    check_exit(&output, 0);
    let page = stdout(&output);
    assert!(page.contains(".TH rashomon") && page.contains(".SH RASHOMON REPORT"), "{page}");
    assert!(page.contains("\\-\\-title"), "{page}");
}
