//! Icons.

use leptos::prelude::*;

/// Generates the enum from a table of names and SVG paths.
macro_rules! icons {
    ($($name:ident => $path:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon {
            $($name,)*
        }

        impl Icon {
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            fn path(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)*
                }
            }
        }
    };
}

icons! {
    Refresh => "M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3",
    Print => "M4.5 6V2.5h7V6M4.5 11h-2V6h11v5h-2M4.5 9.5h7v4h-7z",
    Dark => "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z",
    Light => "M5.2 8a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1",
    Keyboard => "M1.5 4h13v8h-13zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M4.5 9.5h7",
    Search => "M2.8 7a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0M10.2 10.2l3.3 3.3",
    Person => "M5.5 5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M3 13.5c.5-3 2.5-4 5-4s4.5 1 5 4",
    NotFound => "M2.8 7a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0M10.2 10.2l3.3 3.3M5.6 5.6l2.8 2.8M8.4 5.6 5.6 8.4",
    Lock => "M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2M8 9.5V11",
    Forbidden => "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M4.1 4.1l7.8 7.8",
    Server => "M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.01M5 11h.01",
    Stop => "M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM8 5v3.5M8 10.8h.01",
    Offline => "M2 6.5a8.5 8.5 0 0 1 12 0M4.3 9.2a5.3 5.3 0 0 1 7.4 0M8 12h.01M2.5 2.5l11 11",
    Clock => "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M8 5v3l2 1.5",
    Unreadable => "M4 2.5h5l3 3v8H4zM9 2.5v3h3M6.5 8.5l3 3M9.5 8.5l-3 3",
    Phone => "M3 2.5h2.5l1.2 3-1.6 1a7 7 0 0 0 4.4 4.4l1-1.6 3 1.2V13c0 .3-.2.5-.5.5A10.5 10.5 0 0 1 2.5 3c0-.3.2-.5.5-.5z",
    Mail => "M2 3.5h12v9H2zM2 4l6 5 6-5",
    Out => "M9.5 2.5h4v4M13.2 2.8 7.5 8.5M6.5 3.5h-4v10h10v-4",
}

/// Renders an icon next to a text or inside a named button, so it is hidden from screen readers.
#[component]
pub fn IconView(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
}
