//! The masthead: the outlet's name at the very top, and what stands beside it before the headline.
//!
//! # How
//! A name-like line at the top is the outlet's name when something speaks for it: a word by which outlets name
//! themselves, a date or a section beside it, a headline in a later group of lines. What stands in its group
//! and is no headline is a desk, an edition or a motto.

use crate::agencies::known_agency;
use crate::byline;
use crate::classify::Lines;
use crate::dates::find_dates;
use crate::head::{HEADLINE_LABEL, Head};
use crate::layout::Hint;
use crate::shape::Shape;
use crate::words::{is_organisation_word, is_outlet_word, is_section_name};
use rashomon_text::{BlockKind, FurnitureKind, Precision, Span};

/// Most words of an outlet's name.
const WORDS_MAX: usize = 6;

/// Most words of a motto or the description of an edition beside the name.
const MOTTO_WORDS_MAX: usize = 16;

/// Most lines above the headline that stand together: name, motto, edition, date, price.
const STACK_LINES_MAX: usize = 6;

/// A line beside the name that shares more of its words with the story than this is a headline.
const KNOWN_SHARE_MAX: f64 = 0.6;

/// The part of a masthead line that is the outlet's name: up to a dash, a bar, a comma, or a colon.
pub(crate) fn outlet_name(words: &str) -> &str {
    let cut = [" — ", " – ", " - ", " | ", ": ", ", ", " • ", " · ", " ("]
        .iter()
        .filter_map(|mark| words.find(mark))
        .min();
    words[..cut.unwrap_or(words.len())].trim_end_matches([':', ',', '.'])
}

/// Whether a name-like line has a verb: outlets have none. The Portuguese "do" is no verb.
pub(crate) fn tells_something(name: &str) -> bool {
    name.split_whitespace().any(|word| !word.eq_ignore_ascii_case("do") && Shape::of(word).has_verb)
}

/// Takes the masthead, and what stands beside it, out of the `open` lines of the head.
pub(crate) fn take_masthead(
    lines: &Lines<'_>,
    kinds: &mut [Option<BlockKind>],
    head: &mut Head,
    open: &mut Vec<usize>,
) {
    let Some(&top) = open.first() else { return };
    let above_is_furniture = (0..top).all(|i| matches!(kinds[i], Some(BlockKind::Furniture(_))));
    let line = lines.drafts[top].span;
    let words = line.slice(lines.text);
    let name = outlet_name(words);
    if HEADLINE_LABEL.is_match(words) {
        return;
    }
    if !above_is_furniture || lines.drafts[top].hint != Hint::None || !is_masthead(lines, kinds, open, name) {
        return;
    }
    let span = Span::new(line.start(), line.start() + name.len());
    // One line that holds both: "ACME UNION — BULLETIN No. 3".
    if open.len() == 1 {
        if name.len() < words.len() && is_serial(&words[name.len()..]) {
            head.masthead = Some(span);
        } else if known_agency(name).is_some()
            || name.split_whitespace().count() <= 3 && has_outlet_word(name) && name.len() == words.len()
        {
            head.masthead = Some(span);
            kinds[top] = Some(BlockKind::Masthead);
            open.clear();
        }
        return;
    }
    head.masthead = Some(span);
    kinds[top] = Some(BlockKind::Masthead);
    open.remove(0);
    while open.len() > 1 && lines.drafts[open[0]].group == lines.drafts[top].group {
        let Some(kind) = beside_masthead(lines, open) else { break };
        kinds[open[0]] = Some(kind);
        open.remove(0);
    }
}

/// Fewest words of a headline below a name that no word shows to be an outlet's.
const HEADLINE_WORDS_MIN: usize = 5;

