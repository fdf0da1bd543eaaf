//! The comparison of customers: a row for each key, a column for each customer.

use leptos::prelude::*;

use super::data_text::DataText;
use super::freshness::{FreshnessStatus, PrintButton};
use super::hooks::use_comparison::ComparedCustomer;
use super::load_error::LoadError;
use super::logic::comparison_rows::{rows, shown_key};
use super::logic::display_text::display_text;
use super::logic::load_state::LoadState;
use super::logic::name::name_of;
use super::notes::StaleNote;
use super::sections;
use super::sections::rows::value_view;
use super::summary::CopyComparison;
use crate::api::Key;
use crate::browser::focus;
use crate::browser::handler::on_click;
use crate::config::config;
use crate::locale::{label, texts};
use crate::navigation::PageLink;
use crate::routes::Route;
use crate::ui::heading::HEADING_ID;
use crate::ui::icon::{Icon, IconView};
use crate::ui::reactive::reactive;
use crate::ui::trail::use_trail_copying;

/// Whether the loaded customers have different texts in a row.
fn differs(customers: &[ComparedCustomer], row: Key) -> bool {
    let loaded = customers.iter().filter_map(ComparedCustomer::customer);
    let mut texts = loaded.map(|customer| display_text(&customer, shown_key(&customer, row)));
    let first = texts.next();
    texts.any(|text| Some(&text) != first.as_ref())
}

#[component]
pub fn Comparison(customers: Vec<ComparedCustomer>) -> impl IntoView {
    use_trail_copying();
    let heading = |(column, customer): (usize, &ComparedCustomer)| {
        view! { <ColumnHeading customer=customer.clone() column/> }.into_any()
    };
    let row = |key| view! { <Row customers=customers.clone() key/> }.into_any();
    let section =
        |keys: &[Key]| view! { <tbody>{rows(keys).into_iter().map(row).collect_view()}</tbody> }.into_any();
    let refreshed = customers.clone();
    let refresh = move |_| refreshed.iter().for_each(|customer| customer.query.refresh.run(()));
    view! {
        <div class="freshness">
            <button type="button" class="button no-print" aria-keyshortcuts="r" on:click=on_click(refresh)>
                <IconView icon=Icon::Refresh/>
                {texts().refresh}
            </button>
            <PrintButton/>
            <CopyComparison customers=customers.clone()/>
        </div>
        <div class="comparison" role="region" aria-labelledby=HEADING_ID tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{label(Key::Name)}</th>
                        {customers.iter().enumerate().map(heading).collect_view()}
                    </tr>
                </thead>
                {sections::KEYS.into_iter().map(section).collect_view()}
            </table>
        </div>
    }
}

/// Renders the customer's name and the age of the data, or the error.
#[component]
fn ColumnHeading(customer: ComparedCustomer, column: usize) -> impl IntoView {
    let ComparedCustomer { id, query } = customer;
    let content = reactive(move || match query.state.get() {
        LoadState::Loading => view! {
            <span class="secondary" aria-busy="true">{texts().loading} " " <DataText text=id.clone()/></span>
        }
        .into_any(),
        LoadState::Ready(customer) => {
            let id = id.clone();
            let name = name_of(&customer.get(), &id).to_owned();
            let href = Route::Customer(id.clone()).to_path(&config().base_path);
            view! {
                <PageLink href>
                    <DataText text=name/>
                </PageLink>
                <FreshnessStatus class="secondary" freshness=query.freshness/>
                <StaleNote id freshness=query.freshness/>
            }
            .into_any()
        }
        LoadState::Failed { error, failed_at } => {
            let retry = Callback::new(move |()| {
                query.retry.run(());
                // The button is removed.
                focus::move_to("h1");
            });
            view! { <LoadError error failed_at id=id.clone() retry column/> }.into_any()
        }
    });
    view! { <th scope="col">{content}</th> }
}

#[component]
fn Row(customers: Vec<ComparedCustomer>, key: Key) -> impl IntoView {
    let cell = |compared: &ComparedCustomer| {
        let compared = compared.clone();
        let value = reactive(move || {
            let customer = compared.customer()?;
            Some(value_view(&customer, shown_key(&customer, key)))
        });
        view! { <td>{value}</td> }.into_any()
    };
    let cells = customers.iter().map(cell).collect_view();
    let difference = reactive(move || {
        let mark = || view! { <span class="difference">{texts().differs}</span> }.into_any();
        differs(&customers, key).then(mark)
    });
    view! {
        <tr>
            <th scope="row">{label(key)} " " {difference}</th>
            {cells}
        </tr>
    }
}
