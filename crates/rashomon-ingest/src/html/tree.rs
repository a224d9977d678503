//! A page as a flat list of text blocks and the elements around them, read in one pass without recursion, so
//! that no nesting is too deep.

use dom_query::{Attr, Document, NodeData, NodeRef};

/// An element that holds text.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// Local name.
    pub(super) tag: String,
    /// Index of the enclosing element; the root is its own.
    pub(super) parent: usize,
    /// Words of class, id and role, in lower case, cut at hyphens and capitals, each with a space around.
    pub(super) words: String,
    /// Hidden by an attribute or style.
    pub(super) hidden: bool,
    /// `itemprop="articleBody"`.
    pub(super) article_body: bool,
}

/// A run of text between block boundaries.
#[derive(Clone, Debug)]
pub(super) struct TextBlock {
    /// White space collapsed.
    pub(super) text: String,
    /// Index of the nearest block element.
    pub(super) element: usize,
    /// Characters within links.
    pub(super) n_link: usize,
    /// Characters in all.
    pub(super) n_chars: usize,
    /// A `<br>` and no block boundary stands before it.
    pub(super) after_break: bool,
    /// An inline element within it has a class that speaks of dates.
    pub(super) dated: bool,
}

/// An element that gives a moment to machines: `<time>` and its like.
#[derive(Clone, Debug)]
pub(super) struct TimeMark {
    /// Index of the text block that it stands in or before.
    pub(super) block: usize,
    /// Index of the nearest block element.
    pub(super) element: usize,
    /// What it gives: the attribute for machines.
    pub(super) value: Option<String>,
    /// Its own text.
    pub(super) text: String,
    /// Words of its class and of the property it names, as in [`Element::words`].
    pub(super) words: String,
}

/// The flat page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) elements: Vec<Element>,
    pub(super) blocks: Vec<TextBlock>,
    pub(super) times: Vec<TimeMark>,
}

/// Elements whose text is never shown or never part of an account.
fn is_skipped(tag: &str) -> bool {
    matches!(
        tag,
        "script"
            | "style"
            | "noscript"
            | "head"
            | "template"
            | "svg"
            | "math"
            | "canvas"
            | "iframe"
            | "object"
            | "embed"
            | "select"
            | "option"
            | "textarea"
            | "button"
            | "input"
            | "audio"
            | "video"
            | "map"
            | "datalist"
            | "title"
    )
}

/// Elements that begin and end a block of text.
fn is_block(tag: &str) -> bool {
    !matches!(
        tag,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "nobr"
            | "picture"
            | "source"
            | "ruby"
            | "rt"
            | "rp"
    )
}

impl Page {
    /// Reads the whole document.
    pub(super) fn read(document: &Document) -> Self {
        let mut reader = Reader::default();
        reader.page.elements.push(Element {
            tag: "html".to_owned(),
            parent: 0,
            words: String::new(),
            hidden: false,
            article_body: false,
        });
        reader.walk(document.root());
        reader.flush();
        reader.page
    }

    /// The elements around element `index`, from itself outwards, the root excluded.
    pub(super) fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let mut at = index;
        std::iter::from_fn(move || {
            let here = at;
            at = self.elements[here].parent;
            (here != 0).then_some(here)
        })
    }
}

#[derive(Default)]
struct Reader {
    page: Page,
    text: String,
    n_link: usize,
    n_in_link: usize,
    /// Element that the current text belongs to.
    element: usize,
    after_break: bool,
    dated: bool,
}

impl Reader {
    fn walk(&mut self, root: NodeRef<'_>) {
        // (node, index of the element to return to, whether it was a link) for each open element.
        let mut open: Vec<(NodeRef<'_>, usize, bool)> = Vec::new();
        let mut next = root.first_child();
        loop {
            let Some(node) = next else {
                let Some((node, element, link)) = open.pop() else { return };
                self.leave(element, link);
                next = node.next_sibling();
                continue;
            };
            match self.enter(&node) {
                Some((element, link)) => {
                    next = node.first_child();
                    open.push((node, element, link));
                }
                None => next = node.next_sibling(),
            }
        }
    }

    /// Takes in a text node, or opens an element and returns where to come back to.
    fn enter(&mut self, node: &NodeRef<'_>) -> Option<(usize, bool)> {
        let is_element = node.query_or(false, |data| match &data.data {
            NodeData::Text { contents } => {
                self.push_text(contents);
                false
            }
            NodeData::Element(_) => true,
            _ => false,
        });
        if !is_element {
            return None;
        }
        let element = node.element_ref()?;
        let tag: &str = &element.name.local;
        if is_skipped(tag) {
            return None;
        }
        if tag == "br" || tag == "hr" {
            self.flush();
            self.after_break = tag == "br";
            return None;
        }
        let link = tag == "a";
        self.n_in_link += usize::from(link);
        let back = self.element;
        let dated = tag == "time" || speaks_of_dates(&words_of(&element.attrs));
        // A date set before the words of a heading or paragraph is no part of them.
        if is_block(tag) || stands_apart(&element.attrs) || dated && self.text.is_empty() {
            self.flush();
            self.after_break = false;
            let described = describe(tag, self.element, &element.attrs);
            self.page.elements.push(described);
            self.element = self.page.elements.len() - 1;
        }
        if dated && self.text.ends_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
        self.dated |= dated;
        self.mark_time(node, tag, &element.attrs);
        Some((back, link))
    }

    fn mark_time(&mut self, node: &NodeRef<'_>, tag: &str, attrs: &[Attr]) {
        let attr = |name: &str| attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value);
        let value = || ["datetime", "content", "title", "data-date"].iter().find_map(|name| attr(name));
        let is_mark = tag == "time"
            || tag == "abbr" && attr("title").is_some()
            || attr("itemprop").is_some_and(|name| name.starts_with("date"))
            || attr("property").is_some_and(|name| name.ends_with("datePublished"))
            || attr("data-date").is_some()
            || attr("datetime").is_some()
            || attr("data-testid").is_some_and(|name| name.contains("date"));
        if !is_mark {
            return;
        }
        let mut words = words_of(attrs);
        if let Some(property) = attr("property") {
            push_words(&mut words, property);
        }
        if attr("pubdate").is_some() {
            words.push_str("pubdate ");
        }
        let text: String = node.text().chars().take(TIME_TEXT_CHARS).collect();
        let block = self.page.blocks.len();
        let value = value().map(str::to_owned);
        self.page.times.push(TimeMark { block, element: self.element, value, text, words });
    }

