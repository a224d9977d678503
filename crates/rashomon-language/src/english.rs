//! The pipeline: text to document.

use crate::document::{Document, EntityData, TokenData};
use crate::encoder::{Buffers, Encoded, EntityEncoder, SyntaxEncoder, Tile, VectorCache, encode};
use crate::kernels::{LINEAR_PANEL, Linear, Packed, WIDTH, n_lanes};
use crate::lexeme::LexicalTables;
use crate::ner::{EntityMoves, EntityScorer, Recognise};
use crate::parser::{Moves, Parse, ParserScorer, State};
use crate::rules::{Analysis, Lemmatiser, Ruler, View};
use crate::tables::Tables;
use crate::tokenizer::{Tok, TokenCache, Tokenizer};
use crate::tree::{Edges, deprojectivise};
use crate::weights::Reader;
use pulp::Arch;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Everything that is read from the model, once per process.
struct Model {
    arch: Arch,
    lexical: LexicalTables,
    tokenizer: Tokenizer,
    syntax: SyntaxEncoder,
    entity: EntityEncoder,
    tagger: Packed,
    tags: Vec<&'static str>,
    parser: ParserScorer,
    moves: Moves,
    recogniser: EntityScorer,
    entity_moves: EntityMoves,
    ruler: Ruler,
    lemmatiser: Lemmatiser,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::load(Arch::new()));

impl Model {
    fn load(arch: Arch) -> Self {
        let lanes = n_lanes(arch);
        let tables = Tables::load();
        let lexical = LexicalTables::load(&tables);
        let tags: Vec<&'static str> = tables.lines("tags").collect();
        let (moves, entity_moves) = (Moves::load(&tables), EntityMoves::load(&tables));
        let mut reader = Reader::new();
        let syntax = SyntaxEncoder::read(&mut reader, lanes);
        let entity = EntityEncoder::read(&mut reader, lanes);
        let (weights, bias) = (reader.f16(tags.len() * WIDTH), reader.f32(tags.len()));
        let tagger = Packed::linear(lanes, LINEAR_PANEL, WIDTH, &weights, &bias);
        let parser = ParserScorer::read(&mut reader, lanes, moves.n_classes());
        let recogniser = EntityScorer::read(&mut reader, lanes, entity_moves.n_classes());
        reader.finish();
        Self {
            tokenizer: Tokenizer::load(&tables, &lexical),
            ruler: Ruler::load(&tables),
            lemmatiser: Lemmatiser::load(&tables),
            arch,
            lexical,
            syntax,
            entity,
            tagger,
            tags,
            parser,
            moves,
            recogniser,
            entity_moves,
        }
    }
}

/// The English pipeline: tokens, tags, lemmas, trees, sentences, named entities.
///
/// One value serves any number of threads at a time. Each running call has a working memory of its own (a few dozen megabytes,
/// most of it vectors of words met before), which the next call takes over.
///
/// # Example
/// ```
/// let english = rashomon_language::English::load();
/// let document = english.parse("The council rejected the plan on Monday.");
/// let verb = document.tokens().find(|t| t.lemma() == "reject").expect("the verb");
/// let subject = verb.children().find(|t| t.dep() == "nsubj").expect("its subject");
/// assert_eq!(subject.text(), "council");
/// ```
pub struct English {
    model: &'static Model,
    idle: Mutex<Vec<Workspace>>,
}

impl English {
    /// Loads the embedded model: some milliseconds the first time, nothing after that.
    #[must_use]
    pub fn load() -> Self {
        Self { model: &MODEL, idle: Mutex::new(Vec::new()) }
    }

    /// Parses one text. Any text will do; the result of a text does not depend on what was parsed before or beside it.
    #[must_use]
    pub fn parse(&self, text: &str) -> Document {
        self.parse_batch(&[text]).pop().unwrap_or_default()
    }

    /// Parses texts, each as a document of its own: the same as [`English::parse`] of each, but faster for short texts.
    #[must_use]
    pub fn parse_batch<T: AsRef<str>>(&self, texts: &[T]) -> Vec<Document> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut workspace = idle.unwrap_or_else(Workspace::new);
        let documents = workspace.parse(self.model, texts);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(workspace);
        documents
    }
}

impl std::fmt::Debug for English {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("English").finish_non_exhaustive()
    }
}

