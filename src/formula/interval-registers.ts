/** One interval a register; what its value is like on the box stands in its flags. */
export interface IntervalRegisters {
  low: Float64Array
  high: Float64Array
  flags: Uint8Array
}

/** What an interval cannot say: 0 where the value is defined and smooth on the whole box. */
export const intervalFlags = {
  /** Perhaps undefined at some point of the box. */
  partial: 1,
  /** Perhaps a kink or a jump inside the box: abs, sign, floor, min, max, mod, relu or where, undecided. */
  rough: 2,
  /** Defined at no point of the box. */
  nowhere: 4,
} as const

/** A relative step outward that reaches past the next number: a little more than 2^−52. */
export const outward = 2.3e-16

/** 2^−1022: what approximated functions and products may lose where they underflow. */
export const underflow = 2.2250738585072014e-308

/** Writes the hull of computed end points widened by so many units in the last place (and the underflow), held within given bounds. */
export function storeWidened(
  r: IntervalRegisters,
  out: number,
  low: number,
  high: number,
  units: number,
  least = -Infinity,
  most = Infinity,
): void {
  const l = low - (Math.abs(low) * (units * outward) + underflow)
  const h = high + (Math.abs(high) * (units * outward) + underflow)
  r.low[out] = l > least ? l : low === Infinity ? Number.MAX_VALUE : least
  r.high[out] = h < most ? h : high === -Infinity ? -Number.MAX_VALUE : most
}

/** Writes end points that are exact. */
export function storeExact(r: IntervalRegisters, out: number, low: number, high: number): void {
  r.low[out] = low
  r.high[out] = high
}

/** Writes the interval that says nothing. */
export function storeAll(r: IntervalRegisters, out: number): void {
  r.low[out] = -Infinity
  r.high[out] = Infinity
}

/** The next number below, or a little less: for results made of several steps. */
export const stepDown = (x: number): number => x - (Math.abs(x) * outward + underflow)
export const stepUp = (x: number): number => x + (Math.abs(x) * outward + underflow)
