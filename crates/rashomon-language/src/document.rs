//! The result of parsing one text.

use smol_str::SmolStr;
use std::ops::Range;

/// One token with everything the pipeline says of it.
///
/// `start..end` are byte offsets into the text that was parsed; `head` is a token index in the same
/// [`Document`] (a root is its own head).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenData {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Whether one ASCII space follows.
    pub space_after: bool,
    /// Penn Treebank tag, e.g. `VBD`.
    pub tag: &'static str,
    /// Universal part of speech, e.g. `VERB`.
    pub pos: &'static str,
    /// Morphological features in FEATS form, e.g. `Tense=Past|VerbForm=Fin`; empty when none.
    pub morph: &'static str,
    /// Dictionary form.
    pub lemma: SmolStr,
    /// Dependency label (ClearNLP scheme), e.g. `nsubj`.
    pub dep: &'static str,
    /// Index of the head.
    pub head: u32,
    /// Whether a sentence starts here.
    pub is_sent_start: bool,
}

/// A named entity: tokens `start..end` and its OntoNotes label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntityData {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// `PERSON`, `NORP`, `ORG`, `GPE`, `LOC`, `FAC`, `DATE`, `MONEY`, ...
    pub label: &'static str,
}

/// A parsed text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    text: String,
    tokens: Vec<TokenData>,
    entities: Vec<EntityData>,
    children: Children,
}

/// The children of every token, one list after the other: those of token `i` are `list[ends[i - 1]..ends[i]]`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
struct Children {
    ends: Vec<u32>,
    list: Vec<u32>,
}

impl Children {
    fn find(tokens: &[TokenData]) -> Self {
        // A counting sort of the tokens by head keeps the children of one head in text order.
        let mut ends = vec![0; tokens.len()];
        let is_child = |(i, token): &(usize, &TokenData)| {
            token.head as usize != *i && (token.head as usize) < tokens.len()
        };
        for (_, token) in tokens.iter().enumerate().filter(is_child) {
            ends[token.head as usize] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        let mut list = vec![0; sum as usize];
        for (i, token) in tokens.iter().enumerate().filter(is_child) {
            let at = &mut ends[token.head as usize];
            list[*at as usize] = i as u32;
            *at += 1;
        }
        Self { ends, list }
    }

    fn of(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] as usize };
        &self.list[start..self.ends[token] as usize]
    }
}

impl Document {
    /// Puts a document together from its parts (the pipeline does; tests may).
    #[must_use]
    pub fn from_parts(text: String, tokens: Vec<TokenData>, entities: Vec<EntityData>) -> Self {
        Self { children: Children::find(&tokens), text, tokens, entities }
    }

    /// The text that was parsed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The bare data of all tokens, in text order.
    #[must_use]
    pub fn token_data(&self) -> &[TokenData] {
        &self.tokens
    }

    /// The bare data of all entities, in text order.
    #[must_use]
    pub fn entity_data(&self) -> &[EntityData] {
        &self.entities
    }

    /// Token `index`.
    ///
    /// # Panics
    /// When there is no such token.
    #[must_use]
    pub fn token(&self, index: usize) -> Token<'_> {
        assert!(index < self.tokens.len(), "token {index} of {}", self.tokens.len());
        Token { document: self, index }
    }

    /// All tokens, in text order.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Token<'_>> + ExactSizeIterator {
        (0..self.tokens.len()).map(|index| Token { document: self, index })
    }

    /// All sentences, in text order.
    pub fn sentences(&self) -> impl Iterator<Item = SentenceSpan<'_>> {
        let mut next = 0;
        std::iter::from_fn(move || {
            let start = next;
            if start >= self.tokens.len() {
                return None;
            }
            next = (start + 1..self.tokens.len())
                .find(|&i| self.tokens[i].is_sent_start)
                .unwrap_or(self.tokens.len());
            Some(SentenceSpan { document: self, tokens: start..next })
        })
    }

    /// All named entities, in text order.
    pub fn entities(&self) -> impl Iterator<Item = EntitySpan<'_>> {
        self.entities.iter().map(|data| EntitySpan { document: self, data: *data })
    }
}

