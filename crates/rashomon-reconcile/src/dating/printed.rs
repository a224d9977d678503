//! The weekday that an article prints without a date: in its head ("Thursday | North Valley | Price 1.20") or its dateline ("ALBA, Thursday
//! (Example Press) -").

use rashomon_reading::time::WEEKDAYS;
use rashomon_text::{Article, BlockKind, Span, Weekday};

/// Words that may stand beside it.
const BESIDE: [&str; 4] = ["edition", "morning", "evening", "paper"];

/// What parts the words of a line before the text, and those of a dateline.
const OF_LINE: [char; 7] = ['|', '\u{b7}', '\u{2022}', '/', '\n', '\t', ';'];
const OF_DATELINE: [char; 6] = [',', '(', ')', '-', '\u{2013}', '\u{2014}'];

/// The one weekday that stands by itself in a line before the text or in a dateline.
pub(crate) fn printed_weekday(article: &Article) -> Option<(Weekday, Span)> {
    let is_body = |kind: BlockKind| matches!(kind, BlockKind::Paragraph);
    let head = article.blocks.iter().take_while(|b| !is_body(b.kind));
    let lines = head.filter(|b| !matches!(b.kind, BlockKind::Title | BlockKind::Subhead | BlockKind::Byline));
    let in_lines = lines.flat_map(|b| weekdays_alone(article, b.span, &OF_LINE));
    let datelines = article.blocks.iter().filter_map(|b| b.dateline);
    let mut found = in_lines.chain(datelines.flat_map(|d| weekdays_alone(article, d, &OF_DATELINE)));
    let first = found.next()?;
    found.all(|(weekday, _)| weekday == first.0).then_some(first)
}

/// Weekdays that fill a part of a line between its separators.
fn weekdays_alone(article: &Article, line: Span, separators: &[char]) -> Vec<(Weekday, Span)> {
    let text = article.slice(line);
    let parts = text.split(separators);
    let part = |part: &str| {
        let start = part.as_ptr().addr() - text.as_ptr().addr();
        let lower = part.trim().to_lowercase();
        let (day, rest) = lower.split_once([' ', ',']).unwrap_or((&lower, ""));
        let rest = rest.trim_start();
        let at = WEEKDAYS.iter().position(|w| *w == day)?;
        let weekday = Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()?;
        let span = Span::new(line.start() + start, line.start() + start + part.len()).trimmed(&article.text);
        (rest.is_empty() || BESIDE.contains(&rest) || begins_with_clock(rest)).then_some((weekday, span))
    };
    parts.filter_map(part).collect()
}

/// "6.40 pm news", "18:00 bulletin"; no day of a month.
fn begins_with_clock(words: &str) -> bool {
    let n_digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let after = words[n_digits..].trim_start();
    let is_minutes = after.starts_with(['.', ':']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
    (1..=2).contains(&n_digits)
        && (is_minutes || ["am", "pm", "a.m", "p.m"].iter().any(|h| after.starts_with(h)))
}

#[cfg(test)]
mod tests {
    use super::printed_weekday;
    use rashomon_text::{Article, Block, BlockKind, FurnitureKind, Span};

    #[track_caller]
    fn check(head: &str, expected: Option<&str>) {
        let text = format!("{head}\nThe dam broke on Monday.");
        let block =
            |start: usize, end: usize, kind| Block { span: Span::new(start, end), kind, dateline: None };
        let blocks = vec![
            block(0, head.len(), BlockKind::Furniture(FurnitureKind::Navigation)),
            block(head.len() + 1, text.len(), BlockKind::Paragraph),
        ];
        let article = Article::of_text(text, blocks);
        let found = printed_weekday(&article).map(|(_, span)| article.slice(span));
        assert_eq!(found, expected, "{head}");
    }

    #[test]
    fn a_weekday_between_separators() {
        check("Thursday | North Valley | Price 1.20", Some("Thursday"));
        check("Harbour Town \u{b7} Saturday \u{b7} 12 crowns", Some("Saturday"));
        check("Sunday edition | 60 pages", Some("Sunday edition"));
        check(
            "Wednesday, 6.40 pm news, as read by Ana Example",
            Some("Wednesday, 6.40 pm news, as read by Ana Example"),
        );
        check("Friday 18:00 bulletin", Some("Friday 18:00 bulletin"));
    }

    #[test]
    fn a_weekday_in_a_dateline() {
        let found = |dateline: &str| {
            let text = format!("{dateline} The dam broke on Monday.");
            let (body, dateline) = (Span::new(0, text.len()), Some(Span::new(0, dateline.len())));
            let blocks = vec![Block { span: body, kind: BlockKind::Paragraph, dateline }];
            let article = Article::of_text(text, blocks);
            printed_weekday(&article).map(|(_, span)| article.slice(span).to_owned())
        };
        assert_eq!(found("ALBA, North Valley, Thursday (Example Press) -").as_deref(), Some("Thursday"));
        assert_eq!(found("ALBA (Example Press) -"), None);
    }

    #[test]
    fn no_weekday_of_something_else() {
        check("Saturday night at the opera | Page 3", None);
        check("Monday | Tuesday | Wednesday", None);
        check("Weather | Sport", None);
        check("Friday 18", None);
    }
}
