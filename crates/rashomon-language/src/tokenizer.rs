//! Text to tokens: white space, special cases, affixes, and special cases again as sequences of tokens.
//!
//! The algorithm is that of spaCy's `tokenizer.pyx` ("How spaCy's tokenizer works" in its documentation).

use crate::affixes::Affixes;
use crate::lexeme::{LexicalTables, Lexicon};
use crate::tables::{Tables, is_space, unescape};
use rustc_hash::FxHashMap;
use smol_str::{SmolStr, ToSmolStr};
use std::ops::Range;

/// A token: a word type and where it stands (bytes of the text).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tok {
    pub(crate) lexeme: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) space: bool,
}

impl Tok {
    /// A token that has not got its place yet.
    fn new(lexeme: u32) -> Self {
        Self { lexeme, start: 0, end: 0, space: false }
    }
}

/// Pieces of a chunk, as ranges of its characters.
type Cuts = Vec<Range<usize>>;

/// Tokens of a special case: texts and the numbers of their prescribed norms.
type Special = Vec<(SmolStr, Option<u64>)>;

pub(crate) struct Tokenizer {
    affixes: Affixes,
    specials: FxHashMap<SmolStr, Special>,
    /// Longest special case, in bytes: no need to look up longer text.
    longest_special: usize,
    /// Special cases that the affix rules would cut, as the sequences they are cut into, by first word.
    phrases: FxHashMap<SmolStr, Vec<Vec<SmolStr>>>,
}

/// The words and chunks met before.
#[derive(Default)]
pub(crate) struct TokenCache {
    pub(crate) lexicon: Lexicon,
    chunks: FxHashMap<SmolStr, Range<u32>>,
    pieces: Vec<u32>,
    chars: Vec<char>,
    at: Vec<u32>,
}

impl TokenCache {
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Rough size in memory, in units of one cached word.
    pub(crate) fn size(&self) -> usize {
        /// Bytes of one ordinary lexeme or chunk with its table entry.
        const ENTRY: usize = 200;
        self.lexicon.len() + self.chunks.len() + self.lexicon.n_bytes() / ENTRY
    }
}

/// Chunks longer than this many bytes are not remembered: they hardly come again.
const LONGEST_CACHED_CHUNK: usize = 64;

impl Tokenizer {
    pub(crate) fn load(tables: &Tables, lexical: &LexicalTables) -> Self {
        let mut specials = FxHashMap::default();
        for line in tables.lines("special_cases") {
            let fields: Vec<_> = line.split('\t').map(unescape).collect();
            let tokens = fields[1..].chunks(2).map(|token| {
                let norm = token.get(1).filter(|norm| !norm.is_empty());
                (token[0].to_smolstr(), norm.map(|norm| lexical.ids.id(norm)))
            });
            specials.insert(fields[0].to_smolstr(), tokens.collect::<Special>());
        }
        let longest_special = specials.keys().map(SmolStr::len).max().unwrap_or(0);
        let affixes = Affixes::load(tables);
        let mut tokenizer = Self { affixes, specials, longest_special, phrases: FxHashMap::default() };
        tokenizer.phrases = tokenizer.find_phrases(lexical);
        tokenizer
    }

    fn find_phrases(&self, lexical: &LexicalTables) -> FxHashMap<SmolStr, Vec<Vec<SmolStr>>> {
        let is_cut = |chunk: &str| {
            let chars: Vec<char> = chunk.chars().collect();
            let mut cut =
                self.affixes.prefix(&chars) > 0 || self.affixes.suffix(&chars) > 0 || chunk.contains(' ');
            self.affixes.infixes(&chars, |_, _| cut = true);
            cut
        };
        let words = |chunk: &SmolStr| -> Vec<SmolStr> {
            let (mut cache, mut toks) = (TokenCache::default(), Vec::new());
            self.split(lexical, &mut cache, chunk, false, &mut toks);
            toks.iter().map(|tok| cache.lexicon.get(tok.lexeme).text.clone()).collect()
        };
        let mut sorted: Vec<_> = self.specials.keys().filter(|chunk| is_cut(chunk)).map(words).collect();
        sorted.sort();
        sorted.dedup();
        let mut by_first: FxHashMap<SmolStr, Vec<Vec<SmolStr>>> = FxHashMap::default();
        for phrase in sorted {
            by_first.entry(phrase[0].clone()).or_default().push(phrase);
        }
        by_first
    }

