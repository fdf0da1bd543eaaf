//! YAML as far as docs/openapi.yaml goes: mappings and lists in blocks, by their indentation. What stands on one line, as
//! `[a, b]` does, stays a text.

/// What belongs to one key.
#[derive(Clone)]
pub struct Block<'a>(Vec<&'a str>);

impl<'a> Block<'a> {
    /// A whole document.
    pub fn parse(document: &'a str) -> Self {
        let says_something = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        Self(document.lines().filter(says_something).collect())
    }

    /// The entries of a mapping, in their order.
    pub fn entries(&self) -> Vec<(&'a str, Self)> {
        let indentation = self.0.first().map_or(0, |line| indentation_of(line));
        let mut entries: Vec<(&str, Self)> = Vec::new();
        for line in &self.0 {
            match entries.last_mut() {
                Some((_, block)) if indentation_of(line) > indentation => block.0.push(line),
                _ => {
                    let (key, value) = line.trim().split_once(':').unwrap_or((line.trim(), ""));
                    let value = Some(value.trim()).filter(|value| !value.is_empty());
                    entries.push((key.trim_matches('\''), Self(value.into_iter().collect())));
                }
            }
        }
        entries
    }

    /// The keys of a mapping, in their order.
    pub fn keys(&self) -> Vec<&'a str> {
        self.entries().into_iter().map(|(key, _)| key).collect()
    }

    /// What belongs to a key; nothing where there is no such key.
    pub fn get(&self, key: &str) -> Option<Self> {
        self.entries()
            .into_iter()
            .find(|(found, _)| *found == key)
            .map(|(_, block)| block)
    }

    /// What belongs to the last key of a path.
    ///
    /// # Panics
    /// Where there is no such path.
    pub fn at(&self, path: &[&str]) -> Self {
        path.iter().fold(self.clone(), |block, key| {
            block.get(key).unwrap_or_else(|| panic!("no `{key}` of {path:?}"))
        })
    }

    /// The text of a value: one line, or a folded block.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.0.iter().map(|line| line.trim()).filter(|line| *line != ">-").collect();
        lines.join(" ")
    }

    /// The items of a list, each as the text of its first line: of one in a block, and of one in brackets that holds no
    /// other list.
    pub fn items(&self) -> Vec<&'a str> {
        match self.0.as_slice() {
            [line] if line.starts_with('[') => {
                line.trim_matches(['[', ']']).split(',').map(str::trim).collect()
            }
            lines => lines.iter().filter_map(|line| line.trim().strip_prefix("- ")).collect(),
        }
    }
}

fn indentation_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
