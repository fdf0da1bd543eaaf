//! The error of a failed load: its cause, and the server's message.

/// Why there is no customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    pub cause: Cause,
    /// The server's own message.
    pub message: Option<String>,
}

/// The cause of a failure. Each has its own heading, text and actions on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// 404 or 410, an empty record, or an id that cannot be part of a URL.
    NotFound,
    /// 401 (or 419, 440, 498), or a redirect to a sign-in page.
    SignedOut,
    /// 403.
    Forbidden,
    /// 408, 425, 429 or 5xx; a gateway's 403 or 404; or an empty record with an unclear message.
    Unavailable {
        /// `Retry-After`, in seconds.
        retry_after: Option<u32>,
    },
    /// Any other status or envelope code. A retry would not help.
    Refused {
        /// The HTTP status or the envelope's code.
        code: String,
    },
    /// The network failed.
    Offline,
    /// No whole response within the configured time.
    TimedOut,
    /// A response that is not a customer.
    Unreadable { reason: Reason },
}

/// Why a response is not a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    SignInPage,
    /// JSON with other text around it, such as a PHP warning.
    MixedText,
    /// A firewall's page.
    Firewall,
    /// Larger than the configured size.
    TooLarge,
    /// Other HTML, invalid JSON, JSON of something else.
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
    /// Whether the user may no longer see the displayed customer.
    pub fn revokes_access(&self) -> bool {
        matches!(self.cause, Cause::SignedOut | Cause::Forbidden | Cause::NotFound)
    }

    /// Whether signing in helps.
    pub fn asks_to_sign_in(&self) -> bool {
        matches!(self.cause, Cause::SignedOut | Cause::Unreadable { reason: Reason::SignInPage })
    }

    /// Whether a retry can help.
    pub fn can_retry(&self) -> bool {
        match self.cause {
            Cause::Unavailable { .. } | Cause::Offline | Cause::TimedOut => true,
            Cause::Unreadable { reason } => reason != Reason::TooLarge,
            Cause::NotFound | Cause::SignedOut | Cause::Forbidden | Cause::Refused { .. } => false,
        }
    }
}

impl Cause {
    /// Returns the name, for events to the host.
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

    /// Returns the cause for an HTTP status other than 2xx.
    pub fn from_status(status: u16, retry_after: Option<u32>) -> Self {
        match status {
            404 | 410 => Self::NotFound,
            401 | 419 | 440 | 498 => Self::SignedOut,
            403 => Self::Forbidden,
            408 | 425 | 429 | 500..=599 => Self::Unavailable { retry_after },
            _ => Self::Refused { code: status.to_string() },
        }
    }

    /// Returns the cause for a code in an envelope: the cause of the HTTP status that the code equals or begins with (`40101`).
    /// The codes of vue-element-admin and of Alibaba's list are known: many back ends copy them.
    pub fn from_code(code: &str) -> Self {
        match code {
            "50008" | "50012" | "50014" | "A0230" | "A0231" => return Self::SignedOut,
            "A0301" | "A0312" => return Self::Forbidden,
            // The names of 401 and 403.
            "UNAUTHENTICATED" | "UNAUTHORIZED" => return Self::SignedOut,
            "FORBIDDEN" => return Self::Forbidden,
            _ => {}
        }
        let is_number = code.len() >= 3 && code.bytes().all(|byte| byte.is_ascii_digit());
        let status = code
            .get(..3)
            .filter(|_| is_number && code.len() <= 6)
            .and_then(|status| status.parse().ok());
        // Few back ends send these statuses, and many other codes begin with them.
        let is_known = |status: &u16| code.len() == 3 || ![410, 419, 440, 498].contains(status);
        match status.filter(is_known).map(|status| Self::from_status(status, None)) {
            Some(cause) if !matches!(cause, Self::Refused { .. }) => cause,
            _ => Self::Refused { code: code.to_owned() },
        }
    }
}
