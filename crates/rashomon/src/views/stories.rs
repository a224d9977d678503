//! The stories of a pile, as text for a terminal and as Markdown.

use super::words;
use crate::Pile;
use std::fmt::Write;

/// One paragraph a story: its number, size, days and headline, then its articles, a line each.
#[must_use]
pub fn stories(pile: &Pile) -> String {
    list(pile, |out, s, head, label| {
        let gap = if s == 0 { "" } else { "\n" };
        let _ = writeln!(out, "{gap}s{}  {head}  {label}", s + 1);
    })
}

/// The same as Markdown: a heading a story, a list of its articles.
#[must_use]
pub fn stories_markdown(pile: &Pile) -> String {
    let mut out =
        format!("# {}\n", words::capitalised(&words::count(pile.stories.len(), "story", "stories")));
    out.push_str(&list(pile, |out, _, head, label| {
        let _ = writeln!(out, "\n## {}\n\n{head}\n", super::escaped(label));
    }));
    out
}

fn list(pile: &Pile, head: impl Fn(&mut String, usize, &str, &str)) -> String {
    let mut out = String::new();
    for (s, articles) in pile.stories.iter().enumerate() {
        let mut said = words::count(articles.len(), "article", "articles");
        match pile.days(s) {
            Some((first, last)) if first == last => said += &format!(", {first}"),
            Some((first, last)) => said += &format!(", {first} to {last}"),
            None => {}
        }
        head(&mut out, s, &said, &printable(&pile.label(s)));
        for &a in articles {
            let article = &pile.articles[a];
            let day = article.published.value.as_ref().map(|t| format!(", {}", t.timex));
            let publisher = article.publisher.as_ref().map(|p| format!(", {}", p.value));
            let about = format!("{}{}", publisher.unwrap_or_default(), day.unwrap_or_default());
            let _ = writeln!(out, "- {}{}", article.path, printable(&about));
        }
    }
    out
}

/// Control characters of the texts do not reach the terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
