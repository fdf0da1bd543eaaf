//! The program's source as the compiler sees it: without comments, documentation and tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A file of `src/`.
pub struct Source {
    /// Its path inside `src/`, with slashes.
    pub path: String,
    /// Everything but comments, documentation and tests; what stands in groups comes between its brackets, flat.
    pub tokens: Vec<Token>,
}

/// A token of a source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name or a keyword.
    Word(String),
    /// A string or a character, as it is written in the source, quotes included.
    Text(String),
    /// A number.
    Number,
    /// One character of punctuation, or a bracket.
    Mark(char),
}

impl Source {
    /// Takes a file apart.
    ///
    /// # Panics
    /// Where it is no Rust.
    pub fn parse(path: &str, text: &str) -> Self {
        let stream = TokenStream::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        Self { path: path.to_owned(), tokens }
    }

    /// Where in the module tree it is: `["customer", "finance"]`.
    pub fn module(&self) -> Vec<&str> {
        self.path.trim_end_matches(".rs").split('/').collect()
    }

    /// The top-level module it belongs to.
    pub fn room(&self) -> &str {
        self.module()[0]
    }

    /// Whether a name stands anywhere in it.
    pub fn mentions(&self, word: &str) -> bool {
        self.tokens
            .iter()
            .any(|token| matches!(token, Token::Word(found) if found == word))
    }

    /// The rooms of this crate that it names, by `crate::…` or by enough `super::…`.
    pub fn rooms_used(&self) -> BTreeSet<String> {
        let depth = self.module().len();
        let mut used = BTreeSet::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let Token::Word(word) = token else { continue };
            let is_continued = at >= 2 && self.tokens[..at].ends_with(&[Token::Mark(':'), Token::Mark(':')]);
            let supers = self.tokens[at..].chunks(3).take_while(|path| is_step(path, "super")).count();
            if word == "crate" && !is_continued {
                used.extend(first_names(&self.tokens[at + 1..]));
            } else if supers == depth && !is_continued {
                used.extend(first_names(&self.tokens[at + 3 * supers - 2..]));
            }
        }
        used
    }
}

/// The text of a string or character without its quotes.
pub fn unquoted(literal: &str) -> &str {
    literal
        .trim_start_matches(['b', 'r', '#'])
        .trim_end_matches('#')
        .trim_matches(['"', '\''])
}

/// Every file of `src/`, in the order of their paths.
///
/// # Panics
/// Where one cannot be read.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                sources.push(Source::parse(&name, &fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// Puts the tokens of a stream behind one another, without attributes (documentation among them) and without what is
/// `#[cfg(test)]`.
fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut rest = stream.into_iter().peekable();
    while let Some(token) = rest.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                rest.next_if(|next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == '!'));
                let is_attribute = |next: &TokenTree| matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
                match rest.next_if(is_attribute) {
                    Some(attribute) if attribute.to_string().replace(' ', "") == "[cfg(test)]" => {
                        let is_end = |token: &TokenTree| match token {
                            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                            TokenTree::Punct(mark) => mark.as_char() == ';',
                            _ => false,
                        };
                        rest.by_ref().find(is_end);
                    }
                    Some(_) => {}
                    None => tokens.push(Token::Mark('#')),
                }
            }
            TokenTree::Punct(mark) => tokens.push(Token::Mark(mark.as_char())),
            TokenTree::Ident(word) => tokens.push(Token::Word(word.to_string())),
            TokenTree::Literal(literal) => {
                let literal = literal.to_string();
                tokens.push(if literal.ends_with(['"', '\'', '#']) {
                    Token::Text(literal)
                } else {
                    Token::Number
                });
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Brace => ('{', '}'),
                    Delimiter::Bracket | Delimiter::None => ('[', ']'),
                };
                tokens.push(Token::Mark(open));
                flatten(group.stream(), tokens);
                tokens.push(Token::Mark(close));
            }
        }
    }
}

/// Whether a path goes on with this name: `super::`.
fn is_step(path: &[Token], name: &str) -> bool {
    matches!(path, [Token::Word(word), Token::Mark(':'), Token::Mark(':')] if word == name)
}

/// The names that a path leads to first: one after `::`, several in `::{…}`.
fn first_names(path: &[Token]) -> Vec<String> {
    match path {
        [Token::Mark(':'), Token::Mark(':'), Token::Word(word), ..] => vec![word.clone()],
        [Token::Mark(':'), Token::Mark(':'), Token::Mark('{'), group @ ..] => {
            let (mut names, mut depth, mut is_first) = (Vec::new(), 0, true);
            for token in group {
                match token {
                    Token::Mark('{') => depth += 1,
                    Token::Mark('}') if depth == 0 => break,
                    Token::Mark('}') => depth -= 1,
                    Token::Mark(',') if depth == 0 => is_first = true,
                    Token::Word(word) if is_first => {
                        names.push(word.clone());
                        is_first = false;
                    }
                    _ => {}
                }
            }
            names
        }
        _ => Vec::new(),
    }
}
