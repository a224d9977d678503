//! What a reader of the results would notice.

use proptest::prelude::*;
use rashomon_reuse::{Direction, Options, Reuse, ReuseKind, Text, find_reuse, origins};
use rashomon_text::{Date, Span};

/// An article given as its sentences.
struct Article {
    id: &'static str,
    text: String,
    sentences: Vec<Span>,
    quoted: Vec<Span>,
    published: Option<(Date, Date)>,
}

fn article(id: &'static str, sentences: &[&str]) -> Article {
    let (mut text, mut spans, mut quoted, mut open) = (String::new(), Vec::new(), Vec::new(), None);
    for sentence in sentences {
        let start = text.len();
        text.push_str(sentence);
        spans.push(Span::new(start, text.len()));
        text.push('\n');
    }
    for (at, _) in text.match_indices('"') {
        open = match open {
            None => Some(at + 1),
            Some(start) => {
                quoted.push(Span::new(start, at));
                None
            }
        };
    }
    Article { id, text, sentences: spans, quoted, published: None }
}

fn dated(mut article: Article, year: i16, month: i8, day: i8) -> Article {
    article.published = Some((Date::constant(year, month, day), Date::constant(year, month, day)));
    article
}

fn texts(articles: &[Article]) -> Vec<Text<'_>> {
    articles
        .iter()
        .map(|a| Text { quoted: &a.quoted, published: a.published, ..Text::new(a.id, &a.text, &a.sentences) })
        .collect()
}

/// One line a pair: "from>to kind".
#[track_caller]
fn check(articles: &[Article], expect: &[&str]) -> Vec<Reuse> {
    let found = find_reuse(&texts(articles), &Options::default());
    let lines: Vec<String> = found
        .iter()
        .map(|r| format!("{}>{} {}", articles[r.from].id, articles[r.to].id, r.kind.as_str()))
        .collect();
    assert_eq!(lines, expect);
    for reuse in &found {
        for passage in &reuse.passages {
            assert!(!passage.from.slice(&articles[reuse.from].text).is_empty());
            assert!(!passage.to.slice(&articles[reuse.to].text).is_empty());
            assert!((0.0..=1.0).contains(&passage.similarity));
        }
    }
    found
}

const RECALL: [&str; 6] = [
    "Brightwell Foods is recalling 48,000 jars of almond butter after two children in Tarrow fell ill, the company said on Thursday.",
    "Inspectors found traces of a cleaning solvent in jars filled at its Oxmoor plant between March 3 and March 9.",
    "\"We let our customers down and we will find out why,\" said Petra Lindqvist, the chief executive.",
    "The Food Standards Board has ordered the plant to stay closed until every filling line has been stripped and swabbed.",
    "Shares in the firm dropped 11 per cent in early trading, wiping out the gains of the whole winter.",
    "Anyone who has eaten from a jar with the code OX7 should see a doctor, the board advised.",
];

#[test]
fn a_reprint_is_verbatim_and_the_earlier_is_the_original() {
    let articles = [dated(article("a", &RECALL), 2031, 3, 14), dated(article("b", &RECALL), 2031, 3, 13)];
    let found = check(&articles, &["b>a verbatim"]);
    assert_eq!(found[0].direction, Direction::Known);
    assert_eq!(found[0].passages.len(), 6);
}

#[test]
fn nothing_tells_a_direction_between_equal_texts() {
    let found = check(&[article("b", &RECALL), article("a", &RECALL)], &["a>b verbatim"]);
    assert_eq!(found[0].direction, Direction::Unknown);
}

#[test]
fn a_few_sentences_among_others_are_abridged() {
    let copy = article(
        "local",
        &[
            "Supermarkets across Tarrow cleared their shelves on Friday morning.",
            RECALL[1],
            RECALL[3],
            "Mothers queued at the clinic in Hob Lane, some with the jars in their bags.",
        ],
    );
    check(
        &[dated(article("wire", &RECALL), 2031, 3, 13), dated(copy, 2031, 3, 14)],
        &["wire>local abridged"],
    );
}

