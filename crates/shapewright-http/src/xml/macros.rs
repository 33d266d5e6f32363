//! The macros for XML element tables.

/// Makes the table of a structure or union: an entry for each member, in model order.
///
/// | Entry | Meaning |
/// | --- | --- |
/// | `"Comment"` | string, number, boolean or bytes in an element of that name |
/// | `"Logging" => LOGGING` | a structure or union, which has a table of its own |
/// | `"Items" ["CNAME"]` | a list; the brackets hold the entry of its items |
/// | `"Labels" {"entry", "key", "value"}` | a map: the element around each of its entries, then key and value |
/// | `_` | a member that is not in the document |
///
/// Entries with more details are in parentheses: `("Since" as EpochSeconds)` for a format of time,
/// `("id" as attribute)`, `("Item" flat ["Item"])` for items without an element around them, and
/// `("Grantee" with "xmlns:xsi=\"…\"" => GRANTEE)` for a namespace of its own.
///
/// For responses, `("Items" unless_empty ["Name"])` leaves out an empty list, and `("Items" in Hash ["Name"])`,
/// `("Items" in ["GET", "PUT"] ["Name"])` and `("Items" in (Hash ["GET", "PUT"]) ["Name"])` give an
/// [order](crate::xml::Order). `unless_empty` comes before `in`.
///
/// ```
/// shapewright_http::elements! { ALIASES { "Quantity", "Items" ["CNAME"] } }
/// shapewright_http::elements! { CONFIG { "Comment", "Aliases" => ALIASES, _, ("Since" as EpochSeconds) } }
///
/// assert_eq!(CONFIG.elements[1].open, "<Aliases>");
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! elements {
    ($name:ident $(with $attributes:ident)? {
        $($element:tt $(=> $members:ident)? $([$($item:tt)*])? $({$($entry:tt)*})?),* $(,)?
    }) => {
        pub(crate) static $name: $crate::xml::Members = $crate::xml::Members {
            elements: &[$($crate::element!($element $(=> $members)? $([$($item)*])? $({$($entry)*})?)),*],
            have_attributes: $crate::__have_attributes!($($attributes)?),
        };
    };
}

/// Makes one [`Element`](crate::xml::Element), written like an entry of [`elements!`](crate::elements).
#[doc(hidden)]
#[macro_export]
macro_rules! element {
    (_) => {
        $crate::xml::Element { name: "", open: "", close: "", content: $crate::xml::Content::Elsewhere }
    };
    (($($entry:tt)*)) => {
        $crate::element!($($entry)*)
    };
    ($name:literal with $namespace:literal $($content:tt)*) => {
        $crate::xml::Element {
            name: $name,
            open: concat!("<", $name, " ", $namespace, ">"),
            close: concat!("</", $name, ">"),
            content: $crate::__content!($($content)*),
        }
    };
    ($name:literal $($content:tt)*) => {
        $crate::xml::Element {
            name: $name,
            open: concat!("<", $name, ">"),
            close: concat!("</", $name, ">"),
            content: $crate::__content!($($content)*),
        }
    };
}

/// Expands to the [`Content`](crate::xml::Content) of an element.
#[doc(hidden)]
#[macro_export]
macro_rules! __content {
    () => {
        $crate::xml::Content::Text
    };
    (as attribute) => {
        $crate::xml::Content::Attribute($crate::TimestampFormat::DateTime)
    };
    (as attribute $format:ident) => {
        $crate::xml::Content::Attribute($crate::TimestampFormat::$format)
    };
    (as $format:ident) => {
        $crate::xml::Content::Timestamp($crate::TimestampFormat::$format)
    };
    (=> $members:ident) => {
        $crate::xml::Content::Structure(&$members)
    };
    ([$($item:tt)*]) => {
        $crate::xml::Content::List(&$crate::__list!(false, [Given], $($item)*))
    };
    (in $order:tt [$($item:tt)*]) => {
        $crate::xml::Content::List(&$crate::__list!(false, [$order], $($item)*))
    };
    (unless_empty [$($item:tt)*]) => {
        $crate::xml::Content::List(&$crate::__list!(true, [Given], $($item)*))
    };
    (unless_empty in $order:tt [$($item:tt)*]) => {
        $crate::xml::Content::List(&$crate::__list!(true, [$order], $($item)*))
    };
    (flat [$($item:tt)*]) => {
        $crate::xml::Content::FlatList(&$crate::__list!(false, [Given], $($item)*))
    };
    (flat in $order:tt [$($item:tt)*]) => {
        $crate::xml::Content::FlatList(&$crate::__list!(false, [$order], $($item)*))
    };
    ({$element:tt, $key:tt, $value:tt}) => {
        $crate::xml::Content::Map(&$crate::__entry!($element $key $value))
    };
    (flat {$element:tt, $key:tt, $value:tt}) => {
        $crate::xml::Content::FlatMap(&$crate::__entry!($element $key $value))
    };
}

/// Expands to the [`List`](crate::xml::List) of a list.
#[doc(hidden)]
#[macro_export]
macro_rules! __list {
    ($unless_empty:literal, [$order:tt], $($item:tt)*) => {
        $crate::xml::List {
            item: $crate::element!($($item)*),
            order: $crate::__order!($order),
            unless_empty: $unless_empty,
        }
    };
}

/// Expands to an [`Order`](crate::xml::Order).
#[doc(hidden)]
#[macro_export]
macro_rules! __order {
    ([$($text:literal),*]) => {
        $crate::xml::Order::Of(&[$($text),*])
    };
    ((Hash [$($text:literal),*])) => {
        $crate::xml::Order::HashOf(&[$($text),*])
    };
    ($name:ident) => {
        $crate::xml::Order::$name
    };
}

/// Expands to the [`Entry`](crate::xml::Entry) of a map.
#[doc(hidden)]
#[macro_export]
macro_rules! __entry {
    ($element:tt $key:tt $value:tt) => {
        $crate::xml::Entry {
            element: $crate::element!($element),
            key: $crate::element!($key),
            value: $crate::element!($value),
        }
    };
}

/// Expands to `true` if the words `with attributes` are present, else to `false`.
#[doc(hidden)]
#[macro_export]
macro_rules! __have_attributes {
    () => {
        false
    };
    (attributes) => {
        true
    };
}
