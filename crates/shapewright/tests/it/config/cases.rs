//! Configurations, for the tests of the reader and of the schema.

/// Configurations that the reader accepts.
pub(crate) const GOOD: [&str; 6] = [
    "",
    "# nothing\n[rules]\n[kinds]\n[quotas]\n",
    "[rules]\naliases-quantity = \"off\"\njson-comment = \"error\"\nunused-ignore = \"off\"\n",
    "[kinds]\ndeprecated = \"off\"\nenum = \"warning\"\n",
    "[quotas]\ncache-behaviors-items-quota = 150\n",
    "[[exclude]]\npath = \"vendor/\"\nbecause = \"x\"\n[[ignore]]\nrule = \"aliases-quantity\"\npath = \"*.yaml\"\n\
     resource = \"Cdn\"\npointer = \"/a\"\nbecause = \"x\"\n",
];

/// Configurations that it refuses, and what it says. The last ones are fine by the schema, which does not know ids.
pub(crate) const BAD: [(&str, &[&str], bool); 20] = [
    ("rule = 1", &["1:1 there is no key `rule`; did you mean `rules`?"], true),
    ("x = 1\n", &["1:1 there is no key `x`; the keys are rules, kinds, quotas, exclude, ignore"], true),
    ("rules = 1", &["1:9 `rules` must be a table; write `[rules]` on a line"], true),
    (
        "[rules]\naliases-quantity = 1\n",
        &["2:20 `aliases-quantity` must be a string; write it in quotes"],
        true,
    ),
    (
        "[rules]\naliases-quantity = \"warn\"\n",
        &["2:20 there is no level `warn`; the levels are error, warning and off"],
        true,
    ),
    ("[kinds]\nquotas = \"off\"\n", &["2:1 there is no kind of rules `quotas`; did you mean `quota`?"], true),
    (
        "[quotas]\ncache-behaviors-items-quota = -1\n",
        &["2:31 a quota is a number from 0; write the limit of the account"],
        true,
    ),
    (
        "[quotas]\ncache-behaviors-items-quota = \"9\"\n",
        &["2:31 a quota is a number from 0; write the limit of the account"],
        true,
    ),
    (
        "[exclude]\npath = \"a\"\n",
        &["1:1 `exclude` must be a list of tables; write `[[exclude]]` on a line before each"],
        true,
    ),
    (
        "exclude = [1]\n",
        &["1:12 `exclude` must have tables only; write `[[exclude]]` on a line before each"],
        true,
    ),
    ("[[exclude]]\npath = \"a\"\n", &["1:1 `because` is absent; say why these files are not checked"], true),
    (
        "[[exclude]]\npath = \"a\"\nbecause = \" \"\n",
        &["3:11 `because` is empty; say why these files are not checked"],
        true,
    ),
    (
        "[[exclude]]\npath = \"a\"\nreason = \"x\"\n",
        &[
            "1:1 `because` is absent; say why these files are not checked",
            "3:1 there is no key `reason`; the keys are path, because",
        ],
        true,
    ),
    (
        "[[exclude]]\npath = \"!a\"\nbecause = \"x\"\n",
        &["2:8 a pattern is a path, with `*` and `**` for parts of it; patterns are those of .gitignore"],
        true,
    ),
    (
        "[[ignore]]\npath = \"a\"\nrule = \"aliases-quantity\"\npointer = \"a\"\nbecause = \"x\"\n",
        &["4:11 `a` is not a JSON Pointer; write it as reports do, with `/` first"],
        true,
    ),
    (
        "[[ignore]]\n",
        &[
            "1:1 `path` is absent; say which files it is about",
            "1:1 `because` is absent; say why the findings do not count",
            "1:1 `rule` is absent; say which rule is ignored",
        ],
        true,
    ),
    (
        "[rules]\naliases-quantiy = \"off\"\n",
        &["2:1 there is no rule `aliases-quantiy`; did you mean `aliases-quantity`?"],
        false,
    ),
    ("[rules]\nxyz = \"off\"\n", &["2:1 there is no rule `xyz`; `shapewright rules` lists the rules"], false),
    (
        "[quotas]\naliases-quantity = 9\n",
        &[
            "2:1 the rule `aliases-quantity` is not a quota: its limit is fixed; `shapewright rules --severity quota` \
           lists the quotas",
        ],
        false,
    ),
    (
        "[[ignore]]\npath = \"a\"\nrule = \"xyz\"\nbecause = \"x\"\n",
        &["3:8 there is no rule `xyz`; `shapewright rules` lists the rules"],
        false,
    ),
];