    fn leave(&mut self, element: usize, link: bool) {
        if element != self.element {
            self.flush();
            self.after_break = false;
        }
        self.element = element;
        self.n_in_link -= usize::from(link);
    }

    fn push_text(&mut self, contents: &str) {
        for c in contents.chars() {
            // No-break spaces collapse too: pages pad with them.
            if c.is_whitespace() {
                if !self.text.is_empty() && !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
                self.n_link += usize::from(self.n_in_link > 0);
            }
        }
    }

    fn flush(&mut self) {
        let n_chars = self.text.chars().filter(|c| !c.is_whitespace()).count();
        if n_chars > 0 {
            let text = std::mem::take(&mut self.text).trim_end().to_owned();
            let after_break = self.after_break;
            self.page.blocks.push(TextBlock {
                text,
                element: self.element,
                n_link: self.n_link,
                n_chars,
                after_break,
                dated: self.dated,
            });
        }
        self.text.clear();
        self.n_link = 0;
        self.dated = false;
    }
}

/// Inline elements that stand apart from the sentence: hidden ones, and captions and credits set in spans.
fn stands_apart(attrs: &[Attr]) -> bool {
    const APART: [&str; 11] = [
        "sr-only",
        "visually-hidden",
        "screen-reader",
        "caption",
        "credit",
        "hidden",
        "advert",
        "share",
        "rollover",
        "popover",
        "tooltip",
    ];
    attrs.iter().any(|attr| match &*attr.name.local {
        "class" => {
            let value: &str = &attr.value;
            APART.iter().any(|word| value.contains(word))
        }
        "style" => attr.value.contains("display:none") || attr.value.contains("display: none"),
        _ => false,
    })
}

/// Longest text of a `<time>` that is looked at, in characters.
const TIME_TEXT_CHARS: usize = 120;

/// Words of class, id and the like, as in [`Element::words`].
fn words_of(attrs: &[Attr]) -> String {
    let mut words = String::from(" ");
    for attr in attrs {
        if matches!(&*attr.name.local, "class" | "id" | "itemprop" | "data-testid") {
            push_words(&mut words, &attr.value);
        }
    }
    words
}

/// Whether words of a class say that its element shows a date.
pub(super) fn speaks_of_dates(words: &str) -> bool {
    const WORDS: [&str; 14] = [
        " date ",
        " published ",
        " time ",
        " timestamp ",
        " posted ",
        " publish ",
        " datum ",
        " pubdate ",
        " dateline ",
        " postdate ",
        " datetime ",
        " fecha ",
        " dato ",
        " publicado ",
    ];
    words.len() > 2 && WORDS.iter().any(|word| words.contains(word))
}

fn describe(tag: &str, parent: usize, attrs: &[Attr]) -> Element {
    let mut element =
        Element { tag: tag.to_owned(), parent, words: String::from(" "), hidden: false, article_body: false };
    for attr in attrs {
        let value: &str = &attr.value;
        match &*attr.name.local {
            "class" | "id" | "role" | "data-component" | "data-testid" | "aria-label" | "data-type" => {
                push_words(&mut element.words, value);
            }
            "hidden" => element.hidden = true,
            "aria-hidden" => element.hidden |= value == "true",
            "style" => {
                let style: String =
                    value.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
                element.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
            }
            "itemprop" => {
                element.article_body |= value.contains("articleBody");
                push_words(&mut element.words, value);
            }
            _ => {}
        }
    }
    element
}

/// `articleBody main-text` as " article body main text ".
fn push_words(words: &mut String, value: &str) {
    let mut last_lower = false;
    for c in value.chars().take(300) {
        if c.is_alphanumeric() {
            if c.is_uppercase() && last_lower && !words.ends_with(' ') {
                words.push(' ');
            }
            last_lower = c.is_lowercase();
            words.extend(c.to_lowercase());
        } else {
            last_lower = false;
            if !words.ends_with(' ') {
                words.push(' ');
            }
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
}
