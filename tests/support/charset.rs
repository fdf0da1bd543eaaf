//! `TextDecoder` outside the browser, by the same standard.

use encoding_rs::Encoding;

/// Decodes bytes by the charset with a label; `None` for a label that `TextDecoder` rejects.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    Some(encoding.decode_with_bom_removal(bytes).0.into_owned())
}
