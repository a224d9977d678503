//! Puts one [`Article`] together from its text, its layout and the metadata that came with it.

use crate::agencies::{find_credits, is_agency_like, known_agency};
use crate::classify::{Layout, classify};
use crate::layout::Draft;
use crate::publication::{self, DateSpot};
use crate::publisher::publisher;
use rashomon_text::{
    Article, ArticleId, BlockKind, Dating, Diagnostic, FurnitureKind, Labelled, Level, Span,
    is_english_or_unknown,
};

/// What is known of an article beside its text: from HTML metadata or the fields of a JSON line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) url: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) published: Option<Dating>,
    pub(crate) language: Option<String>,
}

/// The raw input that an article comes from.
pub(crate) struct Origin<'a> {
    pub(crate) path: &'a str,
    pub(crate) sha256: String,
    pub(crate) length_bytes: u64,
    pub(crate) media_type: &'static str,
}

/// Builds the article.
pub(crate) fn build(
    origin: Origin<'_>,
    text: String,
    drafts: &[Draft],
    known: Known,
    diagnostics: &mut Vec<Diagnostic>,
) -> Article {
    let layout = classify(&text, drafts);
    let labelled = |span: Span| Labelled { value: one_line(span.slice(&text)), span: Some(span) };
    let title = match known.title {
        Some(value) => Some(with_span(&text, &layout, value, BlockKind::Title)),
        None => layout.head.title.map(labelled),
    };
    let byline = match known.byline {
        Some(value) => Some(with_span(&text, &layout, value, BlockKind::Byline)),
        None => layout.head.byline.map(|byline| labelled(byline.author)),
    };
    let outlet = match known.publisher {
        Some(value) => Some(Labelled { value, span: None }),
        None => publisher(&text, &layout),
    };
    let mut agency_credits = credits(&text, &layout);
    // A byline that is an agency's, on another's page.
    if let Some(credit) = byline.as_ref().filter(|b| is_agency_like(&b.value)) {
        let is_own = outlet.as_ref().is_some_and(|o| o.value == credit.value);
        let value = known_agency(&credit.value).unwrap_or(&credit.value).to_owned();
        if !is_own && !agency_credits.iter().any(|c| c.value == value) {
            agency_credits.insert(0, Labelled { value, span: credit.span });
        }
    }
    let published = match known.published {
        Some(dating) => dating,
        None => publication::stated(origin.path, &text, &date_spots(&layout), diagnostics),
    };
    let language = language(known.language, language_of(&text, &layout));
    if !is_english_or_unknown(&language) {
        diagnostics.push(Diagnostic::new(
            origin.path,
            Level::Warning,
            "not-english",
            format!("written in another language ({language}): kept and compared as a text, but only English is read"),
        ));
    }
    Article {
        id: ArticleId::of_sha256(&origin.sha256),
        path: origin.path.to_owned(),
        url: known.url,
        sha256: origin.sha256,
        length_bytes: origin.length_bytes,
        media_type: origin.media_type,
        language,
        publisher: outlet,
        title,
        byline,
        agency_credits,
        published,
        blocks: layout.blocks,
        text,
    }
}

/// White space of any kind as one space.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value from metadata, with its place in the text where a block of `kind` holds it.
fn with_span(text: &str, layout: &Layout, value: String, kind: BlockKind) -> Labelled {
    let block = layout.blocks.iter().filter(|block| block.kind == kind);
    let span = block
        .filter_map(|block| {
            let at = block.span.slice(text).find(&value)?;
            Some(Span::new(block.span.start() + at, block.span.start() + at + value.len()))
        })
        .next();
    Labelled { value, span }
}

/// Where the publication date may be stated.
fn date_spots(layout: &Layout) -> Vec<DateSpot> {
    let mut spots: Vec<DateSpot> = Vec::new();
    for (i, block) in layout.blocks.iter().enumerate() {
        let rank = match block.kind {
            BlockKind::PublicationLine | BlockKind::Byline => {
                if i < layout.head.end {
                    1
                } else {
                    4
                }
            }
            BlockKind::Masthead => 2,
            BlockKind::Subhead | BlockKind::SectionLabel => 5,
            BlockKind::Furniture(FurnitureKind::Navigation) if i < layout.head.end => 2,
            BlockKind::Furniture(FurnitureKind::Other | FurnitureKind::Disclaimer) if i < layout.head.end => {
                3
            }
            _ => continue,
        };
        spots.push(DateSpot { span: block.span, rank });
    }
    spots.extend(layout.datelines.iter().map(|dateline| DateSpot { span: dateline.span, rank: 3 }));
    spots
}

