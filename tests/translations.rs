//! The Chinese docs have the structure of the English ones: the same headings, code and tables.

use std::fs;
use std::path::Path;

/// Returns headings by their level, code without comments, and tables by their number of columns, in order.
fn outline(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    let (mut outline, mut is_code) = (Vec::new(), false);
    for line in fs::read_to_string(path).unwrap().lines().map(str::trim) {
        if line.starts_with("```") {
            is_code = !is_code;
            outline.push(line.to_owned());
        } else if is_code {
            let code = line
                .split(" #")
                .next()
                .unwrap_or_default()
                .split("//")
                .next()
                .unwrap_or_default();
            let is_comment = code.starts_with('#') || code.starts_with("<!--") || code.is_empty();
            outline.extend((!is_comment).then(|| code.trim().to_owned()));
        } else if line.starts_with('#') {
            outline.push(format!("heading {}", line.len() - line.trim_start_matches('#').len()));
        } else if line.starts_with('|') {
            outline.push(format!("row of {}", line.matches('|').count() - 1));
        }
    }
    outline
}

#[test]
fn translations_have_the_structure_of_the_original() {
    for (original, translation) in
        [("operations.md", "operations.zh.md"), ("embedding.md", "embedding.zh.md")]
    {
        let (original, translation) = (outline(original), outline(translation));
        assert!(original.len() > 50);
        for (original, translation) in original.iter().zip(&translation) {
            assert_eq!(original, translation);
        }
        assert_eq!(original.len(), translation.len());
    }
}
