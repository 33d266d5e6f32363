//! Messages that quote what was received.

/// Characters of a message.
const LONGEST: usize = 400;

/// A message that does not grow with what it quotes.
pub(crate) fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}
