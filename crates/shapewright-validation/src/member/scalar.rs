//! Rules for simple values, and lengths.

use shapewright_runtime::OpenEnum;

use super::Member;
use super::at::{Problem, span};
use crate::{Length, Number, Pattern};

impl<T: Length> Member<'_, T> {
    /// Must have a length within both limits: characters, bytes, elements or entries.
    #[inline]
    pub fn length(self, min: usize, max: usize) -> Self {
        self.length_within(min, max)
    }

    /// Must be at least so long.
    #[inline]
    pub fn min_length(self, min: usize) -> Self {
        self.length_within(min, usize::MAX)
    }

    /// Must be at most so long.
    #[inline]
    pub fn max_length(self, max: usize) -> Self {
        self.length_within(0, max)
    }

    /// Must not be longer than a quota, which the policy may change.
    #[inline]
    pub fn quota(self, rule: &'static str, default: u64) -> Self {
        if let Some(value) = self.value {
            let (length, limit) = (value.length() as u64, self.at.checker.limit(rule, default));
            if length > limit {
                self.at.tell(Problem::OverQuota { rule, actual: length, limit, unit: T::UNIT });
            }
        }
        self
    }

    #[inline]
    fn length_within(self, min: usize, max: usize) -> Self {
        match self.value {
            Some(value) if !value.fits(min, max) => {
                self.at.tell(Problem::WrongLength { actual: value.length(), min, max, unit: T::UNIT })
            }
            _ => {}
        }
        self
    }
}

impl<T: Number> Member<'_, T> {
    /// Must lie within both limits.
    #[inline]
    pub fn range(self, min: T::Limit, max: T::Limit) -> Self {
        self.range_within(|value| value >= min && value <= max, || [Some(min), Some(max)])
    }

    /// Must not be less.
    #[inline]
    pub fn at_least(self, min: T::Limit) -> Self {
        self.range_within(|value| value >= min, || [Some(min), None])
    }

    /// Must not be more.
    #[inline]
    pub fn at_most(self, max: T::Limit) -> Self {
        self.range_within(|value| value <= max, || [None, Some(max)])
    }

    #[inline]
    fn range_within(
        self,
        fits: impl Fn(T::Limit) -> bool,
        limits: impl Fn() -> [Option<T::Limit>; 2],
    ) -> Self {
        match self.value {
            Some(value) if !fits(value.limit()) => {
                self.at.tell(Problem::OutOfRange { actual: &value.limit(), allowed: span(limits()) })
            }
            _ => {}
        }
        self
    }

    /// Must be one of these, which are all values of an enum of numbers.
    #[inline]
    pub fn one_of(self, allowed: &'static [T::Limit]) -> Self {
        match self.value {
            Some(value) if !allowed.contains(&value.limit()) => {
                let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
                let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
                self.at.tell(Problem::Unknown { actual: &value.limit().to_string(), known: &allowed });
            }
            _ => {}
        }
        self
    }
}

impl<T: AsRef<str>> Member<'_, T> {
    /// Must match a pattern.
    #[inline(always)]
    pub fn pattern(self, pattern: &'static Pattern) -> Self {
        match self.value {
            Some(value) if !pattern.is_match(value.as_ref()) => {
                self.at.tell(Problem::NoMatch { actual: value.as_ref(), pattern: pattern.as_str() })
            }
            _ => {}
        }
        self
    }

    /// Must not be empty, since it is part of the address of a request.
    #[inline]
    pub fn not_empty(self) -> Self {
        match self.value {
            Some(value) if value.as_ref().is_empty() => self.at.tell(Problem::EmptyLabel),
            _ => {}
        }
        self
    }
}

impl Member<'_, String> {
    /// Must be one of these, which are all values of an enum.
    #[inline]
    pub fn one_of(self, allowed: &'static [&'static str]) -> Self {
        match self.value {
            Some(value) if !allowed.contains(&value.as_str()) => {
                self.at.tell(Problem::Unknown { actual: value, known: allowed });
            }
            _ => {}
        }
        self
    }
}

impl<T: OpenEnum> Member<'_, T> {
    /// Must be a value that the model has.
    #[inline]
    pub fn known(self) -> Self {
        match self.value {
            Some(value) if !value.is_known() => {
                self.at.tell(Problem::Unknown { actual: value.as_str(), known: T::known_values() });
            }
            _ => {}
        }
        self
    }
}
