//! Finds values that a validator accepts, for property tests and fuzzers.
//!
//! A search starts from an empty value and changes the members for which the validator reports violations, until none
//! is left. It works for any shape and any rules. It finds the types of members by reading into an empty structure, and
//! the limits of members in [`Violation::expected`](shapewright_validation::Violation::expected).
//!
//! Generated crates have a type `Valid<T>` that implements [`arbitrary::Arbitrary`] with it.
//!
//! ```
//! use arbitrary::Unstructured;
//! use shapewright_runtime::members;
//! use shapewright_validation::{Checker, Kind, Options, Rule, Rules, validate};
//!
//! #[derive(Default)]
//! struct Alias {
//!     name: Option<String>,
//! }
//!
//! members! { Alias { "Name" => name } }
//!
//! fn check(alias: &Alias, c: &Checker<'_>) {
//!     c.member("Name", &alias.name).required().length(3, 12);
//! }
//!
//! static RULES: Rules = Rules {
//!     tables: &[&[
//!         Rule { id: "alias-name-length", target: "Alias$Name", kind: Kind::Length, ..Rule::DEFAULT },
//!         Rule { id: "alias-name-required", target: "Alias$Name", kind: Kind::Required, ..Rule::DEFAULT },
//!     ]],
//!     general: "InvalidArgument",
//!     ..Rules::EMPTY
//! };
//!
//! let report = |alias: &Alias| validate(RULES, &Options::default(), alias, check);
//! let alias: Alias = shapewright_arbitrary::valid(&mut Unstructured::new(b"some bytes"), report)?;
//! assert!(alias.name.is_some_and(|name| (3..=12).contains(&name.chars().count())));
//! # Ok::<(), arbitrary::Error>(())
//! ```

mod dice;
mod draft;
mod edits;
mod enrich;
mod hints;
mod lessons;
mod matching;
mod places;
mod probe;
mod repair;
mod sample;
mod schema;
mod search;
mod texts;

use arbitrary::{Error, Result, Unstructured};
use serde_json::Value;
use shapewright_runtime::{FixQuantities, Structure, deserialize_into};
use shapewright_validation::Report;

use dice::Dice;
use schema::Schema;
use search::Search;

/// The number of times that the search starts again before it fails.
const ATTEMPTS: usize = 5;

/// The largest number of random changes to a valid value.
const CHANGES: usize = 64;

/// Returns a value for which `check` reports no errors. The same bytes give the same value, and more bytes give a value
/// with more members.
///
/// # Errors
///
/// When no valid value was found, because the rules contradict each other or need a value that cannot be guessed.
pub fn valid<T: Structure + Default>(u: &mut Unstructured<'_>, check: impl Fn(&T) -> Report) -> Result<T> {
    valid_dyn(u, || Some(T::default()), |value| value, check)
}

/// Does the same as [`valid`] for structures whose type is known only at run time. `new` returns an empty structure, or
/// `None` if there is no such type.
///
/// # Errors
///
/// As [`valid`], and when `new` returns `None`.
pub fn valid_dyn<S>(
    u: &mut Unstructured<'_>,
    new: impl Fn() -> Option<S>,
    structure: impl Fn(&mut S) -> &mut dyn Structure,
    check: impl Fn(&S) -> Report,
) -> Result<S> {
    let read = |draft: &Value| {
        let mut value = new()?;
        deserialize_into(structure(&mut value), draft).ok()?;
        structure(&mut value).fix_quantities();
        Some(value)
    };
    let schema = probe::schema(structure(&mut new().ok_or(Error::IncorrectFormat)?));
    let judge = |draft: &Value| read(draft).map(|value| check(&value));
    let draft = make(u, &schema, &judge)?;
    draft.and_then(|draft| read(&draft)).ok_or(Error::IncorrectFormat)
}

/// Does the work of [`valid`] that does not depend on the type.
fn make(
    u: &mut Unstructured<'_>,
    schema: &Schema,
    judge: &dyn Fn(&Value) -> Option<Report>,
) -> Result<Option<Value>> {
    let mut search = Search::new(schema, judge, Dice::new(u.arbitrary()?));
    let Some(mut state) = (0..ATTEMPTS).find_map(|_| search.begin()) else { return Ok(None) };
    for _ in 0..CHANGES {
        if u.is_empty() {
            break;
        }
        search.dice = Dice::new(u64::from(u.arbitrary::<u32>()?));
        state = search.enrich(state);
    }
    Ok(Some(state.value))
}