/// A token of a [`Document`], with the names spaCy users know.
#[derive(Clone, Copy, Debug)]
pub struct Token<'d> {
    document: &'d Document,
    index: usize,
}

impl<'d> Token<'d> {
    fn data(self) -> &'d TokenData {
        &self.document.tokens[self.index]
    }

    /// Position in the document.
    #[must_use]
    pub fn i(self) -> usize {
        self.index
    }

    /// Byte offset of its first character.
    #[must_use]
    pub fn idx(self) -> usize {
        self.data().start as usize
    }

    /// The word as written.
    #[must_use]
    pub fn text(self) -> &'d str {
        &self.document.text[self.byte_range()]
    }

    /// Byte offsets.
    #[must_use]
    pub fn byte_range(self) -> Range<usize> {
        self.data().start as usize..self.data().end as usize
    }

    /// Dictionary form.
    #[must_use]
    pub fn lemma(self) -> &'d str {
        &self.data().lemma
    }

    /// Penn Treebank tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.data().tag
    }

    /// Universal part of speech.
    #[must_use]
    pub fn pos(self) -> &'static str {
        self.data().pos
    }

    /// Morphological features.
    #[must_use]
    pub fn morph(self) -> &'static str {
        self.data().morph
    }

    /// Dependency label.
    #[must_use]
    pub fn dep(self) -> &'static str {
        self.data().dep
    }

    /// The head; a root is its own.
    #[must_use]
    pub fn head(self) -> Token<'d> {
        self.document.token(self.data().head as usize)
    }

    /// The tokens whose head this is, in text order.
    pub fn children(self) -> impl DoubleEndedIterator<Item = Token<'d>> + ExactSizeIterator {
        self.document.children.of(self.index).iter().map(move |&i| self.document.token(i as usize))
    }

    /// The children that stand before this token, in text order.
    pub fn lefts(self) -> impl Iterator<Item = Token<'d>> {
        self.children().take_while(move |child| child.index < self.index)
    }

    /// The children that stand after this token, in text order.
    pub fn rights(self) -> impl Iterator<Item = Token<'d>> {
        self.children().skip_while(move |child| child.index < self.index)
    }

    /// This token and all below it, in text order.
    ///
    /// # Example
    /// ```
    /// let document = rashomon_language::English::load().parse("The head of the union resigned.");
    /// let head = document.tokens().find(|t| t.dep() == "nsubj").expect("a subject");
    /// let words: Vec<&str> = head.subtree().map(|t| t.text()).collect();
    /// assert_eq!(words, ["The", "head", "of", "the", "union"]);
    /// ```
    pub fn subtree(self) -> impl DoubleEndedIterator<Item = Token<'d>> + ExactSizeIterator {
        let mut found = vec![self.index as u32];
        let mut next = 0;
        // No more tokens than there are: heads that a caller put in a circle end, too.
        while next < found.len() && found.len() <= self.document.len() {
            found.extend_from_slice(self.document.children.of(found[next] as usize));
            next += 1;
        }
        found.sort_unstable();
        found.into_iter().map(move |i| self.document.token(i as usize))
    }

    /// The first token of [`Token::subtree`].
    #[must_use]
    pub fn left_edge(self) -> Token<'d> {
        self.subtree().next().unwrap_or(self)
    }

    /// The last token of [`Token::subtree`].
    #[must_use]
    pub fn right_edge(self) -> Token<'d> {
        self.subtree().next_back().unwrap_or(self)
    }

    /// The sentence in which it stands.
    #[must_use]
    pub fn sent(self) -> SentenceSpan<'d> {
        let tokens = &self.document.tokens;
        let start = (0..=self.index).rev().find(|&i| tokens[i].is_sent_start).unwrap_or(0);
        let end = (self.index + 1..tokens.len()).find(|&i| tokens[i].is_sent_start).unwrap_or(tokens.len());
        SentenceSpan { document: self.document, tokens: start..end }
    }

    /// The head, its head, and so on up to the root.
    pub fn ancestors(self) -> impl Iterator<Item = Token<'d>> {
        let up = |t: Token<'d>| (t.head() != t).then(|| t.head());
        std::iter::successors(up(self), move |&t| up(t))
    }
}

