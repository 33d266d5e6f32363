//! Checks, reports and policies, with shapes and validators written by hand.

mod codes;
mod labels;
mod limits;
mod places;
mod policy;
mod quantity;
mod quiet_reports;
mod repeats;
mod report;
mod rules;
mod said;
mod shapes;
