//! Time zones, from the browser's `Intl`.

use js_sys::{Array, Date};
use wasm_bindgen::{JsCast, JsValue};

use super::js::{apply, get, intl};

/// Whether the browser knows an IANA time zone.
pub fn is_known(zone: &str) -> bool {
    formatter(zone).is_some()
}

/// Returns the wall-clock time of a moment (milliseconds since 1970) in the browser's time zone: year, month (1 to 12), day,
/// hour, minute, second.
pub fn local_time(moment: f64) -> [u32; 6] {
    let date = Date::new(&moment.into());
    [
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes(),
        date.get_seconds(),
    ]
}

/// Like [`local_time`], in a configured time zone.
pub fn wall_clock(zone: Option<&str>, moment: f64) -> [u32; 6] {
    zone.and_then(|zone| time_in(zone, moment))
        .unwrap_or_else(|| local_time(moment))
}

/// `None` if the browser does not know the time zone.
fn time_in(zone: &str, moment: f64) -> Option<[u32; 6]> {
    let date = Date::new(&moment.into());
    let parts = apply(&formatter(zone)?, "formatToParts", &Array::of1(&date));
    let parts = parts.dyn_into::<Array>().ok()?;
    let mut time = [0; 6];
    for (number, name) in time.iter_mut().zip(["year", "month", "day", "hour", "minute", "second"]) {
        let part = parts.iter().find(|part| get(part, "type") == name)?;
        *number = get(&part, "value").as_string()?.parse().ok()?;
    }
    Some(time)
}

/// Returns a formatter of wall-clock time in digits, on 24 hours.
fn formatter(zone: &str) -> Option<JsValue> {
    let options = [
        ("timeZone", zone),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "numeric"),
        ("second", "numeric"),
    ];
    intl("DateTimeFormat", "en-US", &options)
}
