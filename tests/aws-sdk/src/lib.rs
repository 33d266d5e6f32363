//! Tests of the conversions to the official SDK.
