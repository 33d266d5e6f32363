//! The arguments of the command and its help texts.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

/// Checks CloudFront requests offline: what the service would refuse, and why.
///
/// Nothing is sent anywhere; no account and no network is needed.
#[derive(Debug, Parser)]
#[command(name = "shapewright", version, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  shapewright explain CacheBehavior.MinTTL
  shapewright batch < requests.jsonl > answers.jsonl";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Explain a rule, a structure, an enum, a member, an operation, an error code or the path of an error
    #[command(after_help = EXPLAIN)]
    Explain {
        /// What to explain; upper and lower case matter
        name: OsString,
    },
    /// Answer requests: one JSON object per line on standard input, one per line on standard output
    #[command(after_help = BATCH)]
    Batch,
}

const EXPLAIN: &str = "\
Examples:
  shapewright explain cache-policy-config-max-ttl-range     a rule
  shapewright explain CacheBehavior                         a structure
  shapewright explain PriceClass                            an enum
  shapewright explain CacheBehavior.MinTTL                  a member
  shapewright explain MinTTL                                all members of that name
  shapewright explain UpdateDistribution                    an operation
  shapewright explain TooManyCacheBehaviors                 an error code
  shapewright explain /DistributionConfig/Origins/Items/0/Id
                                                            the path of an error
  shapewright explain UpdateDistribution/DistributionConfig/Comment
                                                            the same for one operation

Exit status: 0 if something is known about the name, 1 if not, 2 for wrong arguments.";

const BATCH: &str = "\
Each line is a request: an object with a `verb`, what the verb needs, and an `id` of any kind, which the
answer repeats. An answer has either the keys below or `failure`.

  check           reports every error in the parameters of an operation
    {\"id\", \"verb\": \"check\", \"operation\", \"params\"}
    answer: {\"id\", \"valid\", \"errors\": [{\"path\", \"rule\", \"code\", \"severity\",
                                         \"message\", \"help\", \"source\", \"fix\"}]}

  request         builds the HTTP request that a client sends
    {\"id\", \"verb\": \"request\", \"operation\", \"params\"}
    answer: {\"id\", \"request\": {\"method\", \"path\", \"query_raw\", \"headers\", \"body\" or \"body_base64\"}}

  parse-request   finds the operation and the parameters of an HTTP request
    {\"id\", \"verb\": \"parse-request\", \"request\"}
    answer: {\"id\", \"operation\", \"params\"}, or {\"id\", \"error\"} if the service would refuse it

  response        finds the result or the error in an HTTP response
    {\"id\", \"verb\": \"response\", \"operation\", \"response\": {\"status\", \"headers\", \"body\" or \"body_base64\"}}
    answer: {\"id\", \"result\"}, or
            {\"id\", \"error\": {\"code\", \"message\", \"type\", \"status\", \"request_id\"}}

  build-response  builds the HTTP response for a result or an error
    {\"id\", \"verb\": \"build-response\", \"operation\", \"result\" or \"error\"}
    answer: {\"id\", \"response\"}

`params` and `result` are what the AWS CLI accepts and prints: bytes in base64, times in ISO 8601.

In `errors`, `path` is a JSON Pointer into `params`, `code` is the error code of the service, `severity` is
error, quota, warning or deprecated (only the first two make params invalid), and `source` is where the rule
comes from. `fix`, if there is one, is a JSON Patch of `params`. An answer has at most 1000 errors; if there
were more, it has \"truncated\": true.

A line that cannot be processed is answered with {\"id\", \"line\", \"failure\"}, often with `help` or `errors`.
The run goes on.

Example:
  echo '{\"id\":1,\"verb\":\"check\",\"operation\":\"GetFunction\",\"params\":{\"Nam\":\"redirect\"}}' | shapewright batch

Exit status: 0 if all lines were answered, 1 if the input or the output failed, 2 for wrong arguments.";
