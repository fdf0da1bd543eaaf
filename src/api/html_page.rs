//! Recognises HTML pages that are sent in place of JSON: sign-in pages, and the block pages of firewalls.

use super::normalize::has_one_of;

/// Whether HTML is a sign-in page: it has a password field, or a form and a title or action about signing in.
pub(super) fn asks_to_sign_in(page: &str) -> bool {
    const WORDS: &str = "登录|登陆|身份认证|login|logon|log in|signin|sign-in|sign in";
    let page = page.to_ascii_lowercase();
    let title = page.split_once("<title").map_or("", |(_, rest)| rest);
    let title = title.split_once("</title").map_or(title, |(title, _)| title);
    let is_password = |tag: &str| tag.replace(['"', '\'', ' '], "").contains("type=password");
    let is_sign_in = |tag: &str| {
        let action = tag.split_once("action").map_or("", |(_, action)| action);
        has_one_of(title, WORDS) || has_one_of(action, WORDS)
    };
    has_tag(&page, "<input", &is_password) || has_tag(&page, "<form", &is_sign_in)
}

/// Whether a page has a tag that passes a test.
fn has_tag(mut page: &str, name: &str, test: &dyn Fn(&str) -> bool) -> bool {
    while let Some((_, rest)) = page.split_once(name) {
        if test(rest.split_once('>').map_or(rest, |(tag, _)| tag)) {
            return true;
        }
        page = rest;
    }
    false
}

/// Whether HTML is the page of a firewall.
pub(super) fn is_firewall_page(page: &str) -> bool {
    const WORDS: &str = "captcha|challenge-platform|checking your browser|just a moment|you are human|attention required|\
        incapsula|acw_sc__v2|aliyun_waf|awswaf|requested url was rejected|web application firewall|防火墙|人机验证|安全验证|拦截";
    has_one_of(&page.to_ascii_lowercase(), WORDS)
}
