//! Rules for simple values, and lengths.

use shapewright_runtime::OpenEnum;

use super::Member;
use crate::message::Found;
use crate::xml::is_xml_text;
use crate::{Expected, Kind, Length, Number, Pattern};

impl<T: Length> Member<'_, T> {
    /// Must have a length within both limits: characters, bytes, elements or entries.
    #[inline]
    pub fn length(self, min: usize, max: usize) -> Self {
        self.length_within(min, max)
    }

    /// Must have at least this length.
    #[inline]
    pub fn min_length(self, min: usize) -> Self {
        self.length_within(min, usize::MAX)
    }

    /// Must have at most this length.
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
                self.at.report(Kind::Quota, Expected::Quota(limit), Found::Length(length, T::UNIT, None));
            }
        }
        self
    }

    #[inline]
    fn length_within(self, min: usize, max: usize) -> Self {
        match self.value {
            Some(value) if !value.fits(min, max) => {
                self.at.wrong_length(value, (min, max));
            }
            _ => {}
        }
        self
    }
}

impl<T: Number> Member<'_, T> {
    /// Must be within both limits.
    #[inline]
    pub fn range(self, min: T::Limit, max: T::Limit) -> Self {
        self.range_within(|value| value >= min && value <= max, Some(min), Some(max))
    }

    /// Must not be less.
    #[inline]
    pub fn at_least(self, min: T::Limit) -> Self {
        self.range_within(|value| value >= min, Some(min), None)
    }

    /// Must not be more.
    #[inline]
    pub fn at_most(self, max: T::Limit) -> Self {
        self.range_within(|value| value <= max, None, Some(max))
    }

    #[inline]
    fn range_within(
        self,
        fits: impl Fn(T::Limit) -> bool,
        min: Option<T::Limit>,
        max: Option<T::Limit>,
    ) -> Self {
        match self.value {
            Some(value) if !fits(value.limit()) => self.at.out_of_range(value.limit(), min, max),
            _ => {}
        }
        self
    }
}

impl<T: Number<Limit = i64>> Member<'_, T> {
    /// Must be one of these, which are all values of an enum of numbers.
    #[inline]
    pub fn one_of(self, allowed: &'static [i64]) -> Self {
        match self.value {
            Some(value) if !allowed.contains(&value.limit()) => {
                let found = Found::Number(value.limit().into());
                self.at.report(Kind::Enum, Expected::OneOfNumbers(allowed), found);
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
            Some(value) if !pattern.is_match(value.as_ref()) => self.at.no_match(pattern, value.as_ref()),
            _ => {}
        }
        self
    }

    /// Must not be empty, `.` or `..`, because it is a segment of the request URI.
    #[inline]
    pub fn label(self) -> Self {
        self.not_empty().not_dots()
    }

    /// Must not be `.` or `..`, because it is a segment of the request URI.
    #[inline]
    pub fn not_dots(self) -> Self {
        if let Some(value @ ("." | "..")) = self.value.map(AsRef::as_ref) {
            self.at.dots(value);
        }
        self
    }

    /// Must not be empty, because it is part of the request URI.
    #[inline]
    pub fn not_empty(self) -> Self {
        match self.value {
            Some(value) if value.as_ref().is_empty() => {
                self.at.empty_label();
            }
            _ => {}
        }
        self
    }
}

impl Member<'_, String> {
    /// Must have only characters that XML allows, because it is part of an XML document.
    #[inline]
    pub fn xml_text(self) -> Self {
        match self.value {
            Some(value) if !is_xml_text(value) => {
                self.at.no_xml(value);
            }
            _ => {}
        }
        self
    }

    /// Must be one of these, which are all values of an enum.
    #[inline]
    pub fn one_of(self, allowed: &'static [&'static str]) -> Self {
        match self.value {
            Some(value) if !allowed.contains(&value.as_str()) => {
                self.at.unknown(allowed, value);
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
                self.at.unknown(T::known_values(), value.as_str());
            }
            _ => {}
        }
        self
    }
}