impl PartialEq for Token<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.document, other.document)
    }
}

/// A sentence of a [`Document`].
#[derive(Clone, Debug)]
pub struct SentenceSpan<'d> {
    document: &'d Document,
    tokens: Range<usize>,
}

impl<'d> SentenceSpan<'d> {
    /// Token indices.
    #[must_use]
    pub fn token_range(&self) -> Range<usize> {
        self.tokens.clone()
    }

    /// Its tokens.
    pub fn tokens(&self) -> impl Iterator<Item = Token<'d>> + use<'d> {
        let document = self.document;
        self.tokens.clone().map(move |i| document.token(i))
    }

    /// The words as written.
    #[must_use]
    pub fn text(&self) -> &'d str {
        let last = self.document.token(self.tokens.end - 1).byte_range().end;
        &self.document.text[self.document.token(self.tokens.start).idx()..last]
    }

    /// The first token that is its own head.
    #[must_use]
    pub fn root(&self) -> Token<'d> {
        self.tokens().find(|t| t.head() == *t).expect("a sentence has a root")
    }
}

/// A named entity of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct EntitySpan<'d> {
    document: &'d Document,
    data: EntityData,
}

impl<'d> EntitySpan<'d> {
    /// OntoNotes label.
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.data.label
    }

    /// Token indices.
    #[must_use]
    pub fn token_range(&self) -> Range<usize> {
        self.data.start as usize..self.data.end as usize
    }

    /// The words as written.
    #[must_use]
    pub fn text(&self) -> &'d str {
        let last = self.document.token(self.data.end as usize - 1).byte_range().end;
        &self.document.text[self.document.token(self.data.start as usize).idx()..last]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five tokens of one letter with these heads.
    fn document(heads: [u32; 5]) -> Document {
        let token = |(i, head): (usize, u32)| TokenData {
            start: i as u32,
            end: i as u32 + 1,
            space_after: false,
            tag: "NN",
            pos: "NOUN",
            morph: "",
            lemma: SmolStr::default(),
            dep: "dep",
            head,
            is_sent_start: i == 0 || i == 3,
        };
        Document::from_parts("abcde".into(), heads.into_iter().enumerate().map(token).collect(), Vec::new())
    }

    fn texts<'d>(tokens: impl Iterator<Item = Token<'d>>) -> String {
        tokens.map(|t| t.text().to_owned()).collect()
    }

    #[test]
    fn walks() {
        let d = document([1, 1, 1, 4, 4]);
        assert_eq!(texts(d.token(1).children()), "ac");
        assert_eq!(texts(d.token(1).lefts()), "a");
        assert_eq!(texts(d.token(1).rights()), "c");
        assert_eq!(texts(d.token(1).subtree()), "abc");
        assert_eq!(texts(d.token(0).ancestors()), "b");
        assert_eq!(d.token(4).left_edge().text(), "d");
        assert_eq!(d.token(1).right_edge().text(), "c");
        assert_eq!(d.token(2).sent().text(), "abc");
        assert_eq!(d.token(3).sent().text(), "de");
        assert_eq!(d.sentences().map(|s| s.root().text().to_owned()).collect::<String>(), "be");
    }

    #[test]
    fn circles_and_strangers_do_not_hang() {
        let d = document([1, 0, 99, 2, 4]);
        assert!(d.token(0).subtree().count() <= 2 * d.len());
        assert_eq!(texts(d.token(2).children()), "d");
    }
}
