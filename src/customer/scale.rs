//! The scale of the bars of 财务.

use crate::api::{Field, Number};
use crate::decimal::Decimal;

/// The scale that the bars share: from zero to the largest amount, and below zero as far as there is one.
pub struct Scale {
    largest: Option<Decimal>,
    /// How far it reaches below and above zero, in thousandths of the largest.
    below: u32,
    above: u32,
}

impl Scale {
    /// The scale of these amounts.
    pub fn of(fields: &[&Field<Number>]) -> Self {
        let amounts: Vec<&Decimal> = fields.iter().filter_map(|field| field.decimal()).collect();
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

    /// Where an amount's bar begins and how long it is, in thousandths of the scale.
    pub fn place(&self, amount: &Decimal) -> (u32, u32) {
        let length = self.length(amount);
        let from = if amount.is_negative() {
            self.below - length
        } else {
            self.below
        };
        (self.of_whole(from), self.of_whole(length))
    }

    /// Where zero is, in thousandths of the scale.
    pub fn zero(&self) -> u32 {
        self.of_whole(self.below)
    }

    fn of_whole(&self, part: u32) -> u32 {
        part * 1000 / (self.below + self.above).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(amounts: [&str; 3]) -> [(u32, u32); 3] {
        let fields = fields(amounts);
        let scale = Scale::of(&fields.each_ref());
        fields.each_ref().map(|field| scale.place(field.decimal().unwrap()))
    }

    fn fields(amounts: [&str; 3]) -> [Field<Number>; 3] {
        let number = |amount| Number { value: Decimal::parse(amount).unwrap(), wire: None };
        amounts.map(|amount| Field::Value(number(amount)))
    }

    #[test]
    fn bars_start_at_zero_and_share_a_scale() {
        assert_eq!(places(["2000", "500", "1"]), [(0, 1000), (0, 250), (0, 1)]);
        assert_eq!(places(["0", "0.00", "0"]), [(0, 0); 3]);
    }

    #[test]
    fn amounts_below_zero_reach_to_the_other_side() {
        assert_eq!(places(["100", "-100", "50"]), [(500, 500), (0, 500), (500, 250)]);
    }

    #[test]
    fn zero_is_where_the_bars_of_both_sides_meet() {
        let zero = |amounts| Scale::of(&fields(amounts).each_ref()).zero();
        assert_eq!(zero(["2000", "500", "1"]), 0);
        assert_eq!(zero(["300", "-100", "50"]), 249);
        assert_eq!(zero(["-1", "-2", "-3"]), 1000);
        assert_eq!(zero(["0", "0", "0"]), 0);
    }
}
