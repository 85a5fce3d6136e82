//! Numbers of the service by value, without rounding.

/// Whether two texts are the same number: `100` is `1E+2`.
pub fn equal(one: &str, other: &str) -> bool {
    match (normal(one), normal(other)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// Sign, digits without zeros at either end, and the power of ten of the last digit; None if the text is not a number.
fn normal(text: &str) -> Option<(bool, String, i64)> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (negative, unsigned) = match mantissa.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    if significant.is_empty() {
        return Some((false, String::new(), 0));
    }
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    Some((negative, significant.to_owned(), exponent - fraction.len() as i64 + zeros as i64))
}

#[cfg(test)]
mod tests {
    use super::equal;

    #[test]
    fn numbers_are_equal_by_value() {
        let cases = [
            ("1", "1.0", true),
            ("100", "1E+2", true),
            ("-0.50", "-5e-1", true),
            ("0", "-0.0", true),
            ("1", "-1", false),
            ("10", "1", false),
            ("12345678901234567890123456789012345678", "12345678901234567890123456789012345679", false),
            ("1", "one", false),
        ];
        for (one, other, want) in cases {
            assert_eq!(equal(one, other), want, "{one} and {other}");
        }
    }
}
