//! A violation before its place and its rule are known.

/// What a check found.
pub(crate) struct Finding {
    /// The name of the rule.
    pub(crate) rule: String,
    /// Whether the table of rules says where the blame lies.
    pub(crate) is_condition: bool,
    /// The guilty value, if there is one and it may be shown.
    pub(crate) actual: Option<String>,
    /// What the rule allows.
    pub(crate) allowed: String,
    /// What is wrong; it follows what the table says, if that says something.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
}

impl Finding {
    /// One of which the table of rules says everything.
    pub(crate) fn of_table(rule: &str) -> Finding {
        Finding {
            rule: rule.to_owned(),
            is_condition: true,
            actual: None,
            allowed: String::new(),
            message: String::new(),
            help: String::new(),
        }
    }
}
