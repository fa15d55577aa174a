/** Uniform numbers in [0, 1), the same ones in every run (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let a = Math.imul(state ^ (state >>> 15), 1 | state)
    a = (a + Math.imul(a ^ (a >>> 7), 61 | a)) ^ a
    return ((a ^ (a >>> 14)) >>> 0) / 4294967296
  }
}

/** Arguments for the accuracy tests, drawn from one sequence. */
export class SampleNumbers {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = sequence(seed)
  }

  between(least: number, greatest: number): number {
    // two draws: all 53 bits vary
    return least + (greatest - least) * (this.next() + this.next() / 4294967296)
  }

  integer(least: number, greatest: number): number {
    return Math.floor(this.between(least, greatest + 1))
  }

  /** Either sign, size 2^least to 2^greatest, every power of two equally likely. */
  ofSize(least: number, greatest: number): number {
    return (this.next() < 0.5 ? -1 : 1) * this.positive(least, greatest)
  }

  positive(least: number, greatest: number): number {
    const exponent = this.integer(least, greatest - 1)
    const half = Math.floor(exponent / 2)
    return this.between(1, 2) * 2 ** half * 2 ** (exponent - half)
  }

  /** At most `steps` doubles away from a ≠ 0, which is normal. */
  near(a: number, steps: number): number {
    const view = new DataView(new ArrayBuffer(8))
    view.setFloat64(0, a)
    view.setBigInt64(0, view.getBigInt64(0) + BigInt(this.integer(-steps, steps)))
    return view.getFloat64(0)
  }
}
