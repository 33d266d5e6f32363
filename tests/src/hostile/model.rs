//! A model with a text at every place that takes one.

use serde_json::{Value, json};

/// A model and its overlays.
pub type Inputs = (Value, Vec<Value>);

/// Hands out texts, one after the other, from the first again after the last.
struct Texts<'t> {
    texts: &'t [&'t str],
    next: usize,
}

impl Texts<'_> {
    fn any(&mut self) -> String {
        let text = self.texts[self.next % self.texts.len()];
        self.next += 1;
        text.to_owned()
    }

    /// A text that is not empty: without one, crates would lack what contains it.
    fn some(&mut self) -> String {
        let text = self.any();
        if text.trim().is_empty() { "x".to_owned() } else { text }
    }

    /// A text in a condition, without what ends a literal there: that would be another condition.
    fn literal(&mut self) -> String {
        let text = self.some().replace(['`', '\''], "");
        if text.trim().is_empty() { "x".to_owned() } else { text }
    }

    /// A pattern that matches the text.
    fn pattern(&mut self) -> String {
        let text = self.some();
        let escape = |c: char| if ".+*?()|[]{}^$\\".contains(c) { format!("\\{c}") } else { c.to_string() };
        text.chars().take(40).map(escape).collect()
    }
}

/// The inputs with these texts. There must be at least one.
pub fn inputs(texts: &[&str]) -> Inputs {
    let mut texts = Texts { texts, next: 0 };
    let code = texts.some();
    let t = &mut texts;
    let mut shapes = service(t, &code);
    for part in [structures(t), values(t)] {
        let (Value::Object(all), Value::Object(part)) = (&mut shapes, part) else { continue };
        all.extend(part);
    }
    let model = json!({"smithy": "2.0", "shapes": shapes});
    let overlay = json!({"smithy": "2.0", "shapes": statements(t, &code)});
    (model, vec![overlay])
}

fn service(t: &mut Texts<'_>, code: &str) -> Value {
    json!({
        "com.amazonaws.h#Hostile": {
            "type": "service", "version": t.any(), "operations": [{"target": "com.amazonaws.h#PutThing"}],
            "traits": {
                "aws.api#service": {"sdkId": t.some(), "cloudFormationName": t.any(), "arnNamespace": t.any()},
                "aws.protocols#restXml": {},
                "smithy.api#title": t.any(),
                "smithy.api#documentation": t.any(),
                "smithy.api#externalDocumentation": {t.some(): t.any()},
                "smithy.api#tags": [t.any()],
            },
        },
        "com.amazonaws.h#PutThing": {
            "type": "operation",
            "input": {"target": "com.amazonaws.h#PutThingRequest"},
            "output": {"target": "com.amazonaws.h#PutThingResult"},
            "errors": [{"target": "com.amazonaws.h#BadThing"}],
            "traits": {
                "smithy.api#http": {"method": "PUT", "uri": "/things/{Id}", "code": 200},
                "smithy.api#documentation": t.any(),
                "smithy.api#deprecated": {"since": t.some(), "message": t.some()},
            },
        },
        "com.amazonaws.h#BadThing": {
            "type": "structure", "members": {"Message": {"target": "smithy.api#String"}},
            "traits": {
                "smithy.api#error": "client",
                "smithy.api#documentation": t.any(),
                "aws.protocols#awsQueryError": {"code": code, "httpResponseCode": 400},
            },
        },
    })
}

