//! The order of the start page.

use leptos::prelude::*;

use super::go_to::GoTo;
use super::recents::Recents;
use crate::browser;
use crate::locale::{follow_locale, words};
use crate::ui::drawn::{drawn, dynamic};

/// `/`: go to an id, the last customers seen.
#[component]
pub fn HomePage() -> impl IntoView {
    Effect::new(|_| browser::set_title(follow_locale().words().texts.app));
    dynamic(|| {
        follow_locale();
        let texts = &words().texts;
        Some(drawn(view! {
            <div class="home">
                <section class="card home-find">
                    <h1 tabindex="-1">{texts.welcome}</h1>
                    <p class="secondary">{texts.welcome_text}</p>
                    <GoTo name="home"/>
                </section>
                <Recents/>
            </div>
        }))
    })
}
