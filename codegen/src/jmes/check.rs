//! Checks the types of an expression against the model.

use jmespath::ast::{Ast, Comparator};

use crate::jmes::{
    Comparison, Expr, Function, Model, Node, Problem, Ty, enums, functions, literal, substitute,
};
use shapewright_smithy::diagnostics::nearest;

/// Checks expressions against one model.
pub(super) struct Checker<'a> {
    pub(super) model: &'a dyn Model,
}

type Typed = Result<Expr, Problem>;

impl Checker<'_> {
    /// Types `ast`, which is evaluated on a value of type `scope`.
    pub(super) fn value(&self, ast: &Ast, scope: &Ty) -> Typed {
        match ast {
            Ast::Identity { .. } => Ok(Expr { ty: scope.clone(), node: Node::Current }),
            Ast::Field { offset, name } => self.field(name, scope, *offset),
            Ast::Literal { offset, value } => literal::typed(value, *offset),
            Ast::Subexpr { offset, lhs, rhs } => self.then(lhs, rhs, scope, *offset),
            Ast::Projection { offset, lhs, rhs } => self.projection(lhs, rhs, scope, *offset),
            Ast::Flatten { offset, node } => self.list(node, scope, *offset),
            Ast::Index { offset, idx } => self.index(scope, *idx, *offset),
            Ast::Comparison { offset, comparator, lhs, rhs } => {
                self.comparison(comparator, [&**lhs, &**rhs], scope, *offset)
            }
            Ast::Not { offset, node } => self.not(node, scope, *offset),
            Ast::And { offset, lhs, rhs } => self.and(lhs, rhs, scope, *offset),
            Ast::Or { offset, lhs, rhs } => self.or(lhs, rhs, scope, *offset),
            Ast::Function { offset, name, args } => self.call(name, args, scope, *offset),
            Ast::MultiList { offset, elements } => self.constants(elements, scope, *offset),
            Ast::Condition { offset, .. }
            | Ast::Expref { offset, .. }
            | Ast::MultiHash { offset, .. }
            | Ast::ObjectValues { offset, .. }
            | Ast::Slice { offset, .. } => Err(unsupported(*offset)),
        }
    }

    fn not(&self, node: &Ast, scope: &Ty, offset: usize) -> Typed {
        let node = Node::Not(Box::new(self.truth(node, scope, offset)?));
        Ok(Expr { ty: Ty::Boolean, node })
    }

    fn and(&self, lhs: &Ast, rhs: &Ast, scope: &Ty, offset: usize) -> Typed {
        let (lhs, rhs) = (self.truth(lhs, scope, offset)?, self.truth(rhs, scope, offset)?);
        Ok(Expr { ty: Ty::Boolean, node: Node::And(Box::new(lhs), Box::new(rhs)) })
    }

    fn constants(&self, elements: &[Ast], scope: &Ty, offset: usize) -> Typed {
        let elements = elements.iter().map(|element| self.value(element, scope));
        literal::list(elements.collect::<Result<_, _>>()?, offset)
    }

    fn field(&self, name: &str, scope: &Ty, offset: usize) -> Typed {
        let Ty::Structure(id) = scope else {
            let help = match scope {
                Ty::List(_) => "add `[]` behind the list to reach its elements",
                _ => "remove the member",
            };
            return Err(Problem::new(
                offset,
                format!("{scope} has no members, but `{name}` is read from it"),
                help,
            ));
        };
        let Some(member) = self.model.member(id, name) else {
            let members = self.model.members(id);
            let nearest = nearest(name, members.iter().copied()).map(|near| format!("write `{near}`; "));
            return Err(Problem::new(
                offset,
                format!("{} has no member `{name}`", id.name()),
                format!("{}its members are {}", nearest.unwrap_or_default(), members.join(", ")),
            ));
        };
        Ok(Expr { ty: member.ty.clone(), node: Node::Field(Box::new(member)) })
    }

    fn then(&self, lhs: &Ast, rhs: &Ast, scope: &Ty, offset: usize) -> Typed {
        let first = self.value(lhs, scope)?;
        if has_list(rhs) {
            let message = "a list in brackets is null where the part before this is null";
            return Err(Problem::new(offset, message, "write the list as a constant: `[\"a\", \"b\"]`"));
        }
        let then = self.value(rhs, &first.ty)?;
        substitute::in_place(&first, then, offset)
    }

    fn list(&self, ast: &Ast, scope: &Ty, offset: usize) -> Typed {
        let list = self.value(ast, scope)?;
        match &list.ty {
            Ty::List(element) if !matches!(**element, Ty::List(_)) => Ok(list),
            Ty::List(_) => Err(Problem::new(
                offset,
                "lists of lists cannot be used in conditions",
                "put the condition on the shape of the inner list",
            )),
            other => {
                Err(Problem::new(offset, format!("a list is needed, but this is {other}"), "remove `[]`"))
            }
        }
    }

    fn projection(&self, lhs: &Ast, rhs: &Ast, scope: &Ty, offset: usize) -> Typed {
        let mut list = self.list(lhs, scope, offset)?;
        if matches!(rhs, Ast::Identity { .. }) {
            return Ok(list);
        }
        list = enums::as_text(list);
        let Ty::List(element) = list.ty.clone() else { return Ok(list) };
        let body = match rhs {
            Ast::Condition { offset, predicate, then } => {
                let predicate = self.truth(predicate, &element, *offset)?;
                let node = Node::Filter(Box::new(list), Box::new(predicate));
                list = Expr { ty: Ty::List(element.clone()), node };
                self.value(then, &element)?
            }
            other => self.value(other, &element)?,
        };
        if body.node == Node::Current {
            return Ok(list);
        }
        let body = functions::general(body);
        let ty = Ty::List(Box::new(body.ty.clone()));
        Ok(Expr { ty, node: Node::Project(Box::new(list), Box::new(body)) })
    }

    fn index(&self, scope: &Ty, idx: i32, offset: usize) -> Typed {
        match (scope, usize::try_from(idx)) {
            (Ty::List(element), Ok(position)) => {
                let list = Expr { ty: scope.clone(), node: Node::Current };
                Ok(Expr { ty: (**element).clone(), node: Node::Index(Box::new(list), position) })
            }
            (Ty::List(_), Err(_)) => Err(Problem::new(
                offset,
                format!("position {idx} is counted from the end of the list"),
                "count from the start, which is 0",
            )),
            _ => Err(Problem::new(offset, format!("{scope} has no positions"), "remove the position")),
        }
    }

    /// Types an expression whose truth value is used.
    fn truth(&self, ast: &Ast, scope: &Ty, offset: usize) -> Typed {
        let expr = self.value(ast, scope)?;
        match expr.ty {
            Ty::Opaque => Err(Problem::new(
                offset,
                format!("{} is neither true nor false", expr.ty),
                "compare it with null: `Member != null`",
            )),
            _ => Ok(expr),
        }
    }

    /// Types `||`. Values of one type give a value; values of different types give only a truth value.
    fn or(&self, lhs: &Ast, rhs: &Ast, scope: &Ty, offset: usize) -> Typed {
        let (lhs, rhs) = (self.truth(lhs, scope, offset)?, self.truth(rhs, scope, offset)?);
        let has_default = lhs.ty == rhs.ty && matches!(lhs.ty, Ty::Number | Ty::Text);
        let ty = if has_default { lhs.ty.clone() } else { Ty::Boolean };
        let (lhs, rhs) = if has_default { functions::two_of_one_kind(lhs, rhs) } else { (lhs, rhs) };
        Ok(Expr { ty, node: Node::Or(Box::new(lhs), Box::new(rhs)) })
    }

    fn comparison(&self, comparator: &Comparator, [lhs, rhs]: [&Ast; 2], scope: &Ty, offset: usize) -> Typed {
        let (lhs, rhs) = (self.value(lhs, scope)?, self.value(rhs, scope)?);
        let (comparison, ordering) = match comparator {
            Comparator::Equal => (Comparison::Equal, false),
            Comparator::NotEqual => (Comparison::NotEqual, false),
            Comparator::LessThan => (Comparison::Less, true),
            Comparator::LessThanEqual => (Comparison::LessOrEqual, true),
            Comparator::GreaterThan => (Comparison::Greater, true),
            Comparator::GreaterThanEqual => (Comparison::GreaterOrEqual, true),
        };
        let (lhs, rhs) = enums::alike(as_value(lhs, offset)?, as_value(rhs, offset)?, self.model);
        let comparable = match (&lhs.ty, &rhs.ty) {
            _ if ordering => lhs.ty == Ty::Number && rhs.ty == Ty::Number,
            (Ty::Null, _) | (_, Ty::Null) => true,
            (Ty::Boolean | Ty::Number | Ty::Text | Ty::Enum(_) | Ty::List(_), other) => lhs.ty == *other,
            _ => false,
        };
        if !comparable {
            let (message, help) = if ordering {
                (
                    format!("{} is compared by size with {}", lhs.ty, rhs.ty),
                    "compare numbers with numbers; `length(…)` and `to_number(…)` make numbers of texts",
                )
            } else {
                (
                    format!("{} is compared with {}, which is never equal", lhs.ty, rhs.ty),
                    "compare values of one type",
                )
            };
            return Err(Problem::new(offset, message, help));
        }
        Ok(Expr { ty: Ty::Boolean, node: Node::Compare(comparison, Box::new(lhs), Box::new(rhs)) })
    }

    fn call(&self, name: &str, args: &[Ast], scope: &Ty, offset: usize) -> Typed {
        let function = Function::named(name, offset)?;
        let arg = |arg| as_value(self.value(arg, scope)?, offset);
        let args = args.iter().map(arg).collect::<Result<Vec<_>, _>>()?;
        if let (Function::Contains, [list, wanted]) = (function, args.as_slice())
            && let Some(contains) = enums::contains(list, wanted, self.model)
        {
            return Ok(contains);
        }
        let of_enum = match function {
            Function::NotNull => enums::not_null(&args, self.model),
            // `length` does not depend on whether the elements are enums or texts, and enums themselves have no length.
            Function::Length => args.iter().all(|arg| matches!(arg.ty, Ty::List(_))).then(|| args.clone()),
            _ => None,
        };
        let args = of_enum.unwrap_or_else(|| args.into_iter().map(enums::as_text).collect());
        let ty = function.call(&args, offset)?;
        let args = match function {
            Function::NotNull => functions::of_one_kind(args),
            Function::Max | Function::Min | Function::Sum => {
                args.into_iter().map(functions::counts).collect()
            }
            _ => args,
        };
        Ok(Expr { ty, node: Node::Call(function, args) })
    }
}