    /// Appends the tokens of `text` to `toks`, which must be empty.
    pub(crate) fn tokenize(
        &self,
        lexical: &LexicalTables,
        cache: &mut TokenCache,
        text: &str,
        toks: &mut Vec<Tok>,
    ) {
        self.split(lexical, cache, text, true, toks);
        self.merge_phrases(lexical, cache, toks);
        let mut at = 0;
        for tok in toks {
            tok.start = at;
            tok.end = at + cache.lexicon.get(tok.lexeme).text.len() as u32;
            at = tok.end + u32::from(tok.space);
        }
    }

    /// First pass. A chunk is a run of white space or of other characters; one ASCII space after a chunk belongs to
    /// the chunk's last token, other white space makes tokens of its own.
    fn split(
        &self,
        lexical: &LexicalTables,
        cache: &mut TokenCache,
        text: &str,
        specials: bool,
        toks: &mut Vec<Tok>,
    ) {
        let Some(first) = text.chars().next() else { return };
        let (mut start, mut in_space) = (0, is_space(first));
        for (i, c) in text.char_indices() {
            if is_space(c) == in_space {
                continue;
            }
            if start < i {
                self.chunk(lexical, cache, &text[start..i], specials, toks);
            }
            start = i;
            if c == ' ' {
                if let Some(last) = toks.last_mut() {
                    last.space = true;
                }
                start = i + 1;
            }
            in_space = !in_space;
        }
        if start < text.len() {
            self.chunk(lexical, cache, &text[start..], specials, toks);
        }
    }

    fn chunk(
        &self,
        lexical: &LexicalTables,
        cache: &mut TokenCache,
        chunk: &str,
        specials: bool,
        toks: &mut Vec<Tok>,
    ) {
        let cached = specials && chunk.len() <= LONGEST_CACHED_CHUNK;
        if cached && let Some(pieces) = cache.chunks.get(chunk) {
            let pieces = &cache.pieces[pieces.start as usize..pieces.end as usize];
            toks.extend(pieces.iter().copied().map(Tok::new));
            return;
        }
        let before = toks.len();
        self.cut(lexical, cache, chunk, specials, toks);
        if cached {
            let start = cache.pieces.len() as u32;
            cache.pieces.extend(toks[before..].iter().map(|tok| tok.lexeme));
            cache.chunks.insert(chunk.to_smolstr(), start..cache.pieces.len() as u32);
        }
    }

    fn special(&self, text: &str) -> Option<&Special> {
        if text.len() > self.longest_special { None } else { self.specials.get(text) }
    }

    /// Cuts one chunk: affixes from both ends, then what is left.
    fn cut(
        &self,
        lexical: &LexicalTables,
        cache: &mut TokenCache,
        chunk: &str,
        specials: bool,
        toks: &mut Vec<Tok>,
    ) {
        let (mut chars, mut at) = (std::mem::take(&mut cache.chars), std::mem::take(&mut cache.at));
        chars.clear();
        chars.extend(chunk.chars());
        at.clear();
        at.extend(chunk.char_indices().map(|(i, _)| i as u32).chain([chunk.len() as u32]));
        let slice = |range: Range<usize>| &chunk[at[range.start] as usize..at[range.end] as usize];
        let special = |range: Range<usize>| specials.then(|| self.special(slice(range))).flatten();

        let (mut pieces, core, suffixes) = self.strip(&chars, |range| special(range).is_some());
        let found = if core.is_empty() { None } else { special(core.clone()) };
        let n_prefixes = pieces.len();
        if found.is_none() {
            self.cut_core(&chars, core, &mut pieces);
        }
        let mut emit = |text: &str, norm| toks.push(Tok::new(cache.lexicon.intern(lexical, text, norm)));
        pieces[..n_prefixes].iter().for_each(|piece| emit(slice(piece.clone()), None));
        found.into_iter().flatten().for_each(|(text, norm)| emit(text, *norm));
        pieces[n_prefixes..].iter().for_each(|piece| emit(slice(piece.clone()), None));
        suffixes.into_iter().rev().for_each(|piece| emit(slice(piece), None));
        (cache.chars, cache.at) = (chars, at);
    }

