//! Families of like articles: only place, day, names and figures tell the stories apart.

use rashomon_ingest::ingest;
use rashomon_stories::{Stories, split};
use rashomon_text::Article;

/// Story, day of publication, headline, text.
type Told = (&'static str, &'static str, &'static str, &'static str);

const PILE: &[Told] = &[
    (
        "flint",
        "2014-03-02",
        "Man, 24, shot to death in driveway on Dupont Street in Flint",
        "A 24-year-old man was shot to death late Saturday on the north side of Flint, police said. Officers were called \
         to the 3100 block of Dupont Street at about 11:40 p.m. and found the man in a driveway. He was pronounced dead \
         at Hurley Medical Center. No arrests have been made. Anyone with information is asked to call Crime Stoppers.",
    ),
    (
        "flint",
        "2014-03-03",
        "Man shot to death in Flint driveway identified as Terrence Lyles",
        "The man killed on Dupont Street over the weekend was Terrence Lyles, 24, the Genesee County medical examiner said \
         Monday. Lyles was found in a driveway in Flint on Saturday night. His sister said that he had just started a job. \
         Detectives have no suspect.",
    ),
    (
        "flint",
        "2014-03-12",
        "Arrest in killing of Terrence Lyles",
        "A 31-year-old man was charged Wednesday with the murder of Terrence Lyles, who was shot in a driveway on Dupont \
         Street in Flint on March 1. Prosecutors said that Marcus Odom fired five times after a quarrel over a car. Odom is \
         held in the Genesee County Jail.",
    ),
    (
        "tulsa",
        "2014-03-02",
        "Man shot on Peoria Avenue",
        "Tulsa detectives are looking for whoever fired into a parked car on Peoria Avenue on Saturday night, killing the \
         driver, 41, of Tulsa. A passenger was not hurt. The car had been hit nine times.",
    ),
    (
        "tulsa",
        "2014-03-03",
        "Tulsa homicide victim was Raymond Escobar, 41",
        "Police on Monday named the man who was shot in a car on Peoria Avenue on Saturday night as Raymond Escobar, 41. It \
         was the ninth homicide in Tulsa this year. Escobar leaves two children.",
    ),
    (
        "flint in August",
        "2014-08-18",
        "Two wounded on Saginaw Street",
        "Two teenagers were wounded when a party in Flint ended in gunfire early Sunday. A 17-year-old girl was hit in the \
         leg and a 16-year-old boy in the arm, police said; neighbors on Saginaw Street had complained of noise.",
    ),
    (
        "mobile",
        "2014-03-04",
        "Woman wounded at gas station in Mobile",
        "A 33-year-old woman was wounded when gunfire broke out at a gas station on Airport Boulevard in Mobile on Monday \
         evening, police said. Two cars were struck. The woman was taken to University Hospital and is expected to live.",
    ),
];

fn article(n: usize, &(_, day, title, text): &Told) -> Article {
    let line = serde_json::json!({"published": day, "title": title, "text": text}).to_string();
    ingest(&format!("{n}.jsonl"), line.as_bytes()).articles.remove(0)
}

fn pile() -> Vec<Article> {
    PILE.iter().enumerate().map(|(n, told)| article(n, told)).collect()
}

/// The stories' names as the test calls them, one for each article of the story.
fn named(stories: &[Vec<usize>], order: &[usize]) -> Vec<Vec<&'static str>> {
    let mut named: Vec<Vec<&str>> =
        stories.iter().map(|s| s.iter().map(|&at| PILE[order[at]].0).collect()).collect();
    named.sort();
    named
}

const EXPECTED: [&[&str]; 4] =
    [&["flint", "flint", "flint"], &["flint in August"], &["mobile"], &["tulsa", "tulsa"]];