/// "# The Harbour Review", a line with the day, "## Twelve days without water": mark-up that gives its highest rank to
/// the outlet's name.
pub(crate) fn take_ranked_masthead(
    lines: &Lines<'_>,
    kinds: &mut [Option<BlockKind>],
    head: &mut Head,
    open: &mut Vec<usize>,
) {
    let Some(&top) = open.first().filter(|&&i| lines.drafts[i].hint == Hint::Title) else { return };
    let line = lines.drafts[top].span;
    let name = outlet_name(line.slice(lines.text));
    let shape = Shape::of(name);
    if !shape.is_name_like() || shape.n_words > WORDS_MAX || tells_something(name) {
        return;
    }
    let words = |i: usize| lines.drafts[i].span.slice(lines.text);
    let Some(headline) = (top + 1..head.end).find(|&i| lines.drafts[i].hint == Hint::Heading) else { return };
    let is_day = |i: usize| find_dates(words(i), 0).iter().any(|d| d.precision == Precision::Day);
    let speaks = has_outlet_word(name) || is_organisation(name) || known_agency(name).is_some();
    let n_words = lines.shapes[headline].n_words;
    let is_above_headline = n_words >= if speaks { 3 } else { HEADLINE_WORDS_MIN }
        && (speaks || name.starts_with("The "))
        && !is_section_name(&words(headline).to_lowercase());
    if !is_above_headline || !(top + 1..headline).any(is_day) {
        return;
    }
    head.masthead = Some(Span::new(line.start(), line.start() + name.len()));
    kinds[top] = Some(BlockKind::Masthead);
    for kind in &mut kinds[top + 1..headline] {
        kind.get_or_insert(BlockKind::PublicationLine);
    }
    kinds[headline] = Some(BlockKind::Title);
    head.title = Some(lines.drafts[headline].span);
    open.retain(|&i| i > headline);
}

/// What the line `open[0]` in the group of the masthead is: a section, a desk, a motto; `None` for a headline.
fn beside_masthead(lines: &Lines<'_>, open: &[usize]) -> Option<BlockKind> {
    let i = open[0];
    let words = lines.drafts[i].span.slice(lines.text);
    let shape = &lines.shapes[i];
    if is_section_name(&words.to_lowercase()) {
        return Some(BlockKind::SectionLabel);
    }
    let desk = shape.is_name_like() && shape.n_words <= 4 && !byline::has_common_word(lines.text, words);
    if desk || words.starts_with('(') {
        return Some(BlockKind::Masthead);
    }
    let short_sentence = shape.ends_sentence && shape.n_words <= 8 || words.starts_with(['"', '“']);
    let apart = headline_apart(lines, open, i).is_some()
        && shape.n_words <= MOTTO_WORDS_MAX
        && lines.known[i] < KNOWN_SHARE_MAX;
    (short_sentence || apart).then_some(BlockKind::Furniture(FurnitureKind::Other))
}

/// The outlet's name before the date of a line at the very top or right below the headline: "HARBOUR RADIO, Monday 3 June 2019".
pub(crate) fn dated_masthead(lines: &Lines<'_>, i: usize) -> Option<Span> {
    let line = lines.drafts[i].span;
    let words = line.slice(lines.text);
    let date = find_dates(words, 0)
        .into_iter()
        .next()
        .filter(|_| i == 0 || i == 1 && lines.drafts[0].hint == Hint::Title)?;
    let name = outlet_name(words[..date.span.start()].trim_end()).trim_end();
    let shape = Shape::of(name);
    let named = shape.is_name_like() && shape.n_words <= WORDS_MAX && !is_section_name(&name.to_lowercase());
    let speaks = known_agency(name).is_some()
        || shape.n_words >= 2 && (has_outlet_word(name) || is_organisation(name));
    (named && speaks).then(|| Span::new(line.start(), line.start() + name.len()))
}

/// The first open line after the group of line `i` that may be the headline.
fn headline_apart(lines: &Lines<'_>, open: &[usize], i: usize) -> Option<usize> {
    let apart = |&j: &usize| {
        let words = lines.drafts[j].span.slice(lines.text);
        lines.drafts[j].group > lines.drafts[i].group
            && lines.shapes[j].n_words >= 2
            && !words.ends_with([',', ':'])
            && !is_section_name(&words.to_lowercase())
    };
    open.iter().copied().find(apart)
}