#[test]
fn a_spun_copy_is_found_through_names_and_figures() {
    let spun = article(
        "spinner",
        &[
            "Solvent remnants utilised for cleansing were discovered by inspectors in pots filled at the Oxmoor facility from March 3 to March 9.",
            "48,000 pots of almond butter are being withdrawn by Brightwell Foods following the sickness of 2 kids in Tarrow, the corporation stated on Thursday.",
            "The chief executive, Petra Lindqvist, uttered: \"We let our customers down and we will find out why\".",
            "The factory was commanded by the Food Standards Board to remain shut till each filling line is stripped and wiped.",
            "In early dealing the stock tumbled 11 percent, erasing the complete winter's increases.",
            "Whoever ate from a pot bearing code OX7 ought to visit a physician, as per the board.",
        ],
    );
    check(&[dated(article("wire", &RECALL), 2031, 3, 13), dated(spun, 2031, 3, 14)], &["wire>spinner spun"]);
}

#[test]
fn the_same_facts_in_own_words_are_no_reuse() {
    let own = article(
        "own",
        &[
            "Two young brothers from Tarrow were in hospital on Thursday night with stomach cramps.",
            "Their father had bought the spread at a petrol station, he told this newspaper.",
            "Brightwell Foods, which makes it, has called back everything that left Oxmoor in the first days of March.",
            "How a degreasing agent got into the filling hall is what the Food Standards Board wants to know.",
            "A former fitter said that the valves there had leaked for years.",
            "The stock market took it badly: Brightwell lost a tenth of its worth.",
        ],
    );
    check(&[article("wire", &RECALL), own], &[]);
}

#[test]
fn the_same_words_of_one_speaker_are_quotes_only() {
    let a = article(
        "a",
        &[
            "The mayor of Quillan addressed the crowd from the steps of the library.",
            "\"This bridge was built by our grandmothers and it will not be sold to a fund in another hemisphere,\" she said.",
            "Some people wept.",
        ],
    );
    let b = article(
        "b",
        &[
            "Investors looked on with unease as the debate over the toll crossing went on.",
            "According to the mayor, \"this bridge was built by our grandmothers and it will not be sold to a fund in another hemisphere.\"",
            "Bond prices fell.",
        ],
    );
    let found = check(&[a, b], &["a>b quotes-only"]);
    assert!(origins(2, &found).is_empty());
}

#[test]
fn copies_of_one_original_point_to_it() {
    let articles = [
        dated(article("a", &RECALL[..4]), 2031, 3, 14),
        dated(article("b", &RECALL[1..]), 2031, 3, 15),
        dated(article("wire", &RECALL), 2031, 3, 13),
    ];
    let found = find_reuse(&texts(&articles), &Options::default());
    let between = found.iter().find(|r| (r.from, r.to) == (0, 1)).expect("the copies share sentences");
    assert_eq!(between.via, Some(2));
    let origins = origins(3, &found);
    assert_eq!(origins.len(), 1);
    assert_eq!(origins[0].articles, [0, 1, 2]);
}

#[test]
fn a_formula_in_many_articles_links_nothing() {
    const FORMULA: &str =
        "Nordtel could not immediately verify the authenticity of documents supplied by whistleblowers.";
    const OWN: [&str; 9] = [
        "Skaters crossed the frozen canal at dawn.",
        "A violin stolen in Bergamo turned up in a launderette.",
        "Wolves returned to the Jura hills this winter.",
        "Students occupied the faculty of veterinary medicine.",
        "The tram to Sillery stood still for an hour.",
        "Beekeepers blamed a fungicide for empty hives.",
        "Two chess grandmasters quarrelled over a sandwich.",
        "An opera house sold its chandelier to pay its choir.",
        "Lightning split the oldest oak of Marden.",
    ];
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    let all: Vec<Article> = ids.iter().zip(OWN).map(|(id, own)| article(id, &[own, FORMULA])).collect();
    check(&all, &[]);
    check(&all[..2], &["a>b abridged"]);
}

