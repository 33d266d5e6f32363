//! Limits the length of messages that quote input.

/// The largest number of characters of a message.
const LONGEST: usize = 400;

/// Returns the message, cut to [`LONGEST`] characters.
pub(crate) fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}