fn unsupported(offset: usize) -> Problem {
    Problem::new(
        offset,
        "this form of expression cannot be used in conditions",
        "use members, projections, filters, comparisons, `!`, `&&`, `||` and functions",
    )
}

/// Returns whether the expression contains a multi-select list that is evaluated on the same value.
fn has_list(ast: &Ast) -> bool {
    match ast {
        Ast::MultiList { .. } => true,
        Ast::Comparison { lhs, rhs, .. } | Ast::And { lhs, rhs, .. } | Ast::Or { lhs, rhs, .. } => {
            has_list(lhs) || has_list(rhs)
        }
        // The right-hand side is evaluated on other values.
        Ast::Projection { lhs, .. } | Ast::Subexpr { lhs, .. } => has_list(lhs),
        Ast::Not { node, .. } | Ast::Flatten { node, .. } => has_list(node),
        Ast::Function { args, .. } => args.iter().any(has_list),
        _ => false,
    }
}

/// Returns the expression if it can be used as a value. `&&`, `||` and ordering comparisons are only truth values.
fn as_value(expr: Expr, offset: usize) -> Typed {
    if expr.is_truth_only() {
        let message = "the outcome of `&&`, `||` or a comparison by size is used as a value";
        return Err(Problem::new(offset, message, "combine it by `&&`, `||` and `!` alone"));
    }
    Ok(expr)
}
