//! Time zones, from the browser's `Intl`.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Whether the browser knows an IANA time zone. The first use of `Intl` is slow.
pub fn is_known(zone: &str) -> bool {
    formatter(zone).is_some()
}

/// Returns the wall-clock time of a moment (milliseconds since 1970) in a zone, by default the browser's: year, month
/// (1 to 12), day, hour, minute, second. `None` for a zone that the browser does not know.
pub fn wall_clock(moment: f64, zone: Option<&str>) -> Option<[u32; 6]> {
    let date = Date::new(&moment.into());
    let Some(zone) = zone else {
        return Some([
            date.get_full_year(),
            date.get_month() + 1,
            date.get_date(),
            date.get_hours(),
            date.get_minutes(),
            date.get_seconds(),
        ]);
    };
    let parts = formatter(zone)?.format_to_parts(&date);
    let number = |name: &str| {
        let part = parts.iter().find(|part| text_of(part, "type").as_deref() == Some(name))?;
        text_of(&part, "value")?.parse().ok()
    };
    Some([
        number("year")?,
        number("month")?,
        number("day")?,
        number("hour")?,
        number("minute")?,
        number("second")?,
    ])
}

fn text_of(part: &JsValue, key: &str) -> Option<String> {
    Reflect::get(part, &key.into()).ok()?.as_string()
}

/// Returns a formatter of wall-clock time in digits, on 24 hours.
fn formatter(zone: &str) -> Option<Intl::DateTimeFormat> {
    let options = Object::new();
    for (key, value) in [
        ("timeZone", zone),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "numeric"),
        ("second", "numeric"),
    ] {
        Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let format: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
    // `Intl::DateTimeFormat::new` would throw for an unknown zone.
    let format = Reflect::construct(&format, &Array::of2(&"en-US".into(), &options)).ok()?;
    Some(format.unchecked_into())
}