    /// Takes affixes off both ends, one of each a round, until what is left is a special case or has none. Returns the prefixes,
    /// what is left, and the suffixes, outermost first.
    fn strip(&self, chars: &[char], is_special: impl Fn(Range<usize>) -> bool) -> (Cuts, Range<usize>, Cuts) {
        let (mut prefixes, mut suffixes) = (Vec::new(), Vec::new());
        let (mut a, mut b) = (0, chars.len());
        let mut last = usize::MAX;
        while a < b && b - a != last && !is_special(a..b) {
            last = b - a;
            let prefix = self.affixes.prefix(&chars[a..b]);
            let only_prefix = prefix > 0 && a + prefix < b && is_special(a + prefix..b);
            let suffix = if only_prefix { 0 } else { self.affixes.suffix(&chars[a + prefix..b]) };
            let only_suffix = suffix > 0 && b - suffix > a && is_special(a..b - suffix);
            if prefix > 0 && !only_suffix {
                prefixes.push(a..a + prefix);
                a += prefix;
            }
            if suffix > 0 {
                suffixes.push(b - suffix..b);
                b -= suffix;
            }
        }
        (prefixes, a..b, suffixes)
    }

    /// Cuts what is left between the affixes: a URL stays whole, other text is cut at its infixes.
    fn cut_core(&self, chars: &[char], core: Range<usize>, pieces: &mut Cuts) {
        let mut start = core.start;
        if !self.affixes.url(&chars[core.clone()]) {
            self.affixes.infixes(&chars[core.clone()], |from, to| {
                // An infix at the very beginning stays with what follows.
                if from > 0 {
                    if core.start + from > start {
                        pieces.push(start..core.start + from);
                    }
                    pieces.push(core.start + from..core.start + to);
                    start = core.start + to;
                }
            });
        }
        if start < core.end {
            pieces.push(start..core.end);
        }
    }

    /// Second pass: special cases that stand in the text as several tokens become what their rule says.
    fn merge_phrases(&self, lexical: &LexicalTables, cache: &mut TokenCache, toks: &mut Vec<Tok>) {
        let mut found: Vec<Range<usize>> = Vec::new();
        for (i, tok) in toks.iter().enumerate() {
            let Some(phrases) = self.phrases.get(&cache.lexicon.get(tok.lexeme).text) else { continue };
            found.extend(phrases.iter().map(|phrase| (phrase, i..i + phrase.len())).filter_map(
                |(phrase, range)| {
                    let words = toks.get(range.clone())?;
                    let same = |(word, tok): (&SmolStr, &Tok)| *word == cache.lexicon.get(tok.lexeme).text;
                    phrase.iter().zip(words).all(same).then_some(range)
                },
            ));
        }
        if found.is_empty() {
            return;
        }
        // Longest first, then leftmost. A rejected match blocks its tokens, too.
        found.sort_by_key(|range| (std::cmp::Reverse(range.len()), range.start));
        let mut seen = vec![false; toks.len()];
        let mut keep = Vec::new();
        for range in found {
            if !seen[range.start] && !seen[range.end - 1] {
                keep.push(range.clone());
            }
            seen[range].fill(true);
        }
        keep.sort_by_key(|range| range.start);
        let old = std::mem::take(toks);
        let mut next = 0;
        for range in keep {
            if range.start < next {
                continue;
            }
            toks.extend_from_slice(&old[next..range.start]);
            next = range.end;
            self.merge(lexical, cache, &old[range], toks);
        }
        toks.extend_from_slice(&old[next..]);
    }

    fn merge(&self, lexical: &LexicalTables, cache: &mut TokenCache, phrase: &[Tok], toks: &mut Vec<Tok>) {
        let mut surface = String::new();
        for tok in phrase {
            surface.push_str(&cache.lexicon.get(tok.lexeme).text);
            if tok.space {
                surface.push(' ');
            }
        }
        let last_space = phrase.last().is_some_and(|tok| tok.space);
        if last_space {
            surface.pop();
        }
        let Some(special) = self.special(&surface) else {
            toks.extend_from_slice(phrase);
            return;
        };
        for (i, (text, norm)) in special.iter().enumerate() {
            let lexeme = cache.lexicon.intern(lexical, text, *norm);
            let space = last_space && i + 1 == special.len();
            toks.push(Tok { space, ..Tok::new(lexeme) });
        }
    }
}
