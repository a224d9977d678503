//! An article at a time and all at once differ within the documented tolerance.

use rashomon_ingest::ingest;
use rashomon_stories::{Stories, split};
use rashomon_text::Article;

/// BCubed F1 between the two in a pile of like incidents, the hardest case; `docs/explanation/stories.md` says so.
const TOLERANCE: f64 = 0.60;

const TOWNS: [&str; 12] = [
    "Varnsund", "Okelby", "Trasmere", "Juloma", "Peltrow", "Hirvana", "Costrel", "Dunmarsh", "Ilvesk",
    "Mandoro", "Quenby", "Sarpova",
];
const SURNAMES: [&str; 9] =
    ["Ostrand", "Pellow", "Quarmby", "Rusk", "Tallis", "Umfre", "Vannick", "Wexley", "Yarrow"];
const THINGS: [(&str, &str, &str); 4] = [
    (
        "A fire destroyed",
        "warehouse",
        "Firefighters fought the flames through the night and the roof collapsed",
    ),
    ("Thieves robbed", "jeweller", "Two masked men smashed the glass cases and fled on a motorcycle"),
    ("A flood closed", "bridge", "The river rose after three days of rain and engineers fear for the piers"),
    ("A bus struck", "bakery", "The driver lost control on the wet road and passengers broke the windows"),
];

/// Forty happenings of four kinds in twelve towns, each told by one to five articles on following days.
fn pile() -> Vec<(Article, usize)> {
    let mut pile = Vec::new();
    for story in 0..40_usize {
        let (what, thing, how) = THINGS[story % 4];
        let (town, owner) = (TOWNS[story * 5 % 12], SURNAMES[story * 7 % 9]);
        let first = ["Ada", "Berin", "Cleo", "Dario", "Edda"][story % 5];
        for part in 0..1 + story % 5 {
            let (month, day) = (1 + story * 3 % 10, 1 + story % 20 + part);
            let n = 110 + story * 13;
            let text = match part {
                0 => format!(
                    "{what} the {thing} of {first} {owner} in {town}, police said. {how}. Damage is put at {n} thousand."
                ),
                1 => format!(
                    "{first} {owner} said the {thing} in {town} would open again. {how}, witnesses said. It cost {n} thousand."
                ),
                2 => format!(
                    "Police in {town} questioned a witness about the {thing} of {first} {owner}. {how}."
                ),
                3 => format!(
                    "The council of {town} will help {owner}, whose {thing} was lost: {n} thousand are needed. {how}."
                ),
                _ => format!(
                    "A month on, {first} {owner} of {town} looks at what is left of the {thing}. {how}."
                ),
            };
            let published = format!("2021-{month:02}-{day:02}");
            let title = format!("{town}: the {thing}, part {part}");
            let line = serde_json::json!({"published": published, "title": title, "text": text});
            let name = format!("{story}-{part}.jsonl");
            pile.push((ingest(&name, line.to_string().as_bytes()).articles.remove(0), story));
        }
    }
    pile.sort_by(|a, b| {
        let day = |article: &Article| rashomon_stories::day(article);
        (day(&a.0), &a.0.id).cmp(&(day(&b.0), &b.0.id))
    });
    pile
}

/// BCubed F1 between two partitions, given as the number of each article's part.
fn bcubed(a: &[usize], b: &[usize]) -> f64 {
    let n = a.len();
    let mean = |of: &[usize], other: &[usize]| {
        let share = |m: usize| {
            let part: Vec<usize> = (0..n).filter(|&o| of[o] == of[m]).collect();
            part.iter().filter(|&&o| other[o] == other[m]).count() as f64 / part.len() as f64
        };
        (0..n).map(share).sum::<f64>() / n as f64
    };
    let (p, r) = (mean(a, b), mean(b, a));
    2.0 * p * r / (p + r)
}

fn numbers(stories: &[Vec<usize>], n: usize) -> Vec<usize> {
    let mut of = vec![0; n];
    stories.iter().enumerate().for_each(|(s, members)| members.iter().for_each(|&m| of[m] = s));
    of
}

#[test]
fn online_is_batch_within_the_tolerance() {
    let pile = pile();
    let articles: Vec<&Article> = pile.iter().map(|(a, _)| a).collect();
    let gold: Vec<usize> = pile.iter().map(|(_, story)| *story).collect();
    let batch = numbers(&split(&articles), pile.len());
    let mut stories = Stories::new();
    articles.iter().for_each(|a| stories.add(a));
    let online = numbers(&stories.stories(), pile.len());
    let (batch_f1, between) = (bcubed(&batch, &gold), bcubed(&online, &batch));
    assert!(batch_f1 >= 0.85, "batch against gold: {batch_f1:.3}");
    assert!(between >= TOLERANCE, "online against batch: {between:.3}");
}

#[test]
fn a_small_dossier_with_pieces_of_other_kinds_is_one_story() {
    let texts = [
        (
            "Quay fire",
            "A fire destroyed the Halvorsen Cooperage in Varnsund on Sunday, killing 3 people, police said. The \
          cooperage, founded by Tove Halvorsen, employed 118 people. Inspector Lasse Brekkan said the cause was not known.",
        ),
        (
            "Three die in Varnsund blaze",
            "Three people died when the Halvorsen Cooperage in Varnsund burned down on Sunday. \
          Inspector Lasse Brekkan said that the fire began in the drying loft. The owner, Tove Halvorsen, wept.",
        ),
        (
            "Cooperage to be rebuilt",
            "Tove Halvorsen said on Tuesday that the Halvorsen Cooperage, which burned down in \
          Varnsund on Sunday, will be rebuilt and that all 118 people keep their pay, police and unions being told first.",
        ),
        (
            "Barrels",
            "My father smelled of oak. So did I, until Sunday. There were 118 of us at Halvorsen and I knew the \
          dogs of most. Lasse Brekkan came to the kitchen, cap in hand, and asked about the stove; I told him nothing. In \
          the evening we counted who was there, and counted again.",
        ),
    ];
    let article = |n: usize, (title, text): (&str, &str)| {
        let line =
            serde_json::json!({"published": format!("2021-03-0{}", n + 2), "title": title, "text": text});
        ingest(&format!("{n}.jsonl"), line.to_string().as_bytes()).articles.remove(0)
    };
    let pile: Vec<Article> = texts.iter().enumerate().map(|(n, &t)| article(n, t)).collect();
    let stories = split(&pile.iter().collect::<Vec<_>>());
    assert_eq!(stories.len(), 1, "{stories:?}");
    let other = article(
        7,
        (
            "Budget passed",
            "Parliament in Juloma passed the budget by 61 votes to 40 on Friday after Finance \
          Minister Ines Okonjo gave way on the fuel levy.",
        ),
    );
    let mut with_other: Vec<&Article> = pile.iter().collect();
    with_other.push(&other);
    assert_eq!(split(&with_other).len(), 2);
}