/// Whether line `i` stands with the outlet's name at the very top, above a headline in a group of its own:
/// whatever it says, it is neither the headline nor the first sentence.
pub(crate) fn is_stacked(lines: &Lines<'_>, i: usize) -> bool {
    let drafts = lines.drafts;
    let Some(top) = drafts.first().filter(|top| top.hint == Hint::None) else { return false };
    if i == 0 || i >= STACK_LINES_MAX || drafts[i].group != top.group {
        return false;
    }
    let name_words = outlet_name(top.span.slice(lines.text));
    let name = Shape::of(name_words);
    let below = (i + 1..drafts.len()).find(|&j| drafts[j].group != top.group);
    let headline_below = below.is_some_and(|j| {
        !lines.shapes[j].is_prose()
            && lines.shapes[j].n_words >= 2
            && drafts.get(j + 1).is_some_and(|next| next.group != drafts[j].group)
    });
    headline_below
        && name.is_name_like()
        && name.n_words <= WORDS_MAX
        && !name.ends_sentence
        && !tells_something(name_words)
        && lines.shapes[i].n_words <= MOTTO_WORDS_MAX
}

/// Whether line `i`, beside the masthead, ends or begins with its date, whatever else it says:
/// "Evening news in English, Thursday 6 June 2019, 20:15", "Monthly letter of the beekeepers – 4 May 2019".
pub(crate) fn is_dated_edition(lines: &Lines<'_>, i: usize) -> bool {
    if !is_stacked(lines, i) {
        return false;
    }
    let words = lines.drafts[i].span.slice(lines.text);
    let dates = find_dates(words, 0);
    let Some(date) = dates.first().filter(|date| date.precision == Precision::Day) else { return false };
    let (before, after) = (&words[..date.span.start()], &words[date.span.end()..]);
    let set_apart = before.trim_end().ends_with([',', '.', '|', ';', ':', ')', '–', '—', '-', '·', '•', '/']);
    let bare = |rest: &str| !rest.chars().any(char::is_alphanumeric);
    (set_apart && bare(after) || bare(before)) && !Shape::of(before).has_verb && !Shape::of(after).has_verb
}

/// Whether a word of the name says what kind of body it is.
fn is_organisation(name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(|word| is_organisation_word(&word.to_lowercase()))
}

fn has_outlet_word(name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(|word| is_outlet_word(&word.to_lowercase()))
}

