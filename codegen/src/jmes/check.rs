//! Types every part of an expression against the model.

use jmespath::ast::{Ast, Comparator};

use crate::ir::Service;
use crate::jmes::{Comparison, Expr, Function, Node, Problem, Ty, enums, literal};

/// Types expressions of one service.
pub(super) struct Checker<'a> {
    pub(super) service: &'a Service,
}

type Typed = Result<Expr, Problem>;

impl Checker<'_> {
    /// Types `ast`, evaluated on a value of type `scope`.
    pub(super) fn value(&self, ast: &Ast, scope: &Ty) -> Typed {
        match ast {
            Ast::Identity { .. } => Ok(Expr { ty: scope.clone(), node: Node::Current }),
            Ast::Field { offset, name } => self.field(name, scope, *offset),
            Ast::Literal { offset, value } => literal::typed(value, *offset),
            Ast::Subexpr { lhs, rhs, .. } => self.then(lhs, rhs, scope),
            Ast::Projection { offset, lhs, rhs } => self.projection(lhs, rhs, scope, *offset),
            Ast::Flatten { offset, node } => self.list(node, scope, *offset),
            Ast::Index { offset, idx } => self.index(scope, *idx, *offset),
            Ast::Comparison { offset, comparator, lhs, rhs } => {
                self.comparison(comparator, self.value(lhs, scope)?, self.value(rhs, scope)?, *offset)
            }
            Ast::Not { offset, node } => {
                let node = Node::Not(Box::new(self.truth(node, scope, *offset)?));
                Ok(Expr { ty: Ty::Boolean, node })
            }
            Ast::And { offset, lhs, rhs } => {
                let (lhs, rhs) = (self.truth(lhs, scope, *offset)?, self.truth(rhs, scope, *offset)?);
                Ok(Expr { ty: Ty::Boolean, node: Node::And(Box::new(lhs), Box::new(rhs)) })
            }
            Ast::Or { offset, lhs, rhs } => self.or(lhs, rhs, scope, *offset),
            Ast::Function { offset, name, args } => self.call(name, args, scope, *offset),
            Ast::MultiList { offset, elements } => {
                let elements = elements.iter().map(|element| self.value(element, scope));
                literal::list(elements.collect::<Result<_, _>>()?, *offset)
            }
            Ast::Condition { offset, .. }
            | Ast::Expref { offset, .. }
            | Ast::MultiHash { offset, .. }
            | Ast::ObjectValues { offset, .. }
            | Ast::Slice { offset, .. } => Err(Problem::new(
                *offset,
                "this form of expression cannot be used in conditions",
                "use members, projections, filters, comparisons, `!`, `&&`, `||` and functions",
            )),
        }
    }

    fn field(&self, name: &str, scope: &Ty, offset: usize) -> Typed {
        let Ty::Structure(id) = scope else {
            let help = match scope {
                Ty::List(_) => "write `[]` behind the list to speak of its elements",
                _ => "remove the member",
            };
            return Err(Problem::new(offset, format!("`{name}` is asked of {scope}"), help));
        };
        let members =
            self.service.structures.get(id).map(|shape| shape.members.as_slice()).unwrap_or_default();
        let Some(member) = members.iter().find(|member| member.wire == name) else {
            let message = format!("{} has no member `{name}`", id.name());
            return Err(Problem::new(
                offset,
                message,
                format!("its members are {}", Ty::members(id, self.service)),
            ));
        };
        let node = Node::Field { wire: member.wire.clone(), rust: member.rust.clone(), boxed: member.boxed };
        Ok(Expr { ty: Ty::of(&member.ty), node })
    }

    fn then(&self, lhs: &Ast, rhs: &Ast, scope: &Ty) -> Typed {
        let first = enums::as_text(self.value(lhs, scope)?);
        let then = self.value(rhs, &first.ty)?;
        Ok(Expr { ty: then.ty.clone(), node: Node::Then(Box::new(first), Box::new(then)) })
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
        let ty = Ty::List(Box::new(body.ty.clone()));
        Ok(Expr { ty, node: Node::Project(Box::new(list), Box::new(body)) })
    }

    fn index(&self, scope: &Ty, idx: i32, offset: usize) -> Typed {
        match (scope, usize::try_from(idx)) {
            (Ty::List(element), Ok(position)) => {
                let list = Expr { ty: scope.clone(), node: Node::Current };
                Ok(Expr { ty: (**element).clone(), node: Node::Index(Box::new(list), position) })
            }
            _ => Err(Problem::new(
                offset,
                format!("position {idx} is asked of {scope}"),
                "ask a list for a position from its start",
            )),
        }
    }

    /// An expression of which only the truth matters.
    fn truth(&self, ast: &Ast, scope: &Ty, offset: usize) -> Typed {
        let expr = enums::as_text(self.value(ast, scope)?);
        match expr.ty {
            Ty::Opaque => Err(Problem::new(
                offset,
                format!("the truth is asked of {}", expr.ty),
                "compare it with null: `Member != null`",
            )),
            _ => Ok(expr),
        }
    }

    /// Between values of one type it is a default; between others only its truth can be asked.
    fn or(&self, lhs: &Ast, rhs: &Ast, scope: &Ty, offset: usize) -> Typed {
        let (lhs, rhs) = (self.truth(lhs, scope, offset)?, self.truth(rhs, scope, offset)?);
        let has_default = lhs.ty == rhs.ty && matches!(lhs.ty, Ty::Boolean | Ty::Number | Ty::Text);
        let ty = if has_default { lhs.ty.clone() } else { Ty::Boolean };
        Ok(Expr { ty, node: Node::Or(Box::new(lhs), Box::new(rhs)) })
    }

    fn comparison(&self, comparator: &Comparator, lhs: Expr, rhs: Expr, offset: usize) -> Typed {
        let (comparison, ordering) = match comparator {
            Comparator::Equal => (Comparison::Equal, false),
            Comparator::NotEqual => (Comparison::NotEqual, false),
            Comparator::LessThan => (Comparison::Less, true),
            Comparator::LessThanEqual => (Comparison::LessOrEqual, true),
            Comparator::GreaterThan => (Comparison::Greater, true),
            Comparator::GreaterThanEqual => (Comparison::GreaterOrEqual, true),
        };
        let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        if equality && let Some(is) = enums::is_one_of(&lhs, &rhs, self.service) {
            let node = if comparison == Comparison::Equal { is.node } else { Node::Not(Box::new(is)) };
            return Ok(Expr { ty: Ty::Boolean, node });
        }
        let (lhs, rhs) = (enums::as_text(lhs), enums::as_text(rhs));
        let comparable = match (&lhs.ty, &rhs.ty) {
            _ if ordering => lhs.ty == Ty::Number && rhs.ty == Ty::Number,
            (Ty::Null, _) | (_, Ty::Null) => true,
            (Ty::Boolean | Ty::Number | Ty::Text | Ty::List(_), other) => lhs.ty == *other,
            _ => false,
        };
        if !comparable {
            let message = format!("{} is compared with {}, which never holds", lhs.ty, rhs.ty);
            return Err(Problem::new(
                offset,
                message,
                "compare numbers by size, and other values with their like",
            ));
        }
        Ok(Expr { ty: Ty::Boolean, node: Node::Compare(comparison, Box::new(lhs), Box::new(rhs)) })
    }

    fn call(&self, name: &str, args: &[Ast], scope: &Ty, offset: usize) -> Typed {
        let function = Function::named(name, offset)?;
        let args = args.iter().map(|arg| self.value(arg, scope)).collect::<Result<Vec<_>, _>>()?;
        if let (Function::Contains, [list, wanted]) = (function, args.as_slice())
            && let Some(contains) = enums::contains(list, wanted, self.service)
        {
            return Ok(contains);
        }
        let args: Vec<Expr> = args.into_iter().map(enums::as_text).collect();
        let ty = function.call(&args, offset)?;
        Ok(Expr { ty, node: Node::Call(function, args) })
    }
}