/// The agencies credited, once each, in text order.
fn credits(text: &str, layout: &Layout) -> Vec<Labelled> {
    let mut found: Vec<Labelled> = Vec::new();
    for block in &layout.blocks {
        let furniture = match block.kind {
            BlockKind::Furniture(kind) => !matches!(kind, FurnitureKind::Other | FurnitureKind::Disclaimer),
            _ => false,
        };
        if furniture {
            continue;
        }
        if block.kind == BlockKind::Byline
            && let Some(span) = layout.head.byline.and_then(|byline| byline.outlet)
            && let Some(known) = known_agency(span.slice(text))
        {
            found.push(Labelled { value: known.to_owned(), span: Some(span) });
        }
        if let Some(span) = block.dateline
            && let Some(agency) =
                layout.datelines.iter().filter(|d| d.span.start() == span.start()).find_map(|d| d.agency)
        {
            let words = agency.slice(text);
            found.push(Labelled {
                value: known_agency(words).unwrap_or(words).to_owned(),
                span: Some(agency),
            });
        }
        found.extend(find_credits(text, block.span));
    }
    let mut once: Vec<Labelled> = Vec::new();
    for credit in found {
        if !once.iter().any(|earlier| earlier.value == credit.value) {
            once.push(credit);
        }
    }
    once
}

/// What the text shows, in the words of the metadata where both agree; templates often name a wrong language.
fn language(named: Option<String>, shown: String) -> String {
    match named {
        Some(named) if shown == "und" || named.to_lowercase().starts_with(&shown) => named,
        _ => shown,
    }
}

/// Language of what is read, `und` when the guess is weak.
fn language_of(text: &str, layout: &Layout) -> String {
    /// Enough for a sure guess; the whole of a long text adds nothing but time.
    const SAMPLE_BYTES: usize = 4000;
    /// Less text shows no other language surely: lists of foreign names look like one.
    const SURE_BYTES: usize = 200;
    /// An English text taken for another is lost; another taken for English gives little.
    const SURE: f64 = 0.9;
    let mut sample = String::new();
    for block in layout.blocks.iter().filter(|block| block.kind.is_read()) {
        let mut end = block.span.len().min(SAMPLE_BYTES);
        let words = block.span.slice(text);
        while !words.is_char_boundary(end) {
            end -= 1;
        }
        sample.push_str(&words[..end]);
        sample.push(' ');
        if sample.len() > SAMPLE_BYTES {
            break;
        }
    }
    match whatlang::detect(&sample) {
        Some(info) if info.lang() == whatlang::Lang::Eng => "en".to_owned(),
        Some(info) if sample.len() >= SURE_BYTES && info.confidence() >= SURE => {
            tag_of(info.lang()).to_owned()
        }
        _ => "und".to_owned(),
    }
}

/// BCP 47 tag: two letters where a language has them, else the three of ISO 639-3.
fn tag_of(language: whatlang::Lang) -> &'static str {
    use whatlang::Lang;
    match language {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Swe => "sv",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Fin => "fi",
        Lang::Pol => "pl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Bul => "bg",
        Lang::Ell => "el",
        Lang::Tur => "tr",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Pes => "fa",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Urd => "ur",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Vie => "vi",
        Lang::Tha => "th",
        Lang::Ind => "id",
        Lang::Cat => "ca",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Slv => "sl",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest;

    #[track_caller]
    fn check(path: &str, text: &str, language: &str, codes: &[&str]) {
        let ingested = ingest(path, text.as_bytes());
        let told: Vec<&str> = ingested.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!((ingested.articles[0].language.as_str(), told.as_slice()), (language, codes), "{text}");
    }

    #[test]
    fn another_language_is_named() {
        let french = "Le conseil municipal a rejeté vendredi soir la proposition du maire de fermer le pont de la \
                      rivière pendant les travaux, selon un communiqué publié samedi matin par la mairie. Onze élus \
                      ont voté contre et quatre pour, après une séance de trois heures.";
        check("a.txt", french, "fr", &["not-english"]);
        let english = "The town council on Friday evening rejected the mayor's proposal to close the bridge over the \
                       river during the works, according to a statement published on Saturday by the town hall.";
        check("b.txt", english, "en", &[]);
        // A template that names a wrong language.
        let page = format!(
            "<html lang=\"fr\"><body><article><h1>Bridge stays open</h1><p>{english}</p></article></body></html>"
        );
        check("c.html", &page, "en", &[]);
        check("d.txt", "Nürnberg, Zürich, Łódź.", "und", &[]);
    }
}