/// Longer texts (in bytes) are parsed slice by slice, cut where a paragraph, a sentence or a word ends. 64 KiB are about 11,000
/// words, more than any article; the tables of the parser then take about 50 MB.
const MAX_SLICE_BYTES: usize = 1 << 16;
/// Slices of more tokens are cut once more: text without letters has one token a byte.
const MAX_PIECE_TOKENS: usize = 1 << 14;
/// Tokens that go through the encoders together. The transformed weights of one convolution (660 kB) are read once a tile: CPU
/// seconds for 68,000 words on a busy Zen 3 were 1.85 at 192 tokens, 1.82 at 320, 1.77 at 512, 1.75 at 768, 1.73 at 1024.
const TILE_TOKENS: usize = 512;
/// Words whose vectors are kept; 7.7 kB each.
const CACHED_VECTORS: usize = 6000;
/// Words and chunks of text that are kept; about 200 bytes each.
const CACHED_WORDS: usize = 100_000;

/// The end of the slice that begins `text`.
fn slice_end(text: &str) -> usize {
    if text.len() <= MAX_SLICE_BYTES {
        return text.len();
    }
    let end = text.floor_char_boundary(MAX_SLICE_BYTES);
    let middle = text.floor_char_boundary(MAX_SLICE_BYTES / 2);
    let late = &text[middle..end];
    let found = late.rfind("\n\n").map(|i| i + 2);
    let found = found.or_else(|| late.rfind('\n').map(|i| i + 1));
    let found =
        found.or_else(|| [". ", "? ", "! "].iter().filter_map(|end| late.rfind(end)).max().map(|i| i + 2));
    let found = found.or_else(|| late.rfind(' ').map(|i| i + 1));
    found.map_or(end, |i| middle + i)
}

/// Tokens that are parsed as one sequence: all of a document, or a part of a very long one.
struct Piece {
    document: usize,
    toks: Range<usize>,
    /// Byte offset of the slice in the document's text.
    offset: u32,
}

/// The working memory of one thread.
struct Workspace {
    cache: TokenCache,
    vectors: VectorCache,
    /// Result of the rules for a word with its tag and label.
    analyses: FxHashMap<(u32, u8, u8), Analysis>,
    toks: Vec<Tok>,
    pieces: Vec<Piece>,
    slice: Vec<Tok>,
    tile: Tile,
    buffers: Buffers,
    encoding: Encoding,
    shares: Vec<f32>,
    starts: Vec<u32>,
    state: State,
    edges: Edges,
    heads: Vec<u32>,
    is_space: Vec<bool>,
}

/// What the encoders and linear layers say of the tokens of a group of pieces.
#[derive(Default)]
struct Encoding {
    tags: Vec<u8>,
    syntax: Vec<f32>,
    entity: Vec<f32>,
    logits: Vec<f32>,
    starts: Vec<u32>,
}

impl Encoding {
    fn add(&mut self, model: &Model, encoded: Encoded, tile: &Tile, rows: &[f32]) {
        self.starts.clear();
        self.starts.extend(tile.token_rows().iter().map(|row| row * WIDTH as u32));
        if encoded == Encoded::Entity {
            model.recogniser.project(model.arch, rows, &self.starts, &mut self.entity);
            return;
        }
        model.parser.project(model.arch, rows, &self.starts, &mut self.syntax);
        let n_columns = model.tagger.n_columns;
        self.logits.resize(self.starts.len() * n_columns, 0.0);
        let out = &mut self.logits[..self.starts.len() * n_columns];
        model.arch.dispatch(Linear::<WIDTH> { matrix: &model.tagger, x: rows, starts: &self.starts, out });
        for logits in out.chunks_exact(n_columns) {
            let mut best = 0;
            for (tag, &logit) in logits[..model.tags.len()].iter().enumerate() {
                if logit > logits[best] {
                    best = tag;
                }
            }
            self.tags.push(best as u8);
        }
    }

    fn clear(&mut self) {
        self.tags.clear();
        self.syntax.clear();
        self.entity.clear();
    }
}

type Parts = (Vec<TokenData>, Vec<EntityData>);

impl Workspace {
    fn new() -> Self {
        Self {
            cache: TokenCache::default(),
            vectors: VectorCache::new(CACHED_VECTORS),
            analyses: FxHashMap::default(),
            toks: Vec::new(),
            pieces: Vec::new(),
            slice: Vec::new(),
            tile: Tile::default(),
            buffers: Buffers::default(),
            encoding: Encoding::default(),
            shares: Vec::new(),
            starts: Vec::new(),
            state: State::default(),
            edges: Edges::default(),
            heads: Vec::new(),
            is_space: Vec::new(),
        }
    }

