//! The scale of the bars of Finance (财务).

use crate::decimal::Decimal;

/// Returns where the bar of an amount begins, how long it is, and where zero is, in thousandths of the scale. The scale of
/// all `amounts` reaches from the lowest negative one, if any, to the highest positive one. `None` if there are no amounts.
pub fn bar(amount: &Decimal, amounts: &[&Decimal]) -> Option<[u32; 3]> {
    let largest = amounts.iter().max_by(|a, b| a.cmp_magnitude(b))?;
    // How far the scale reaches below and above zero, in thousandths of the largest amount.
    let (mut below, mut above) = (0, 0);
    for amount in amounts {
        let side = if amount.is_negative() { &mut below } else { &mut above };
        *side = amount.permille_of(largest).max(*side);
    }
    let length = amount.permille_of(largest);
    let from = if amount.is_negative() { below - length } else { below };
    Some([from, length, below].map(|thousandths| thousandths * 1000 / (below + above).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns begin and length of each bar, and the position of zero.
    fn bars(amounts: [&str; 3]) -> ([(u32, u32); 3], u32) {
        let amounts = amounts.map(|amount| Decimal::parse(amount).unwrap());
        let bars = amounts.each_ref().map(|amount| bar(amount, &amounts.each_ref()).unwrap());
        (bars.map(|[from, length, _]| (from, length)), bars[0][2])
    }

    #[test]
    fn bars_start_at_zero_and_share_a_scale() {
        assert_eq!(bars(["2000", "500", "1"]).0, [(0, 1000), (0, 250), (0, 1)]);
        assert_eq!(bars(["0", "0.00", "0"]).0, [(0, 0); 3]);
        assert_eq!(bar(&Decimal::parse("1").unwrap(), &[]), None);
    }

    #[test]
    fn bars_of_negative_amounts_extend_to_the_left() {
        assert_eq!(bars(["100", "-100", "50"]).0, [(500, 500), (0, 500), (500, 250)]);
    }

    #[test]
    fn zero_is_between_negative_and_positive_bars() {
        assert_eq!(bars(["2000", "500", "1"]).1, 0);
        assert_eq!(bars(["300", "-100", "50"]).1, 249);
        assert_eq!(bars(["-1", "-2", "-3"]).1, 1000);
        assert_eq!(bars(["0", "0", "0"]).1, 0);
    }
}
