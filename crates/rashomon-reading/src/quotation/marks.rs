//! Quotation marks in a text: which opens, which closes, what is an apostrophe.
//!
//! Finds stretches in straight or typographic marks, one paragraph at a time, with nesting. A paragraph
//! that is left open goes on in the next one when that begins with an opening mark again, as printers do
//! it, or has the close itself. How: one pass with a stack. A mark opens after white space, a bracket, a dash or another opening mark; it closes
//! what is open. A single mark that closes nothing, or stands inside a word, is an apostrophe.
//!
//! Known misses: a double mark nested in a double mark of the same straight style; a plural
//! possessive inside single marks is told from the close only by what follows.

use rashomon_text::{Article, Span};

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// With the marks.
    pub(crate) outer: Span,
    /// Without them.
    pub(crate) inner: Span,
    /// Index into [`Article::blocks`].
    pub(crate) block: usize,
    /// Index of the marked stretch it stands in.
    pub(crate) parent: Option<usize>,
    /// Index of the part in an earlier paragraph that it goes on from.
    pub(crate) continues: Option<usize>,
}

/// How many marks ahead a single mark looks for its close: a quotation in single marks with more apostrophes
/// than this is read as none. Keeps the scan linear on text that is all apostrophes.
const LOOK_AHEAD: usize = 48;

/// The marked stretches of the blocks that are read, in the order of their opening marks.
pub(crate) fn find(article: &Article) -> Vec<Marked> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut left_open: Option<usize> = None;
    for (block, b) in article.blocks.iter().enumerate().filter(|(_, b)| b.kind.is_read()) {
        let mut scan = Scan::over(&article.text, b.span);
        let open = left_open.take();
        let closes = open.filter(|&open| scan.only_closes(found[open].style));
        let goes_on = closes.or(open.filter(|&open| scan.reopens(found[open].style)));
        let first = found.len();
        scan.run(block, closes.map(|open| found[open].style), &mut found);
        if let (Some(before), Some(part)) = (goes_on, found.get_mut(first)) {
            part.marked.continues = Some(before);
            found[before].is_kept = true;
        }
        left_open = (first..found.len()).find(|&i| found[i].is_open);
    }
    keep(found)
}

/// A stretch while scanning.
struct Stretch {
    marked: Marked,
    style: Style,
    /// Runs to the end of its paragraph without a close.
    is_open: bool,
    is_kept: bool,
}

/// Drops what is never closed, and renumbers.
fn keep(found: Vec<Stretch>) -> Vec<Marked> {
    let mut next = 0;
    let number = |s: &Stretch| {
        next += usize::from(s.is_kept);
        s.is_kept.then(|| next - 1)
    };
    let numbers: Vec<Option<usize>> = found.iter().map(number).collect();
    let renumbered = |mut m: Marked| {
        m.parent = m.parent.and_then(|p| numbers[p]);
        m.continues = m.continues.and_then(|p| numbers[p]);
        m
    };
    found.into_iter().filter(|s| s.is_kept).map(|s| renumbered(s.marked)).collect()
}

/// The kinds of marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    Angle,
    SingleAngle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

/// Style and direction of a mark; `None` for other characters.
fn shape(c: char) -> Option<(Style, Shape)> {
    Some(match c {
        '"' | '″' | '＂' => (Style::Double, Shape::Either),
        '“' | '‟' => (Style::Double, Shape::Either),
        '„' => (Style::Double, Shape::Opens),
        '”' => (Style::Double, Shape::Closes),
        '\'' | '´' => (Style::Single, Shape::Either),
        '‘' | '‚' | '‛' => (Style::Single, Shape::Opens),
        '’' => (Style::Single, Shape::Closes),
        '«' => (Style::Angle, Shape::Opens),
        '»' => (Style::Angle, Shape::Closes),
        '‹' => (Style::SingleAngle, Shape::Opens),
        '›' => (Style::SingleAngle, Shape::Closes),
        _ => return None,
    })
}

/// A mark that has been opened and waits for its close.
struct Opened {
    style: Style,
    mark: char,
    start: usize,
    inner: usize,
    /// Index reserved in the list of finds, so that the order is that of the opening marks.
    slot: usize,
}

struct Scan<'t> {
    text: &'t str,
    end: usize,
    marks: Vec<(usize, char)>,
    start: usize,
}

impl<'t> Scan<'t> {
    fn over(text: &'t str, block: Span) -> Self {
        let marks = block.slice(text).char_indices();
        let marks = marks.filter(|(_, c)| shape(*c).is_some()).map(|(i, c)| (i + block.start(), c)).collect();
        Self { text, end: block.end(), marks, start: block.start() }
    }

    /// Whether the block begins with a mark that opens this style.
    fn reopens(&self, style: Style) -> bool {
        self.marks.first().is_some_and(|&(at, c)| {
            at == self.start && shape(c).is_some_and(|(s, how)| s == style && how != Shape::Closes)
        })
    }

