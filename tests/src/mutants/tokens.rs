//! The tokens of a document that is well-formed.

use std::ops::Range;

use crate::documents::Dice;

/// A document and its tokens. No attribute value of a seed contains `>`.
pub(super) struct Document<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
}

/// A token: its kind, and its bytes.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
    /// The index of the end tag of a start tag, and vice versa; else the index of the token itself.
    pub(super) partner: usize,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Start,
    End,
    Empty,
    Text,
    /// A declaration or a CDATA section.
    Other,
}

impl<'a> Document<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut open = Vec::new();
        let mut start = 0;
        while start < text.len() {
            let (kind, length) = first(&text[start..]);
            let mut partner = tokens.len();
            match kind {
                Kind::Start => open.push(partner),
                Kind::End => {
                    let of = open.pop().expect("each end tag has a start tag");
                    tokens[of].partner = partner;
                    partner = of;
                }
                _ => {}
            }
            tokens.push(Token { kind, range: start..start + length, partner });
            start += length;
        }
        Document { text, tokens }
    }

    /// Returns the text of a token.
    pub(super) fn of(&self, token: &Token) -> &'a str {
        &self.text[token.range.clone()]
    }

    /// Returns the name of the element of a tag, as it is written.
    pub(super) fn name(&self, tag: &Token) -> &'a str {
        let name = self.of(tag).trim_start_matches(['<', '/']);
        &name[..name.find([' ', '\n', '/', '>']).unwrap_or(name.len())]
    }

    /// Returns where the element of a start tag or of an empty tag is.
    pub(super) fn element(&self, tag: &Token) -> Range<usize> {
        tag.range.start..self.tokens[tag.partner].range.end
    }

    /// Picks one of the tokens of these kinds.
    pub(super) fn pick(&self, kinds: &[Kind], dice: &mut Dice) -> Option<&Token> {
        let tokens: Vec<&Token> = self.tokens.iter().filter(|token| kinds.contains(&token.kind)).collect();
        (!tokens.is_empty()).then(|| *dice.pick(&tokens))
    }

    /// Picks an element that has text, or nothing, between its tags.
    pub(super) fn scalar(&self, dice: &mut Dice, fits: impl Fn(&Scalar<'_>) -> bool) -> Option<Scalar<'a>> {
        let scalars: Vec<Scalar<'a>> = self.scalars().filter(fits).collect();
        (!scalars.is_empty()).then(|| dice.pick(&scalars).clone())
    }

    fn scalars(&self) -> impl Iterator<Item = Scalar<'a>> {
        let starts = self.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Start);
        starts.filter_map(|(index, start)| {
            let between = self.tokens.get(index + 1..start.partner)?;
            let end = &self.tokens[start.partner];
            let is_text = between.iter().all(|token| matches!(token.kind, Kind::Text | Kind::Other));
            let range = start.range.end..end.range.start;
            is_text.then(|| Scalar { name: self.name(start), text: &self.text[range.clone()], range })
        })
    }

    /// Picks a place between two tokens, or before or after all tokens.
    pub(super) fn gap(&self, dice: &mut Dice) -> usize {
        let index = dice.roll(self.tokens.len() + 1);
        self.tokens.get(index).map_or(self.text.len(), |token| token.range.start)
    }

    /// Returns the document with another text in place of a part.
    pub(super) fn with(&self, part: Range<usize>, new: &str) -> Vec<u8> {
        [&self.text[..part.start], new, &self.text[part.end..]].concat().into_bytes()
    }

    /// Returns the document with a text inserted.
    pub(super) fn insert(&self, place: usize, new: &str) -> Vec<u8> {
        self.with(place..place, new)
    }
}

/// An element that has only text.
#[derive(Clone, Debug)]
pub(super) struct Scalar<'a> {
    pub(super) name: &'a str,
    /// The text, with references as they are written.
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
}

/// Returns the kind and the length of the first token.
fn first(text: &str) -> (Kind, usize) {
    let until = |end: &str| text.find(end).map_or(text.len(), |found| found + end.len());
    if !text.starts_with('<') {
        return (Kind::Text, text.find('<').unwrap_or(text.len()));
    }
    if text.starts_with("<![CDATA[") {
        return (Kind::Other, until("]]>"));
    }
    let length = until(">");
    let kind = match &text[..length] {
        tag if tag.starts_with("</") => Kind::End,
        tag if tag.starts_with("<?") => Kind::Other,
        tag if tag.ends_with("/>") => Kind::Empty,
        _ => Kind::Start,
    };
    (kind, length)
}