/// "— BULLETIN No. 3", "— News update": the rest of a line names a kind of serial text.
fn is_serial(rest: &str) -> bool {
    let lower = rest.to_lowercase();
    [
        "bulletin",
        "newsletter",
        "circular",
        "communiqu",
        "statement",
        "release",
        "update",
        "leaflet",
        "dispatch",
        "briefing",
        "no. ",
        "issue ",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Whether the line at `open[0]`, whose first part is `name`, is an outlet's name rather than a headline.
fn is_masthead(lines: &Lines<'_>, kinds: &[Option<BlockKind>], open: &[usize], name: &str) -> bool {
    let top = open[0];
    let words = lines.drafts[top].span.slice(lines.text);
    let shape = Shape::of(name);
    if !shape.is_name_like()
        || shape.n_words > WORDS_MAX
        || shape.ends_sentence
        || is_section_name(&words.to_lowercase())
    {
        return false;
    }
    if known_agency(name).is_some() {
        return true;
    }
    let is_section = |i: usize| {
        is_section_name(&lines.drafts[i].span.slice(lines.text).to_lowercase()) || is_kicker(lines, open, i)
    };
    if open.get(1).is_some_and(|&i| is_numbered(lines.drafts[i].span.slice(lines.text)))
        && (shape.is_upper() || is_organisation(name))
    {
        return true;
    }
    let Some(&next) = open[1..].iter().find(|&&i| !is_section(i)).or(open.get(1)) else {
        return name.len() < words.len() && is_serial(&words[name.len()..]) && shape.n_words <= 4
            || shape.n_words <= 3 && has_outlet_word(name);
    };
    let longer = lines.shapes[next].n_words > lines.shapes[top].n_words && lines.shapes[next].n_words >= 4;
    let settled_beside = !matches!(kinds.get(top + 1), Some(None));
    let beside = lines.drafts.get(top + 1).is_some_and(|draft| draft.group == lines.drafts[top].group)
        && settled_beside
        || is_label_beside(lines, top);
    let one_word = shape.n_words == 1 && name.chars().skip(1).any(char::is_uppercase);
    let set_in_capitals = shape.is_upper() && !lines.shapes[next].is_upper();
    let styled = name.len() < words.len() || set_in_capitals && shape.n_words <= 3;
    let together = lines.drafts[next].group == lines.drafts[top].group;
    let signed_beside = kinds.get(top + 1) == Some(&Some(BlockKind::Byline));
    beside && !signed_beside && lines.shapes[next].n_words >= 2
        || together
            && (has_outlet_word(name) || is_organisation(name))
            && !byline::has_common_word(lines.text, name)
        || has_outlet_word(name) && (longer || styled || lines.shapes[next].n_words >= 2 && shape.is_upper())
        || one_word
        || styled && longer
        || is_name_above_headline(lines, kinds, open, &shape, name)
}

/// One or two words in capitals with the name, above a headline in a group of its own: "PARLIAMENT".
fn is_kicker(lines: &Lines<'_>, open: &[usize], i: usize) -> bool {
    let shape = &lines.shapes[i];
    shape.is_upper()
        && shape.n_words <= 2
        && lines.drafts[i].group == lines.drafts[open[0]].group
        && headline_apart(lines, open, i).is_some()
}

/// "Circular 3 - please pass on", "BULLETIN No. 14": what a body numbers, below its name.
fn is_numbered(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let first = parts.next().unwrap_or_default().to_lowercase();
    let is_kind = matches!(
        first.trim_end_matches([',', ':']),
        "circular"
            | "bulletin"
            | "newsletter"
            | "communiqué"
            | "communique"
            | "leaflet"
            | "letter"
            | "statement"
    );
    let is_number = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        w.starts_with(|c: char| c.is_ascii_digit())
            || w.eq_ignore_ascii_case("no")
            || w.eq_ignore_ascii_case("nr")
    };
    is_kind && parts.next().is_some_and(is_number)
}

/// Whether the name, in words that the text has nowhere else in small letters, stands with other lines, or in
/// capitals, above a headline in a group of its own.
fn is_name_above_headline(
    lines: &Lines<'_>,
    kinds: &[Option<BlockKind>],
    open: &[usize],
    shape: &Shape,
    name: &str,
) -> bool {
    let top = open[0];
    let Some(headline) = headline_apart(lines, open, top) else { return false };
    let mates =
        (top + 1..lines.drafts.len()).take_while(|&i| lines.drafts[i].group == lines.drafts[top].group);
    // What a byline stands under is a headline.
    let signed = mates.clone().any(|i| kinds[i] == Some(BlockKind::Byline));
    let stands_out = mates.count() > 0 || shape.is_upper() && !lines.shapes[headline].is_upper();
    stands_out
        && !signed
        && !tells_something(name)
        && (shape.n_words >= 2 || shape.is_upper())
        && lines.shapes[headline].n_words >= 3
        && !byline::has_common_word(lines.text, name)
}

/// Whether the next line of the same group is a section label or a desk ("English Service").
fn is_label_beside(lines: &Lines<'_>, top: usize) -> bool {
    lines.drafts.get(top + 1).is_some_and(|draft| {
        draft.group == lines.drafts[top].group
            && is_section_name(&draft.span.slice(lines.text).to_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use crate::classify::classify;
    use crate::layout::plain_drafts;
    use crate::publisher::publisher;
    use rashomon_text::{BlockKind, Span};

    const BODY: &str = "\n\nA ferry with ninety people on board sank in the strait on Sunday night, the coast guard said.\n\nDivers found the wreck at forty metres, it added on Monday.";

    /// A head above a body: the outlet, the headline and the author that are read, and the furniture lines.
    #[track_caller]
    fn check(head: &str, outlet: &str, title: &str, author: &str, furniture: &[&str]) {
        let text = format!("{head}{BODY}");
        let layout = classify(&text, &plain_drafts(&text));
        let slice = |span: Option<Span>| span.map_or("", |span| span.slice(&text)).to_owned();
        let seen = (
            publisher(&text, &layout).map(|outlet| outlet.value).unwrap_or_default(),
            slice(layout.head.title),
            slice(layout.head.byline.map(|byline| byline.author)),
        );
        assert_eq!(seen, (outlet.to_owned(), title.to_owned(), author.to_owned()), "{head}");
        let is_furniture = |kind: BlockKind| matches!(kind, BlockKind::Furniture(_));
        let left_out: Vec<&str> =
            layout.blocks.iter().filter(|b| is_furniture(b.kind)).map(|b| b.span.slice(&text)).collect();
        assert_eq!(left_out, furniture, "{head}");
        assert_eq!(layout.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).count(), 2, "{head}");
    }

    const TITLE: &str = "Ferry sinks in the strait, ninety rescued";

    #[test]
    fn a_kicker_beside_the_date_and_a_numbered_circular() {
        check(
            "The Sola Gazette\nFriday, December 17, 2021\nPARLIAMENT\n\nFerry sinks in the strait, ninety rescued\n\nANALYSIS by Ann Lee",
            "The Sola Gazette",
            TITLE,
            "Ann Lee",
            &[],
        );
        check(
            "DOCKERS OF SOLA\n\nCIRCULAR 14 TO ALL SECTIONS",
            "Dockers of Sola",
            "CIRCULAR 14 TO ALL SECTIONS",
            "",
            &[],
        );
        check(
            "QuickNews7 » World » Shocking\n\nFerry sinks in the strait, ninety rescued\n\nWords: Ann Lee",
            "QuickNews7",
            TITLE,
            "Ann Lee",
            &["QuickNews7 » World » Shocking"],
        );
    }

    #[test]
    fn names_without_a_word_for_outlets() {
        let heads = [
            ("L’ÉCHO DES DEUX RIVES\nOslo, 14 October 2019", "L’Écho des Deux Rives"),
            ("Il Faro di Levante\nGenova, 3 June 2019\nANALYSIS", "Il Faro di Levante"),
            ("FOLHA DO CABO NORTE — INTERNATIONAL PAGE\nTromsø, Monday 3 June 2019", "Folha Do Cabo Norte"),
            ("QuickByte77\n06-06-2019 | 04:12", "QuickByte77"),
            ("THE TIDE TABLE\nA harbour pilot talks to himself", "The Tide Table"),
            ("The Northern Review\nOslo, 14 October 2019\nANALYSIS", "The Northern Review"),
        ];
        for (head, outlet) in heads {
            let furniture: &[&str] =
                if head.contains("talks") { &["A harbour pilot talks to himself"] } else { &[] };
            check(&format!("{head}\n\n{TITLE}\n\nby Ana Example"), outlet, TITLE, "Ana Example", furniture);
        }
    }

    #[test]
    fn mottos_and_editions_are_no_headlines() {
        for motto in [
            "From the far shore, for those at home. Pass it on.",
            "Printed when the wind allows",
            "Pages in English for guests from abroad",
            "“Nothing but the catch”",
            "the fishermen’s own paper since the great frost",
            "Free, weekly, and never late",
        ] {
            let head = format!("THE QUAYSIDE GAZETTE\n{motto}\n\n{TITLE}\n\nBy the editors");
            check(&head, "The Quayside Gazette", TITLE, "the editors", &[motto]);
        }
    }

    #[test]
    fn bulletins_of_broadcasters_are_dated_beside_the_name() {
        for line in [
            "English Service. Evening bulletin, Thursday 6 June 2019, 20:15",
            "The late news in English, 6 June 2019, 23:00",
            "Monthly letter of the members – 4 May 2019",
            "6 June 2019 – news of the day for listeners abroad",
        ] {
            let head = format!("RADIO TÉLÉVISION DES ÎLES\n{line}\n\n{TITLE}");
            check(&head, "Radio Télévision des Îles", TITLE, "", &[]);
        }
    }

    #[test]
    fn a_name_and_a_date_on_one_line() {
        check(&format!("HARBOUR RADIO, Monday 3 June 2019\n\n{TITLE}"), "Harbour Radio", TITLE, "", &[]);
        check(
            &format!("THE QUAYSIDE GAZETTE\nWorld | 6 June 2019\n\n{TITLE}"),
            "The Quayside Gazette",
            TITLE,
            "",
            &["World | 6 June 2019"],
        );
    }

    #[test]
    fn advisories_of_agencies_are_no_headlines() {
        for advisory in [
            "Updates with curfew, toll",
            "(ADDS details, background)",
            "RECASTS with minister",
            "Adds quotes, corrects spelling of Example in para 3",
            "Changes slug from FERRY-STORM",
            "With photos",
            "Eds: Updates throughout.",
        ] {
            let head = format!("STRAIT-FERRY-SINKING (3rd lead)\n{advisory}\n\n{TITLE}\n\nBy Ned Example");
            check(&head, "", TITLE, "Ned Example", &["STRAIT-FERRY-SINKING (3rd lead)", advisory]);
        }
    }

    #[test]
    fn what_stands_below_the_name_of_a_story_is_no_headline() {
        let (name, advisory) = ("NNA2204 3 GEN 0398 /FERRY-TOLL", "(union, shipping line)");
        check(&format!("{name}\n{advisory}\n\n{TITLE}"), "", TITLE, "", &[name, advisory]);
        check(&format!("{name}\n\n{TITLE}"), "", TITLE, "", &[name]);
    }

    #[test]
    fn columns_of_corrections_have_a_headline() {
        check(
            "FOLHA DO CABO — FOREIGN PAGE\nTromsø, Monday 3 June 2019\n\nCorrections and clarifications: the ferry\n\nFrom the editors",
            "Folha Do Cabo",
            "Corrections and clarifications: the ferry",
            "the editors",
            &[],
        );
    }

    #[test]
    fn writers_named_by_their_office() {
        for (line, author) in [
            ("From our own correspondent in Oslo", "our own correspondent in Oslo"),
            ("By the editorial board", "the editorial board"),
            ("From a correspondent", "a correspondent"),
            ("by our harbour reporter", "our harbour reporter"),
        ] {
            check(&format!("{TITLE}\n\n{line}"), "", TITLE, author, &[]);
        }
    }

    #[test]
    fn headlines_are_no_mastheads() {
        // In capitals, in title case, with a subhead, a byline or a date beneath.
        check("FERRY SINKS IN STRAIT\n\nNinety rescued by fishermen", "", "FERRY SINKS IN STRAIT", "", &[]);
        check(
            "Ferry Sinks In Strait\nBy Ned Example\n\nNinety rescued by fishermen",
            "",
            "Ferry Sinks In Strait",
            "Ned Example",
            &[],
        );
        check(
            "Nine Rescued By Fishermen\nNed Example\n\nStorm Took Ferry By Surprise\n\n3 June 2019",
            "",
            "Nine Rescued By Fishermen",
            "Ned Example",
            &[],
        );
        check("Updates on the ferry: what is known", "", "Updates on the ferry: what is known", "", &[]);
        check(
            "Changes in the law on ferries\n\nBy Ned Example",
            "",
            "Changes in the law on ferries",
            "Ned Example",
            &[],
        );
        check(
            "THE QUAYSIDE GAZETTE\nFerry with ninety people sank in strait\n\nDivers find wreck",
            "The Quayside Gazette",
            "Ferry with ninety people sank in strait",
            "",
            &[],
        );
    }
}
