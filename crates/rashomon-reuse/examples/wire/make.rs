//! Events, their articles, and the copies of these.

use crate::edits;
use crate::random::Random;
use crate::words;

/// One text a sentence a line.
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) cluster: String,
    pub(crate) kind: &'static str,
    pub(crate) sentences: Vec<String>,
}

/// What the articles of one event have in common.
struct Event {
    topic: Vec<String>,
    names: Vec<String>,
    numbers: Vec<String>,
}

/// `n` articles, in an order that says nothing.
pub(crate) fn articles(n: usize) -> Vec<Article> {
    let mut random = Random::new(4);
    let mut articles = Vec::new();
    let mut n_clusters = 0;
    while articles.len() < n {
        let event = event(&mut random);
        let bases: Vec<Vec<String>> = (0..random.between(2, 9)).map(|_| base(&event, &mut random)).collect();
        for (i, base) in bases.iter().enumerate() {
            n_clusters += 1;
            let mut push = |kind, sentences| {
                articles.push(Article {
                    id: String::new(),
                    cluster: format!("c{n_clusters}"),
                    kind,
                    sentences,
                });
            };
            push("original", base.clone());
            // As in synthwire, four in nine stand alone.
            let n_copies = if random.is(0.44) { 0 } else { random.between(1, 5) };
            for _ in 0..n_copies {
                let other = &bases[(i + random.between(1, bases.len())) % bases.len()];
                let (kind, sentences) = edits::copy(base, other, &mut random);
                push(kind, sentences);
            }
        }
    }
    articles.truncate(n);
    let mut keyed: Vec<(u64, Article)> = articles.into_iter().map(|a| (random.next(), a)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(key, article)| Article { id: format!("{key:016x}"), ..article }).collect()
}

fn event(random: &mut Random) -> Event {
    Event {
        topic: (0..80).map(|_| words::content(words::rank(random))).collect(),
        names: (0..12).map(|_| words::name(random.between(0, 50_000))).collect(),
        numbers: (0..8).map(|_| random.between(2, 4000).to_string()).collect(),
    }
}

/// An article of its own: sentences of 8 to 32 words, 4 to 34 of them, most articles short.
fn base(event: &Event, random: &mut Random) -> Vec<String> {
    let length = 4 + (30.0 * random.share().powi(2)) as usize;
    (0..length).map(|_| sentence(event, random)).collect()
}

fn sentence(event: &Event, random: &mut Random) -> String {
    let mut words: Vec<String> = Vec::new();
    for _ in 0..random.between(8, 32) {
        let word = match random.between(0, 100) {
            0..42 => words::function(random).to_owned(),
            42..54 => words::common(random).to_owned(),
            54..62 => event.names[random.between(0, event.names.len())].clone(),
            62..66 => event.numbers[random.between(0, event.numbers.len())].clone(),
            66..86 => event.topic[random.between(0, event.topic.len())].clone(),
            _ => words::content(words::rank(random)),
        };
        words.push(word);
    }
    let first = words[0].clone();
    words[0] = first[..1].to_uppercase() + &first[1..];
    words.join(" ") + "."
}
