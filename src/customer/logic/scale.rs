//! The scale of the bars of Finance (财务).

use crate::decimal::Decimal;

/// The common scale of the bars, from the lowest negative amount, if any, to the highest positive one.
pub struct Scale {
    /// The amount that is farthest from zero.
    largest: Option<Decimal>,
    /// How far the scale reaches below zero, in thousandths of `largest`.
    below: u32,
    /// How far it reaches above zero.
    above: u32,
}

impl Scale {
    /// Returns the common scale of these amounts.
    pub fn of(amounts: &[&Decimal]) -> Self {
        let largest = amounts.iter().copied().max_by(|a, b| a.cmp_magnitude(b)).cloned();
        let mut scale = Self { largest, below: 0, above: 0 };
        for amount in amounts {
            let length = scale.length(amount);
            let side = if amount.is_negative() {
                &mut scale.below
            } else {
                &mut scale.above
            };
            *side = length.max(*side);
        }
        scale
    }

    fn length(&self, amount: &Decimal) -> u32 {
        self.largest.as_ref().map_or(0, |largest| amount.permille_of(largest))
    }

    /// Returns where the bar of an amount begins and how long it is, in thousandths of the scale.
    pub fn bar(&self, amount: &Decimal) -> (u32, u32) {
        let length = self.length(amount);
        let from = if amount.is_negative() {
            self.below - length
        } else {
            self.below
        };
        (self.in_thousandths(from), self.in_thousandths(length))
    }

    /// Returns the position of zero, in thousandths of the scale.
    pub fn zero(&self) -> u32 {
        self.in_thousandths(self.below)
    }

    fn in_thousandths(&self, length: u32) -> u32 {
        length * 1000 / (self.below + self.above).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(amounts: [&str; 3]) -> [Decimal; 3] {
        amounts.map(|amount| Decimal::parse(amount).unwrap())
    }

    fn bars(amounts: [&str; 3]) -> [(u32, u32); 3] {
        let amounts = decimals(amounts);
        let scale = Scale::of(&amounts.each_ref());
        amounts.each_ref().map(|amount| scale.bar(amount))
    }

    #[test]
    fn bars_start_at_zero_and_share_a_scale() {
        assert_eq!(bars(["2000", "500", "1"]), [(0, 1000), (0, 250), (0, 1)]);
        assert_eq!(bars(["0", "0.00", "0"]), [(0, 0); 3]);
    }

    #[test]
    fn bars_of_negative_amounts_extend_to_the_left() {
        assert_eq!(bars(["100", "-100", "50"]), [(500, 500), (0, 500), (500, 250)]);
    }

    #[test]
    fn zero_is_between_negative_and_positive_bars() {
        let zero = |amounts| Scale::of(&decimals(amounts).each_ref()).zero();
        assert_eq!(zero(["2000", "500", "1"]), 0);
        assert_eq!(zero(["300", "-100", "50"]), 249);
        assert_eq!(zero(["-1", "-2", "-3"]), 1000);
        assert_eq!(zero(["0", "0", "0"]), 0);
    }
}