#[test]
fn like_incidents_are_kept_apart_and_their_updates_are_joined() {
    let pile = pile();
    let stories = split(&pile.iter().collect::<Vec<_>>());
    let named = named(&stories, &[0, 1, 2, 3, 4, 5, 6]);
    assert!(named.iter().all(|story| story.iter().all(|name| *name == story[0])), "{named:?}");
    // The first report, which names nobody, may stand alone: precision first.
    assert!(named.contains(&vec!["tulsa", "tulsa"]) && named.len() <= EXPECTED.len() + 1, "{named:?}");
}

#[test]
fn an_article_at_a_time_gives_the_same() {
    let mut order: Vec<usize> = (0..PILE.len()).collect();
    order.sort_by_key(|&at| PILE[at].1);
    let pile = pile();
    let mut stories = Stories::new();
    order.iter().for_each(|&at| stories.add(&pile[at]));
    assert_eq!(named(&stories.stories(), &order), EXPECTED);
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let pile = pile();
    let paths = |order: &[usize]| -> Vec<Vec<String>> {
        let articles: Vec<&Article> = order.iter().map(|&at| &pile[at]).collect();
        let path = |&at: &usize| articles[at].path.clone();
        split(&articles).iter().map(|s| s.iter().map(path).collect()).collect()
    };
    let first = paths(&[0, 1, 2, 3, 4, 5, 6]);
    for order in [[6, 5, 4, 3, 2, 1, 0], [3, 0, 6, 1, 5, 2, 4]] {
        assert_eq!(paths(&order), first);
    }
}

/// Day zero to 400 of like reports from many towns, in which one story is told twice.
fn many_towns() -> Vec<Article> {
    let towns = ["Akron", "Boise", "Camden", "Duluth", "Eugene", "Fargo", "Gary", "Hilo", "Irvine", "Joplin"];
    let article = |n: usize| {
        let (town, month, day) = (towns[n % 10], n / 20 % 12 + 1, n % 20 + 1);
        let text = format!(
            "A man, {}, was shot in the leg in {town} on Monday, police said. Officers were called to the {}00 block of \
             Main Street. No arrests have been made, and anyone with information is asked to call Crime Stoppers.",
            20 + n % 37,
            n % 53 + 1
        );
        let published = format!("2015-{month:02}-{day:02}");
        let line =
            serde_json::json!({"published": published, "title": format!("Man shot in {town}"), "text": text});
        ingest(&format!("{n}.jsonl"), line.to_string().as_bytes()).articles.remove(0)
    };
    (0..200).map(article).collect()
}

#[test]
fn a_pile_of_the_like_makes_no_monster() {
    let pile = many_towns();
    let stories = split(&pile.iter().collect::<Vec<_>>());
    assert!(stories[0].len() <= 6, "{} articles in one story", stories[0].len());
}

#[test]
fn articles_without_words_are_stories_of_their_own() {
    let texts = ["...", "!", "7"];
    let pile: Vec<Article> =
        texts.iter().map(|t| ingest(&format!("{t}.txt"), t.as_bytes()).articles).collect::<Vec<_>>().concat();
    let stories = split(&pile.iter().collect::<Vec<_>>());
    assert_eq!(stories.concat().len(), pile.len());
    assert!(split(&[]).is_empty());
}

#[test]
fn a_town_that_two_articles_name_makes_no_story_of_them() {
    let texts = [
        (
            "Council rejects bridge plan",
            "The Marlow council voted 7 to 4 against the bridge plan on Monday. \"We will not pay \
          for it,\" Mayor Ines Holt said.",
        ),
        (
            "Ferry hits pier",
            "At least 12 people were hurt on Tuesday when a ferry hit the pier at Marlow, the coast guard \
          said.",
        ),
    ];
    let article = |(title, text): &(&str, &str)| {
        let line = serde_json::json!({"published": "2031-03-04", "title": title, "text": text}).to_string();
        ingest("a.jsonl", line.as_bytes()).articles.remove(0)
    };
    let pile: Vec<Article> = texts.iter().map(article).collect();
    assert_eq!(split(&pile.iter().collect::<Vec<_>>()).len(), 2);
}
