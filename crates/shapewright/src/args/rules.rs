//! The arguments of `shapewright rules`.

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use shapewright::rules::{Filter, Format, evidence, kinds, severities};

/// List rules
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/rules.txt").trim_ascii_end())]
pub(crate) struct Rules {
    /// Words that the id, member, message or help must contain
    #[arg(value_name = "TEXT")]
    texts: Vec<String>,
    /// Operation, structure or resource that the rules apply to: `Distribution`, `aws_cloudfront_distribution`
    #[arg(long = "in", value_name = "NAME")]
    inside: Option<String>,
    /// Kinds of rules
    #[arg(long = "kind", ignore_case = true, value_delimiter = ',')]
    #[arg(value_parser = PossibleValuesParser::new(kinds()))]
    kinds: Vec<String>,
    /// Severities of rules
    #[arg(long = "severity", ignore_case = true, value_delimiter = ',')]
    #[arg(value_parser = PossibleValuesParser::new(severities()))]
    severities: Vec<String>,
    /// Error codes that the service returns
    #[arg(long = "code", value_name = "CODE", value_delimiter = ',')]
    codes: Vec<String>,
    /// How the error code is known
    #[arg(long, ignore_case = true, value_delimiter = ',', value_parser = PossibleValuesParser::new(evidence()))]
    evidence: Vec<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ListFormat {
    Text,
    Json,
    Markdown,
}

impl Rules {
    /// The parts of the arguments that select rules.
    pub(crate) fn filter(&self) -> Filter {
        Filter {
            inside: self.inside.clone(),
            kinds: self.kinds.clone(),
            severities: self.severities.clone(),
            codes: self.codes.clone(),
            evidence: self.evidence.clone(),
            texts: self.texts.clone(),
        }
    }

    /// How the rules are printed.
    pub(crate) fn format(&self) -> Format {
        match self.format {
            ListFormat::Text => Format::Text,
            ListFormat::Json => Format::Json,
            ListFormat::Markdown => Format::Markdown,
        }
    }
}