    fn parse<T: AsRef<str>>(&mut self, model: &Model, texts: &[T]) -> Vec<Document> {
        let mut parts: Vec<Parts> = Vec::new();
        parts.resize_with(texts.len(), Parts::default);
        for (document, text) in texts.iter().enumerate() {
            self.queue(model, document, text.as_ref(), &mut parts);
        }
        self.flush(model, &mut parts);
        let document = |(text, (tokens, entities)): (&T, Parts)| {
            Document::from_parts(text.as_ref().to_owned(), tokens, entities)
        };
        texts.iter().zip(parts).map(document).collect()
    }

    /// Tokenises a text and parses what has piled up when that fills a tile.
    fn queue(&mut self, model: &Model, document: usize, text: &str, parts: &mut [Parts]) {
        // Offsets have 32 bits.
        let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
        let mut offset = 0;
        while offset < text.len() {
            if self.cache.size() > CACHED_WORDS {
                self.flush(model, parts);
                self.cache.clear();
                self.vectors.clear();
                self.analyses.clear();
            }
            let end = offset + slice_end(&text[offset..]);
            self.slice.clear();
            model.tokenizer.tokenize(&model.lexical, &mut self.cache, &text[offset..end], &mut self.slice);
            for start in (0..self.slice.len()).step_by(MAX_PIECE_TOKENS) {
                let piece = &self.slice[start..self.slice.len().min(start + MAX_PIECE_TOKENS)];
                let at = self.toks.len();
                self.toks.extend_from_slice(piece);
                self.pieces.push(Piece { document, toks: at..self.toks.len(), offset: offset as u32 });
                if self.toks.len() >= TILE_TOKENS {
                    self.flush(model, parts);
                }
            }
            offset = end;
        }
    }

    /// Parses all queued pieces.
    fn flush(&mut self, model: &Model, parts: &mut [Parts]) {
        let pieces = std::mem::take(&mut self.pieces);
        self.encoding.clear();
        for piece in &pieces {
            let n_segments = piece.toks.len().div_ceil(TILE_TOKENS);
            let segment_len = piece.toks.len().div_ceil(n_segments.max(1)).max(1);
            for start in (0..piece.toks.len()).step_by(segment_len) {
                let segment = start..piece.toks.len().min(start + segment_len);
                if self.tile.n_rows() > 0 && self.tile.n_rows() + segment.len() > TILE_TOKENS {
                    self.encode(model);
                }
                let toks = &self.toks[piece.toks.clone()];
                self.tile.push(&mut self.vectors, &mut self.cache.lexicon, toks, segment);
            }
        }
        if self.tile.n_rows() > 0 {
            self.encode(model);
        }
        for piece in &pieces {
            self.parse_piece(model, piece, &mut parts[piece.document]);
        }
        self.pieces = pieces;
        self.pieces.clear();
        self.toks.clear();
    }

    fn encode(&mut self, model: &Model) {
        let encoders = (&model.syntax, &model.entity);
        encode(model.arch, encoders, &mut self.vectors, &self.tile, &mut self.buffers, |encoded, rows| {
            self.encoding.add(model, encoded, &self.tile, rows);
        });
        self.tile.clear();
    }

    /// Parser, rules and entity recogniser over one piece.
    fn parse_piece(&mut self, model: &Model, piece: &Piece, parts: &mut Parts) {
        const PROJECTED: usize = 64;
        let toks = &self.toks[piece.toks.clone()];
        let projected = piece.toks.start * PROJECTED..piece.toks.end * PROJECTED;
        let lexicon = &self.cache.lexicon;
        self.is_space.clear();
        self.is_space.extend(toks.iter().map(|tok| lexicon.get(tok.lexeme).is_space));

        model.parser.precompute(
            model.arch,
            &self.encoding.syntax[projected.clone()],
            &mut self.starts,
            &mut self.shares,
        );
        self.state.reset(toks.len());
        model.arch.dispatch(Parse {
            scorer: &model.parser,
            moves: &model.moves,
            shares: &self.shares,
            state: &mut self.state,
        });
        self.finish_tree(model);

        model.recogniser.precompute(
            model.arch,
            &self.encoding.entity[projected],
            &mut self.starts,
            &mut self.shares,
        );
        let entities = model.arch.dispatch(Recognise {
            scorer: &model.recogniser,
            moves: &model.entity_moves,
            shares: &self.shares,
            is_space: &self.is_space,
            starts: &self.edges.starts,
        });
        let first_token = parts.0.len() as u32;
        parts.1.extend(entities.into_iter().map(|entity| EntityData {
            start: entity.start + first_token,
            end: entity.end + first_token,
            ..entity
        }));
        self.annotate(model, piece, &mut parts.0);
    }

