//! The day in a dateline ("LIMA, March 3 -"): what a wire calls "today" is that day, also in the paper of the next.

use super::form::{DayForm, Direction};
use super::lexicon;
use rashomon_text::Article;

/// The day that the dateline of a block names.
pub(super) fn day(article: &Article, block: usize) -> Option<DayForm> {
    let words = article.blocks.get(block)?.dateline?.slice(&article.text).to_lowercase();
    let parts: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let number = |word: &str| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        digits.parse::<i8>().ok().filter(|d| (1..=31).contains(d))
    };
    let named = parts.windows(2).find_map(|pair| {
        let month = |word: &str| lexicon::month(word).or_else(|| lexicon::month_short(word));
        let is_first = month(pair[0]).zip(number(pair[1]));
        is_first.or_else(|| month(pair[1]).zip(number(pair[0])))
    });
    let numeric = || {
        parts.windows(3).find_map(|part| {
            let is_year = part[2].len() == 4 && part[2].parse::<i16>().is_ok();
            number(part[1]).filter(|m| is_year && *m <= 12).zip(number(part[0]))
        })
    };
    let (month, day) = named.or_else(numeric)?;
    Some(DayForm::Date { year: None, month, day, weekday: None, direction: Direction::Past })
}

#[cfg(test)]
mod tests {
    use rashomon_text::{Article, Block, BlockKind, Span};

    #[track_caller]
    fn check(dateline: &str, expected: Option<(i8, i8)>) {
        let text = format!("{dateline}The dam broke today.");
        let span = Span::new(0, text.len());
        let dateline = Some(Span::new(0, dateline.len()));
        let article =
            Article::of_text(text.clone(), vec![Block { span, kind: BlockKind::Paragraph, dateline }]);
        let found = super::day(&article, 0).map(|form| match form {
            super::DayForm::Date { month, day, .. } => (month, day),
            other => panic!("{other:?}"),
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_day_of_a_dateline() {
        check("LIMA, March 3 - ", Some((3, 3)));
        check("LIMA, 3 Sept (Example Press) -- ", Some((9, 3)));
        check("LIMA, Peru, Dec. 14, 2022 (EP) - ", Some((12, 14)));
        check("KREMS, 17.5.2023. ", Some((5, 17)));
        check("LIMA (Example Press) - ", None);
    }
}