fn structures(t: &mut Texts<'_>) -> Value {
    json!({
        "com.amazonaws.h#PutThingRequest": {
            "type": "structure",
            "members": {
                "Id": {
                    "target": "com.amazonaws.h#Id",
                    "traits": {
                        "smithy.api#required": {}, "smithy.api#httpLabel": {},
                        "smithy.api#documentation": t.any(),
                    },
                },
                "Query": {"target": "smithy.api#String", "traits": {"smithy.api#httpQuery": t.some()}},
                "Thing": {"target": "com.amazonaws.h#Thing", "traits": {"smithy.api#httpPayload": {}}},
            },
            "traits": {"smithy.api#documentation": t.any()},
        },
        "com.amazonaws.h#PutThingResult": {
            "type": "structure",
            "members": {"Thing": {"target": "com.amazonaws.h#Thing", "traits": {"smithy.api#httpPayload": {}}}},
        },
        "com.amazonaws.h#Thing": {
            "type": "structure",
            "members": {
                "Name": {
                    "target": "smithy.api#String",
                    "traits": {
                        "smithy.api#pattern": t.pattern(), "smithy.api#documentation": t.any(),
                        "smithy.api#jsonName": t.any(), "smithy.api#mediaType": t.any(),
                    },
                },
                "Text": {"target": "smithy.api#String", "traits": {"smithy.api#default": t.any()}},
                "Note": {"target": "smithy.api#String"},
                "Kind": {"target": "com.amazonaws.h#Kind", "traits": {"smithy.api#deprecated": {"message": t.any()}}},
                "Choice": {"target": "com.amazonaws.h#Choice"},
            },
            "traits": {
                "smithy.api#documentation": t.any(),
                "smithy.api#deprecated": {"since": t.some(), "message": t.some()},
                "smithy.contracts#conditions": {
                    "one-text": {"expression": "!(Name && Text)", "documentation": t.some()},
                    "literal": {"expression": format!("Note != `{}`", json!(t.literal()))},
                },
            },
        },
    })
}

fn values(t: &mut Texts<'_>) -> Value {
    json!({
        "com.amazonaws.h#Id": {"type": "string", "traits": {"smithy.api#length": {"min": 1}}},
        "com.amazonaws.h#Kind": {
            "type": "enum",
            "members": {
                "A": {
                    "target": "smithy.api#Unit",
                    "traits": {"smithy.api#enumValue": t.any() + "1", "smithy.api#documentation": t.any()},
                },
                "B": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": t.any() + "2"}},
            },
            "traits": {"smithy.api#documentation": t.any()},
        },
        "com.amazonaws.h#Choice": {
            "type": "union",
            "members": {
                "One": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": t.any()}},
                "Two": {"target": "smithy.api#Integer"},
            },
            "traits": {"smithy.api#documentation": t.any()},
        },
    })
}

fn statements(t: &mut Texts<'_>, code: &str) -> Value {
    let apply = |target: &str, traits: Value| {
        (format!("com.amazonaws.h#{target}"), json!({"type": "apply", "traits": traits}))
    };
    let statements = [
        apply(
            "Hostile",
            json!({"shapewright#answers": {"default": code}, "shapewright#memberSummaries": {"Note": t.some()}}),
        ),
        apply("PutThing", json!({"shapewright#summary": t.some()})),
        apply("BadThing", json!({"shapewright#summary": t.some()})),
        apply(
            "Thing",
            json!({
                "shapewright#summary": t.some(),
                "shapewright#rule": {
                    "one-text": {
                        "code": code, "severity": "warning", "confidence": "known", "source": t.some(), "at": "/Name",
                        "remedy": t.some(),
                    },
                    "literal": {"source": t.some(), "confidence": "known", "at": "/Note", "remedy": t.some()},
                },
            }),
        ),
        apply(
            "Thing$Name",
            json!({
                "shapewright#summary": t.some(),
                "shapewright#assumed": [{"value": t.some(), "when": t.some()}, {"words": t.some()}],
                "shapewright#rule": {
                    "smithy.api#pattern": {"source": t.some(), "confidence": "stated", "remedy": t.some()},
                },
            }),
        ),
        apply("Kind", json!({"shapewright#summary": t.some()})),
        apply("Kind$A", json!({"shapewright#summary": t.some()})),
        apply(
            "Choice$One",
            json!({
                "shapewright#summary": t.some(),
                "smithy.api#length": {"max": 3},
                "shapewright#fix": {"reason": t.some(), "source": t.some()},
            }),
        ),
    ];
    Value::Object(statements.into_iter().collect())
}
