//! Prints findings: a file for each form of output. All are functions from findings to text.

mod changes;
mod escape;
mod github;
mod human;
mod json;
mod junit;
mod links;
mod paths;
mod places;
mod sarif;
mod statistics;
mod summary;
mod window;

pub use self::changes::changes;
pub use self::escape::shown;
pub use self::github::github;
pub use self::human::{Look, human};
pub use self::json::{JSON_VERSION, json, jsonl};
pub use self::junit::junit;
pub use self::links::documentation;
pub use self::sarif::sarif;
pub use self::statistics::statistics;
pub use self::summary::{number, summary};