    /// Heads, labels and sentence starts from the parser's final state.
    fn finish_tree(&mut self, model: &Model) {
        self.heads.clear();
        for (i, &head) in self.state.heads.iter().enumerate() {
            self.heads.push(if head < 0 { i as u32 } else { head as u32 });
            if self.heads[i] as usize == i {
                self.state.labels[i] = model.moves.root;
            }
        }
        self.edges.find(&self.heads);
        let is_space = |i: usize| self.is_space[i];
        deprojectivise(&model.moves, &self.edges, &mut self.heads, &mut self.state.labels, is_space);
        self.edges.find(&self.heads);
    }

    /// Attribute rules and lemmas; appends the finished tokens to `out`.
    fn annotate(&mut self, model: &Model, piece: &Piece, out: &mut Vec<TokenData>) {
        let toks = &self.toks[piece.toks.clone()];
        let tags = &self.encoding.tags[piece.toks.clone()];
        let (lexicon, labels) = (&self.cache.lexicon, &self.state.labels);
        let view = |i: usize| {
            let lexeme = lexicon.get(toks[i].lexeme);
            View {
                tag: model.tags[usize::from(tags[i])],
                dep: model.moves.names[usize::from(labels[i])],
                lower: &lexeme.lower,
                is_space: lexeme.is_space,
            }
        };
        let with_lemma = |mut analysis: Analysis, tok: &Tok| {
            if analysis.lemma.is_empty() {
                let lexeme = lexicon.get(tok.lexeme);
                analysis.lemma =
                    model.lemmatiser.lemma(&lexeme.text, &lexeme.lower, analysis.pos, analysis.morph);
            }
            analysis
        };
        let first_token = out.len() as u32;
        out.reserve(toks.len());
        let mut pair = false;
        for (i, tok) in toks.iter().enumerate() {
            let begins_pair = model.ruler.may_begin_pair(view(i));
            let analysis = if pair || begins_pair {
                with_lemma(model.ruler.apply(i, toks.len(), view), tok)
            } else {
                let known = self.analyses.entry((tok.lexeme, tags[i], labels[i]));
                known.or_insert_with(|| with_lemma(model.ruler.apply(0, 1, |_| view(i)), tok)).clone()
            };
            pair = begins_pair;
            out.push(TokenData {
                start: tok.start + piece.offset,
                end: tok.end + piece.offset,
                space_after: tok.space,
                tag: analysis.tag,
                pos: analysis.pos,
                morph: analysis.morph,
                lemma: analysis.lemma,
                dep: analysis.dep,
                head: self.heads[i] + first_token,
                is_sent_start: self.edges.starts[i],
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processors_without_vector_instructions_agree() {
        let text = "The Norwegian trawler's crew, 14 in all, weren't told until 9 a.m. on Friday that Oslo had lifted its ban.";
        let scalar = Model::load(Arch::Scalar);
        assert_eq!(Workspace::new().parse(&scalar, &[text]), [English::load().parse(text)]);
    }

    #[test]
    fn forgotten_words_come_back_the_same() {
        let texts: Vec<String> =
            (0..40).map(|i| format!("Ship {i} left port {} for Cape w{i}x.", i * i)).collect();
        let mut small = Workspace::new();
        let fresh = small.parse(&MODEL, &texts);
        // Room for one tile and hardly more: nearly every word is thrown out in between.
        small.vectors = VectorCache::new(2 * TILE_TOKENS);
        small.cache.clear();
        small.analyses.clear();
        for _ in 0..3 {
            assert_eq!(small.parse(&MODEL, &texts), fresh);
        }
    }

    #[test]
    fn slices_end_at_paragraphs_sentences_or_words() {
        let end = |text: &str| text[..slice_end(text)].chars().rev().take(2).collect::<String>();
        let filler = "word ".repeat(MAX_SLICE_BYTES / 8);
        assert_eq!(end(&format!("{filler}end.\n\n{filler}")), "\n\n");
        assert_eq!(end(&format!("{filler}end. {filler}")), " .");
        assert_eq!(end(&filler.repeat(2)), " d");
        assert_eq!(slice_end("short"), 5);
        assert_eq!(slice_end(&"é".repeat(MAX_SLICE_BYTES)), MAX_SLICE_BYTES);
    }
}
