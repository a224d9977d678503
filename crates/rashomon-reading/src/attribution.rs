//! Who says so: the chain from the agency or other outlet that is cited, inwards to the final authority.

use crate::ParsedArticle;
use crate::quotation::Quotation;
use rashomon_text::Span;

/// What a link of an attribution chain is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributionRole {
    /// The publisher of the article itself (added by `rashomon-reconcile`).
    Outlet,
    /// A news agency.
    Agency,
    /// Another outlet that is cited ("told Radio Qolla", "in the newspaper al-Watan").
    OutletCited,
    /// An organisation, ministry, company, government.
    Organisation,
    /// A named person who speaks for something, or any named speaker.
    Official,
    /// A private person or eyewitness.
    Witness,
    /// A report, statement, study.
    Document,
    /// Somebody the text does not name ("a military source", "reports").
    Unnamed,
}

impl AttributionRole {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            AttributionRole::Outlet => "outlet",
            AttributionRole::Agency => "agency",
            AttributionRole::OutletCited => "outlet-cited",
            AttributionRole::Organisation => "organisation",
            AttributionRole::Official => "official",
            AttributionRole::Witness => "witness",
            AttributionRole::Document => "document",
            AttributionRole::Unnamed => "unnamed",
        }
    }
}

/// One link of an attribution chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributionLink {
    /// Index into [`Reading::entities`](crate::Reading), where the name is resolved.
    pub entity: Option<usize>,
    /// The name, or the words used, e.g. `a military source`.
    pub name: String,
    /// What it is.
    pub role: AttributionRole,
    /// Where the text says so.
    pub span: Option<Span>,
}

/// A chain without the article's own outlet, outermost first, the final authority last.
/// Empty = the article's own voice.
pub type Attribution = Vec<AttributionLink>;

/// The chain under which a token stands: that of the innermost quotation whose content covers it (which already
/// holds the links of the quotations around it), and that quotation's index. Empty and `None` = the article's own voice.
#[must_use]
pub fn of_token(
    parsed: &ParsedArticle,
    quotations: &[Quotation],
    token: usize,
) -> (Attribution, Option<usize>) {
    let Some(span) = parsed.tokens.get(token).map(|t| t.span) else { return (Vec::new(), None) };
    match innermost(quotations, span) {
        Some(index) => (quotations[index].attribution.clone(), Some(index)),
        None => (Vec::new(), None),
    }
}

/// How many quotations back from a place one that covers it may begin; keeps look-ups cheap in very long texts.
const LOOK_BACK: usize = 64;

/// Index of the shortest quotation whose content covers `span`; `quotations` are in text order.
#[must_use]
pub fn innermost(quotations: &[Quotation], span: Span) -> Option<usize> {
    let start = |q: &Quotation| q.content.first().map_or(0, |c| c.start());
    let covers = |q: &Quotation| q.content.iter().any(|c| c.contains(span));
    let length = |q: &Quotation| q.content.iter().map(|c| c.len()).sum::<usize>();
    let end = quotations.partition_point(|q| start(q) <= span.start());
    let near = end.saturating_sub(LOOK_BACK)..end;
    near.filter(|&i| covers(&quotations[i])).min_by_key(|&i| length(&quotations[i]))
}
