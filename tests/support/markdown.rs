//! Reads Markdown tables.

/// Returns the rows of the table with these column heads. Backquotes around cells are removed.
///
/// # Panics
/// If the document has no such table, or a row has another number of cells.
pub fn table<const COLUMNS: usize>(document: &str, head: [&str; COLUMNS]) -> Vec<[String; COLUMNS]> {
    let mut lines = document.lines().skip_while(|line| cells(line) != head);
    assert!(lines.next().is_some(), "there is no table with the columns {head:?}");
    let rows = lines.skip(1).take_while(|line| line.starts_with('|'));
    rows.map(|line| cells(line).try_into().unwrap_or_else(|_| panic!("odd row: {line}")))
        .collect()
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
    inner.split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect()
}
