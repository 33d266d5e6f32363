//! Figures of one program.

/// Measurements of a program.
pub(super) struct Figures {
    /// The heading of the column.
    pub(super) title: &'static str,
    /// The seconds to build the whole program from scratch.
    pub(super) seconds: f64,
    /// The seconds to build only the generated crates.
    pub(super) seconds_alone: f64,
    /// Peak memory of the largest compiler process, in KiB.
    pub(super) memory: Option<u64>,
    /// Crates in the dependency tree, without the program itself.
    pub(super) crates: usize,
    /// Lines of the generated crates.
    pub(super) lines: usize,
    /// Bytes of the stripped program.
    pub(super) binary: u64,
}

/// Returns the median.
pub(super) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.get(middle), middle.checked_sub(1).and_then(|lower| values.get(lower))) {
        (Some(upper), Some(lower)) if values.len().is_multiple_of(2) => (lower + upper) / 2.0,
        (Some(value), _) => *value,
        (None, _) => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), 2.0);
        assert_eq!(median([4.0, 1.0, 2.0, 3.0].into_iter()), 2.5);
        assert!(median([].into_iter()).is_nan());
    }
}
