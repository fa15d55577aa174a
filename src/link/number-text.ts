import { printNumber } from '../formula/print.ts'

/** A number as links write it: the shortest text that reads back to the same bits, `infinity` spelled out. */
export function numberText(value: number): string {
  if (value === Infinity) return 'infinity'
  if (value === -Infinity) return '-infinity'
  return Object.is(value, -0) ? '-0' : printNumber(value)
}

/** Reads a number of a link; undefined where it is none. In a query the `+` of `1e+5` has become a space. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(/e (?=\d)/i, 'e+')
  if (plain === 'infinity' || plain === '-infinity') return plain === 'infinity' ? Infinity : -Infinity
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined
}

/** Reads a list of finite numbers; undefined where it is none. */
export function readNumbers(text: string, separator: string): number[] | undefined {
  const numbers = text.split(separator).map(readNumber)
  return numbers.every((x) => x !== undefined && Number.isFinite(x)) ? (numbers as number[]) : undefined
}