#[test]
fn empty_and_odd_input_gives_nothing() {
    let whole = [Span::new(0, 4)];
    let beyond = [Span::new(1, 400)];
    let odd = [Text::new("a", "", &[]), Text::new("b", "é🙂", &beyond), Text::new("c", "....", &whole)];
    assert!(find_reuse(&odd, &Options::default()).is_empty());
    assert!(find_reuse(&[], &Options::default()).is_empty());
    assert!(origins(0, &[]).is_empty());
}

proptest! {
    #[test]
    fn the_order_of_the_input_does_not_matter(order in Just((0..4_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let all = [
            article("wire", &RECALL),
            article("half", &RECALL[2..]),
            article("copy", &RECALL),
            article("none", &["Rain is expected over the western isles until noon."]),
        ];
        let texts = texts(&all);
        let shuffled: Vec<Text<'_>> = order.iter().map(|&i| texts[i]).collect();
        let key = |r: &Reuse, of: &dyn Fn(usize) -> usize| {
            (of(r.from), of(r.to), r.kind, r.via.map(of), r.passages.iter().map(|p| (p.from, p.to)).collect::<Vec<_>>())
        };
        let plain: Vec<_> =
            find_reuse(&texts, &Options::default()).iter().map(|r| key(r, &|i| i)).collect();
        let moved: Vec<_> =
            find_reuse(&shuffled, &Options::default()).iter().map(|r| key(r, &|i| order[i])).collect();
        prop_assert_eq!(plain, moved);
    }

    #[test]
    fn any_text_and_spans_give_no_panic(text in ".{0,80}", cuts in prop::collection::vec(0_usize..100, 0..6)) {
        let spans: Vec<Span> = cuts.windows(2).map(|w| Span::new(w[0].min(w[1]), w[0].max(w[1]))).collect();
        let texts = [Text::new("a", &text, &spans), Text::new("b", &text, &spans)];
        let _ = find_reuse(&texts, &Options::default());
    }
}

#[test]
fn kinds_have_the_words_of_the_record() {
    assert_eq!(ReuseKind::QuotesOnly.as_str(), "quotes-only");
}

/// One article of a case file.
struct Account {
    name: String,
    text: String,
    sentences: Vec<Span>,
    quoted: Vec<Span>,
    published: Option<(Date, Date)>,
    agencies: Vec<String>,
}

/// Reads `tests/cases/*.md`: articles under `## name`, one sentence a line; `## expected` lists pairs,
/// `a > b kind` (linked, a first) and `a | b` (not linked).
fn check_case(case: &str) {
    let (mut accounts, mut expected): (Vec<Account>, Vec<&str>) = (Vec::new(), Vec::new());
    for section in case.split("\n## ").skip(1) {
        let (name, body) = section.split_once('\n').unwrap_or((section, ""));
        if name == "expected" {
            expected.extend(body.lines().filter(|line| !line.is_empty()));
        } else {
            accounts.push(account(name, body));
        }
    }
    let agencies: Vec<Vec<&str>> =
        accounts.iter().map(|a| a.agencies.iter().map(String::as_str).collect()).collect();
    let texts: Vec<Text<'_>> = accounts
        .iter()
        .zip(&agencies)
        .map(|(a, agencies)| Text {
            quoted: &a.quoted,
            published: a.published,
            agency_credits: agencies,
            ..Text::new(&a.name, &a.text, &a.sentences)
        })
        .collect();
    let found = find_reuse(&texts, &Options::default());
    let find = |a: &str, b: &str| {
        let names = |r: &&Reuse| (accounts[r.from].name.as_str(), accounts[r.to].name.as_str());
        found.iter().find(|r| names(r) == (a, b) || names(r) == (b, a))
    };
    let said = |r: Option<&Reuse>| {
        r.map(|r| format!("{} > {} {}", accounts[r.from].name, accounts[r.to].name, r.kind.as_str()))
    };
    let wrong: Vec<String> = expected
        .iter()
        .filter_map(|line| {
            let (a, rest) = line.split_once(' ').expect("a line is `a > b kind` or `a | b`");
            let b = rest[2..].split(' ').next().unwrap_or("");
            let got = said(find(a, b));
            let right = if rest.starts_with('|') { got.is_none() } else { got.as_deref() == Some(line) };
            (!right).then(|| format!("expected {line}, got {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn account(name: &str, body: &str) -> Account {
    let mut account = Account {
        name: name.to_owned(),
        text: String::new(),
        sentences: Vec::new(),
        quoted: Vec::new(),
        published: None,
        agencies: Vec::new(),
    };
    for line in body.lines().filter(|line| !line.is_empty()) {
        if let Some(day) = line.strip_prefix("published ") {
            let day: Date = day.parse().expect("a date");
            account.published = Some((day, day));
        } else if let Some(agency) = line.strip_prefix("agency ") {
            account.agencies.push(agency.to_owned());
        } else {
            let start = account.text.len();
            account.text.push_str(line);
            account.sentences.push(Span::new(start, account.text.len()));
            account.text.push('\n');
        }
    }
    let marks: Vec<usize> = account.text.match_indices(['"', '“', '”']).map(|(at, _)| at).collect();
    account.quoted = marks.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect();
    account
}

#[test]
fn case_election() {
    check_case(include_str!("cases/election.md"));
}

#[test]
fn case_recall() {
    check_case(include_str!("cases/recall.md"));
}

/// A pile with copies of all sorts, misread ones among them.
fn mixed_pile() -> Vec<Article> {
    let misread = [
        "Brightwe1l Fo0ds is recaIling 48,0 0 jars of alrnond butfer atter tw children in Tarow fell ill, te company sad on Thur5day.",
        "Insp ectors foud traces 0f a cle4ning so1vent in jars fllled at its Oxm0or plant betwecn Mareh 3 and Mrch 9.",
        "Te Fod Stan'dards Board hs ordercd the p1ant to stay closed uutil every fi lling line hos been stripped an swabbed.",
        "Shares in fhe firrn droppcd 11 per ccnt in ear1y trading, wiping out te gains of the wh0le wintr.",
    ];
    let excerpt = ["Rain fell on the vineyards of Colmar all through the night.", RECALL[1], RECALL[3]];
    let ids = ["a", "b", "c", "d", "e"];
    let texts: [&[&str]; 5] = [&RECALL, &RECALL[1..4], &misread, &excerpt, &RECALL];
    ids.iter().zip(texts).map(|(id, sentences)| article(id, sentences)).collect()
}

#[test]
fn a_misread_copy_is_found_by_its_letters() {
    let all = mixed_pile();
    let found = find_reuse(&texts(&all[..3]), &Options::default());
    let misread = found.iter().find(|r| r.from.max(r.to) == 2 && r.from.min(r.to) == 0).expect("a link");
    assert!(matches!(misread.kind, ReuseKind::Verbatim | ReuseKind::Abridged));
    assert_eq!(misread.passages.len(), 4);
    assert!(misread.passages.iter().all(|p| p.similarity > 0.8));
}

#[test]
fn order_and_threads_change_nothing() {
    let articles = mixed_pile();
    let named = |order: &[usize], n_threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().expect("a pool");
        let all = texts(&articles);
        let shuffled: Vec<Text<'_>> = order.iter().map(|&i| all[i]).collect();
        let found = pool.install(|| find_reuse(&shuffled, &Options::default()));
        let lines: Vec<String> = found
            .iter()
            .map(|r| {
                let (from, to) = (shuffled[r.from].id, shuffled[r.to].id);
                let shares = (r.coverage_from, r.coverage_to, r.extent_from, r.extent_to);
                format!(
                    "{from} {to} {:?} {shares:?} {:?} {:?} {:?}",
                    r.kind, r.passages, r.direction, r.reasons
                )
            })
            .collect();
        let mut groups: Vec<Vec<&str>> = origins(order.len(), &found)
            .iter()
            .map(|origin| {
                let mut ids: Vec<&str> = origin.articles.iter().map(|&i| shuffled[i].id).collect();
                ids.sort_unstable();
                ids
            })
            .collect();
        groups.sort();
        (lines, groups)
    };
    let expect = named(&[0, 1, 2, 3, 4], 1);
    assert!(expect.0.len() >= 5);
    assert_eq!(named(&[0, 1, 2, 3, 4], 2), expect);
    assert_eq!(named(&[4, 2, 0, 3, 1], 2), expect);
    assert_eq!(named(&[3, 1, 4, 0, 2], 1), expect);
}

#[test]
fn an_excerpt_does_not_make_two_accounts_one() {
    let storm = [
        "Rain fell on the vineyards of Colmar all through the night and the river rose by two metres before dawn.",
        "Firemen carried eleven guests out of a flooded inn near the old tannery, using a borrowed rowing boat.",
        "The prefect closed three bridges and asked millers upstream to open their sluices one after the other.",
        "Vintners fear that mildew will cost them half of this autumn's harvest, the growers' union said.",
    ];
    let with_excerpt: Vec<&str> = storm.iter().copied().chain([RECALL[1], RECALL[3]]).collect();
    let all = [
        article("a", &RECALL[..4]),
        article("b", &storm),
        article("c", &with_excerpt),
        article("d", &RECALL[..4]),
    ];
    let found = find_reuse(&texts(&all), &Options::default());
    assert!(found.iter().any(|r| (r.from.min(r.to), r.from.max(r.to)) == (0, 2)));
    let groups: Vec<Vec<usize>> = origins(4, &found).into_iter().map(|origin| origin.articles).collect();
    assert_eq!(groups, [vec![0, 3], vec![1, 2]]);
}

#[test]
fn many_short_runs_are_text_in_common() {
    let a = [
        "The harbour master of Ostrava Quay said on Friday that no vessel had left its berth since the alarm was raised at dawn.",
        "A spokesman for the port said that it was too early to say what had caused the leak in the northern basin.",
    ];
    let b = [
        "It was too early to say what caused it, said the port, where no vessel had left its berth on Friday, and nobody was hurt.",
        "Crews pumped all night while the northern basin was searched by divers from three towns along the coast and the river.",
    ];
    check(&[article("a", &a), article("b", &b)], &["a>b rewritten"]);
}

#[test]
fn a_copy_of_a_copy_is_a_chain() {
    let second = [
        RECALL[0].replace("fell ill", "were taken ill at home").replace("Thursday", "Thursday night"),
        RECALL[1].replace("Inspectors found", "State inspectors have since found"),
        RECALL[3].replace("stripped and swabbed", "taken apart and thoroughly cleaned"),
        RECALL[4].replace("dropped", "plunged by"),
    ];
    let second: Vec<&str> = second.iter().map(String::as_str).collect();
    let all = [
        dated(article("a", &RECALL), 2031, 3, 13),
        dated(article("b", &second), 2031, 3, 14),
        dated(article("c", &second[..3]), 2031, 3, 15),
        dated(article("d", &RECALL[..4]), 2031, 3, 15),
    ];
    let found = find_reuse(&texts(&all), &Options::default());
    let of = |from: usize, to: usize| {
        let found = found.iter().find(|r| (r.from, r.to) == (from, to)).expect("a link");
        (found.through, found.via)
    };
    assert_eq!(of(0, 1), (None, None));
    assert_eq!(of(1, 2), (None, None));
    assert_eq!(of(0, 2), (Some(1), None));
    assert_eq!(of(1, 3), (None, Some(0)));
}
