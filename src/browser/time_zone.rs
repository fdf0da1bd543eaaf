//! Time zones, which the browser alone knows.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Whether the browser knows the zone of an IANA name. That wakes its `Intl`, which takes long.
pub fn is_known(zone: &str) -> bool {
    clock_of(zone).is_some()
}

/// The wall-clock time of a moment (milliseconds since 1970) in a zone, or in the browser's own: year, month (1 to 12),
/// day, hour, minute, second. `None` for a zone that the browser does not know.
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
    let parts = clock_of(zone)?.format_to_parts(&date);
    let part = |name: &str| {
        let is_it = |part: &JsValue| text_of(part, "type").as_deref() == Some(name);
        text_of(&parts.iter().find(is_it)?, "value")?.parse().ok()
    };
    Some([
        part("year")?,
        part("month")?,
        part("day")?,
        part("hour")?,
        part("minute")?,
        part("second")?,
    ])
}

fn text_of(part: &JsValue, key: &str) -> Option<String> {
    Reflect::get(part, &key.into()).ok()?.as_string()
}

/// What writes the wall-clock time of a zone, in digits and on 24 hours.
fn clock_of(zone: &str) -> Option<Intl::DateTimeFormat> {
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
    // Not by its own constructor, through which a zone that the browser does not know would throw.
    let format = Reflect::construct(&format, &Array::of2(&"en-US".into(), &options)).ok()?;
    Some(format.unchecked_into())
}