    /// Whether the first mark of this style can only close what the paragraph before has left open.
    fn only_closes(&self, style: Style) -> bool {
        let mut of_style = self.marks.iter().filter(|&&(_, c)| shape(c).is_some_and(|(s, _)| s == style));
        let odd = of_style.clone().count() % 2 == 1;
        style != Style::Single
            && of_style.next().is_some_and(|&(at, c)| {
                let ends = self.before(at).is_some_and(|b| matches!(b, '.' | ',' | '!' | '?' | '…'));
                (odd || ends) && shape(c).is_some_and(|(_, how)| how != Shape::Opens) && self.ends_word(at, c)
            })
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[self.start..at].chars().next_back()
    }

    fn after(&self, at: usize, c: char) -> Option<char> {
        self.text[at + c.len_utf8()..self.end].chars().next()
    }

    /// Adds what is marked within the block, also the outermost stretch that is left open at its end. `open` is the style of
    /// a stretch that the block begins within.
    fn run(&mut self, block: usize, open: Option<Style>, found: &mut Vec<Stretch>) {
        let mut slots: Vec<Option<Stretch>> = Vec::new();
        let mut stack: Vec<Opened> = Vec::new();
        if let Some(style) = open {
            slots.push(None);
            stack.push(Opened { style, mark: '"', start: self.start, inner: self.start, slot: 0 });
        }
        let marks = std::mem::take(&mut self.marks);
        for (n, &(at, c)) in marks.iter().enumerate() {
            let Some((style, how)) = shape(c) else { continue };
            let depth = stack.iter().rposition(|o| o.style == style);
            let closes = depth.filter(|&d| self.can_close(at, c, how, &stack[d], &marks[n + 1..]));
            if let Some(d) = closes {
                let opened = &stack[d];
                slots[opened.slot] = self.stretch(block, opened, at, at + c.len_utf8());
                stack.truncate(d);
            } else if self.can_open(at, c, style, how, &marks[n + 1..]) {
                let slot = slots.len();
                slots.push(None);
                stack.push(Opened { style, mark: c, start: at, inner: at + c.len_utf8(), slot });
            }
        }
        if let Some(opened) = stack.first() {
            let open = self.stretch(block, opened, self.end, self.end);
            slots[opened.slot] = open.map(|s| Stretch { is_open: true, is_kept: false, ..s });
        }
        nest(slots.into_iter().flatten(), found);
    }

    fn stretch(&self, block: usize, opened: &Opened, end: usize, outer_end: usize) -> Option<Stretch> {
        let outer = Span::new(opened.start, outer_end);
        let inner = Span::new(opened.inner, end).trimmed(self.text);
        let marked = Marked { outer, inner, block, parent: None, continues: None };
        let has_words = inner.slice(self.text).contains(char::is_alphanumeric);
        has_words.then_some(Stretch { marked, style: opened.style, is_open: false, is_kept: true })
    }

    fn can_open(&self, at: usize, c: char, style: Style, how: Shape, later: &[(usize, char)]) -> bool {
        if how == Shape::Closes {
            return false;
        }
        let (before, after) = (self.before(at), self.after(at, c));
        let room_before = before.is_none_or(|b| {
            b.is_whitespace() || "([{-–—/:…".contains(b) || shape(b).is_some_and(|(_, s)| s != Shape::Closes)
        });
        let word_after = after.is_some_and(|a| !a.is_whitespace() && !",;)]".contains(a));
        if !room_before || !word_after {
            return false;
        }
        style != Style::Single
            || (!is_elision(&self.text[at + c.len_utf8()..self.end]) && self.has_close(later))
    }

    /// Whether any later mark could close a single mark.
    fn has_close(&self, later: &[(usize, char)]) -> bool {
        later.iter().take(LOOK_AHEAD).any(|&(at, c)| {
            shape(c).is_some_and(|(s, how)| s == Style::Single && how != Shape::Opens)
                && self.ends_word(at, c)
        })
    }

    /// A mark at the end of a word or after punctuation, with no word going on behind it.
    fn ends_word(&self, at: usize, c: char) -> bool {
        self.before(at).is_some_and(|b| !b.is_whitespace())
            && self.after(at, c).is_none_or(|a| !a.is_alphanumeric())
    }

    fn can_close(&self, at: usize, c: char, how: Shape, opened: &Opened, later: &[(usize, char)]) -> bool {
        if how == Shape::Opens || at == opened.inner {
            return false;
        }
        let (style, _) = shape(c).unwrap_or((Style::Double, how));
        match style {
            Style::Single => self.closes_single(at, c, later),
            // German style closes with the mark that opens in English.
            Style::Double if c == '“' => opened.mark == '„',
            Style::Double if how == Shape::Either => {
                let before = self.before(at).is_some_and(char::is_whitespace);
                let after = self.after(at, c).is_some_and(|a| !a.is_whitespace());
                !(before && after)
            }
            _ => true,
        }
    }

