//! The one error of the API: every way in which a customer cannot be had.

/// Why there is no customer to show, and what the server had to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// The reason.
    pub cause: Cause,
    /// The server's own message, as text; at most 300 characters.
    pub message: Option<String>,
}

/// The reasons, each with its own heading, text and offer on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// 404 or 410, an empty record, or an id that no request can be made of.
    NotFound,
    /// 401 (or 419, 440, 498), or a redirect to a sign-in page: nobody is signed in any more.
    SignedOut,
    /// 403: this person may not see this customer.
    Forbidden,
    /// 408, 425, 429 or 5xx: not now.
    Unavailable {
        /// Seconds that the server asked to wait (`Retry-After`).
        retry_after: Option<u32>,
    },
    /// Any other status or envelope code: the server will not, and asking again changes nothing.
    Refused {
        /// The HTTP status or the envelope's code.
        code: String,
    },
    /// The network gave no answer, or broke off in the middle of one.
    Offline,
    /// No whole answer within the configured time.
    TimedOut,
    /// An answer, but no customer.
    Unreadable {
        /// What it is instead.
        reason: Reason,
    },
}

/// What an answer is that is no customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A page that asks to sign in.
    SignInPage,
    /// JSON among other text: a warning of the server's before it, a dump behind it.
    MixedText,
    /// A firewall's page: it blocks the request, or asks for a captcha.
    Firewall,
    /// More than the configured size.
    TooLarge,
    /// HTML, broken JSON, JSON of something else.
    NoCustomer,
}

impl From<Reason> for ApiError {
    fn from(reason: Reason) -> Self {
        Cause::Unreadable { reason }.into()
    }
}

impl From<Cause> for ApiError {
    fn from(cause: Cause) -> Self {
        Self { cause, message: None }
    }
}

impl ApiError {
    /// Whether it says that this person may not go on seeing what was shown before.
    pub fn takes_access_away(&self) -> bool {
        matches!(self.cause, Cause::SignedOut | Cause::Forbidden | Cause::NotFound)
    }

    /// Whether signing in helps.
    pub fn asks_to_sign_in(&self) -> bool {
        matches!(self.cause, Cause::SignedOut | Cause::Unreadable { reason: Reason::SignInPage })
    }

    /// Whether asking again can help.
    pub fn can_retry(&self) -> bool {
        match self.cause {
            Cause::Unavailable { .. } | Cause::Offline | Cause::TimedOut => true,
            Cause::Unreadable { reason } => reason != Reason::TooLarge,
            Cause::NotFound | Cause::SignedOut | Cause::Forbidden | Cause::Refused { .. } => false,
        }
    }
}

impl Cause {
    /// Its name, for programs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotFound => "NotFound",
            Self::SignedOut => "SignedOut",
            Self::Forbidden => "Forbidden",
            Self::Unavailable { .. } => "Unavailable",
            Self::Refused { .. } => "Refused",
            Self::Offline => "Offline",
            Self::TimedOut => "TimedOut",
            Self::Unreadable { .. } => "Unreadable",
        }
    }

    /// What an HTTP status other than 2xx means.
    pub fn of_status(status: u16, retry_after: Option<u32>) -> Self {
        match status {
            404 | 410 => Self::NotFound,
            401 | 419 | 440 | 498 => Self::SignedOut,
            403 => Self::Forbidden,
            408 | 425 | 429 | 500..=599 => Self::Unavailable { retry_after },
            _ => Self::Refused { code: status.to_string() },
        }
    }

    /// What the code in an envelope means: like the status it is, or starts with (`40101`); those of vue-element-admin and
    /// of Alibaba's list, which many back ends copy, by name.
    pub fn of_code(code: &str) -> Self {
        match code {
            "50008" | "50012" | "50014" | "A0230" | "A0231" => return Self::SignedOut,
            "A0301" | "A0312" => return Self::Forbidden,
            _ => {}
        }
        let digits = code.len() >= 3 && code.bytes().all(|byte| byte.is_ascii_digit());
        let status = code
            .get(..3)
            .filter(|_| digits && code.len() <= 6)
            .and_then(|status| status.parse().ok());
        // These three are statuses of a few frameworks, and begin many a code of another meaning.
        let is_known = |status: &u16| code.len() == 3 || ![419, 440, 498].contains(status);
        match status.filter(is_known).map(|status| Self::of_status(status, None)) {
            Some(cause) if !matches!(cause, Self::Refused { .. }) => cause,
            _ => Self::Refused { code: code.to_owned() },
        }
    }
}
