import { cos } from './elementary/trigonometry.ts'
import { log } from './elementary/logarithm.ts'
import { numberLane } from './number-lane.ts'

const words = new Uint32Array(4)

/**
 * Philox-4×32-10: four random 32-bit words from a counter and a key, so that any step, stream and component can be drawn at once,
 * in any order. Source: J. K. Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3 (2011), https://doi.org/10.1145/2063384.2063405.
 * The result is valid until the next call.
 */
export function philox(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number): Uint32Array {
  let [x0, x1, x2, x3] = [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0]
  let [key0, key1] = [k0 >>> 0, k1 >>> 0]
  for (let round = 0; round < 10; round++) {
    const high0 = highProduct(0xd2511f53, x0)
    const low0 = Math.imul(0xd2511f53, x0) >>> 0
    const high1 = highProduct(0xcd9e8d57, x2)
    const low1 = Math.imul(0xcd9e8d57, x2) >>> 0
    x0 = (high1 ^ x1 ^ key0) >>> 0
    x1 = low1
    x2 = (high0 ^ x3 ^ key1) >>> 0
    x3 = low0
    key0 = (key0 + 0x9e3779b9) >>> 0
    key1 = (key1 + 0xbb67ae85) >>> 0
  }
  words[0] = x0
  words[1] = x1
  words[2] = x2
  words[3] = x3
  return words
}

/** High 32 bits of the 64-bit product of two unsigned words. */
function highProduct(a: number, b: number): number {
  const [ah, al, bh, bl] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff]
  const middle = ah * bl + ((al * bl) >>> 16)
  const carry = al * bh + (middle % 0x10000)
  return (ah * bh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0
}

/** Kinds of draws never share a counter. */
export const draws = { normal: 0, uniform: 1, shuffle: 2 } as const
type Draw = keyof typeof draws

function draw(kind: Draw, seed: number, stream: number, step: number, component: number): Uint32Array {
  return philox(step, component, stream, draws[kind], seed, Math.floor(seed / 0x100000000))
}

/** Two words as a number in [0, 1) with 53 random bits. */
function unit(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20000000000000
}

/** A uniform number in [0, 1) that depends on nothing but its arguments (integers; `step` counts from 1). */
export function uniformAt(
  seed: number,
  stream: number,
  step: number,
  component: number,
  kind: 'uniform' | 'shuffle' = 'uniform',
): number {
  const [a, b] = draw(kind, seed, stream, step, component)
  return unit(a, b)
}

/** A standard normal number, by Box and Müller with our own log and cos, so that it is the same everywhere. */
export function normalAt(seed: number, stream: number, step: number, component: number): number {
  const [a, b, c, d] = draw('normal', seed, stream, step, component)
  const radius = Math.sqrt(-2 * log(numberLane, 1 - unit(a, b)))
  return radius * cos(numberLane, 2 * Math.PI * unit(c, d))
}