    /// A single mark closes when it ends a word and is not a possessive with a better close to come.
    fn closes_single(&self, at: usize, c: char, later: &[(usize, char)]) -> bool {
        if !self.ends_word(at, c) {
            return false;
        }
        let before = self.before(at);
        let rest = &self.text[at + c.len_utf8()..self.end];
        let is_possessive = before.is_some_and(|b| b == 's' || b == 'S')
            && rest.strip_prefix(' ').is_some_and(|r| r.starts_with(char::is_alphabetic));
        !is_possessive || !self.has_close(until_next_open(later))
    }
}

/// The marks up to the next one that can only open.
fn until_next_open(later: &[(usize, char)]) -> &[(usize, char)] {
    let opens = |&(_, c): &(usize, char)| matches!(shape(c), Some((Style::Single, Shape::Opens)));
    &later[..later.iter().position(opens).unwrap_or(later.len())]
}

/// Words that are written with a leading apostrophe.
fn is_elision(after: &str) -> bool {
    const ELIDED: &[&str] =
        &["em", "tis", "twas", "til", "till", "n", "cause", "bout", "round", "tude", "s", "t"];
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
    let decade = word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s');
    decade || ELIDED.contains(&word.to_lowercase().as_str())
}

/// Appends stretches in the order of their opening marks, each with its parent.
fn nest(stretches: impl Iterator<Item = Stretch>, found: &mut Vec<Stretch>) {
    let mut around: Vec<usize> = Vec::new();
    for mut stretch in stretches {
        let outer = stretch.marked.outer;
        while around.last().is_some_and(|&a| !found[a].marked.inner.contains(outer)) {
            around.pop();
        }
        stretch.marked.parent = around.last().copied();
        around.push(found.len());
        found.push(stretch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::tests::article;

    /// Every marked stretch as `depth:words`, `+` before one that goes on from the paragraph before.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let article = article(text);
        let found = find(&article);
        let depth = |m: &Marked| std::iter::successors(m.parent, |&p| found[p].parent).count();
        let show = |m: &Marked| {
            let sign = if m.continues.is_some() { "+" } else { "" };
            format!("{sign}{}:{}", depth(m), m.inner.slice(text))
        };
        assert_eq!(found.iter().map(show).collect::<Vec<_>>(), expect, "{text}");
    }

    #[test]
    fn straight_and_typographic() {
        check("\"We go,\" she said.", &["0:We go,"]);
        check("He wrote: “Come home.” Then he left.", &["0:Come home."]);
        check("Der Rat („alles gut“) schwieg; «bien», dit-il.", &["0:alles gut", "0:bien"]);
        check("The plan is ‘dead’, he said.", &["0:dead"]);
        check("The plan is 'dead', he said.", &["0:dead"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The dockers' union isn't Anne's.", &[]);
        check("The dockers’ union isn’t Anne’s.", &[]);
        check("rock 'n' roll in the '90s and the ’80s", &[]);
        check("'It's the dockers' fight,' she said.", &["0:It's the dockers' fight,"]);
        check("‘It’s the dockers’ fight,’ she said.", &["0:It’s the dockers’ fight,"]);
    }

    #[test]
    fn nested_both_ways() {
        check("“She said, ‘No.’ We went,” he said.", &["0:She said, ‘No.’ We went,", "1:No."]);
        check("‘She said, “No.” We went,’ he said.", &["0:She said, “No.” We went,", "1:No."]);
        check("“He used to say, ‘Stop,’ ” Ada said.", &["0:He used to say, ‘Stop,’", "1:Stop,"]);
        check(
            "\"He said, 'It's over.' I wept,\" she said.",
            &["0:He said, 'It's over.' I wept,", "1:It's over."],
        );
    }

    #[test]
    fn open_paragraphs_go_on() {
        check("“One.\n\n“Two.\n\n“Three,” he said.", &["0:One.", "+0:Two.", "+0:Three,"]);
        check("\"One.\n\n\"Two,\" he said.", &["0:One.", "+0:Two,"]);
        check("He said, \"One.\n\nTwo. And three.\"", &["0:One.", "+0:Two. And three."]);
        check("He said, \"One.\n\nThen the \"two\" came.", &["0:two"]);
    }

    #[test]
    fn unbalanced_marks_are_left_out() {
        check("He said \"we go and went.\n\nThen \"no\" came.", &["0:no"]);
        check("A pipe of 12\" burst.", &[]);
        check("end.\" Then nothing.", &[]);
    }

    #[test]
    fn odd_input_does_no_harm() {
        check("", &[]);
        check("\"\" '' “” ’’’ ‘‘‘", &[]);
        check(&" 'a".repeat(3000), &[]);
    }
}
