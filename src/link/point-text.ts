import { quoted } from '../declare/check-value.ts'
import type { Domain } from '../declare/landscape.ts'
import { numberText, readNumber, readNumbers } from './number-text.ts'

/** `-1.2,1`. */
export function pointText(point: readonly number[]): string {
  return point.map(numberText).join(',')
}

/** `-2:2,-1:3`. */
export function domainText(domain: Domain): string {
  return domain.map(([low, high]) => `${numberText(low)}:${numberText(high)}`).join(',')
}

/** Reads a start of so many numbers; none, and named in `problems`, where it is not one. */
export function readStart(text: string, size: number, problems: string[]): number[][] {
  const point = readNumbers(text, ',')
  if (point?.length === size) return [point]
  problems.push(`A start is ${size} numbers separated by commas; ${quoted(text)} is not, and was left out.`)
  return []
}

/** Reads a domain; undefined, and named in `problems`, where it is none. */
export function readDomain(text: string | undefined, size: number, problems: string[]): Domain | undefined {
  if (text === undefined) return undefined
  const sides = text.split(',').map((side) => readNumbers(side, ':'))
  if (sides.length === size && sides.every(isSide)) return sides
  const example = Array.from({ length: size }, () => '-2:2').join(',')
  problems.push(
    `A domain is low:high for each of the ${size} parameters, as in ${example}; ${quoted(text)} is not, and was left out.`,
  )
  return undefined
}

/** Whether something is a pair of numbers [low, high] that a domain can have as a side. */
export function isSide(side: unknown): side is [number, number] {
  if (!Array.isArray(side) || side.length !== 2) return false
  const [low, high] = side as unknown[]
  return typeof low === 'number' && typeof high === 'number' && low < high && Number.isFinite(high - low)
}

/** Reads a whole number; where there is none, what stands otherwise. */
export function readWhole(
  text: string | undefined,
  key: string,
  { otherwise, least, most }: { otherwise: number; least: number; most: number },
  problems: string[],
): number {
  if (text === undefined) return otherwise
  const value = readNumber(text)
  if (value !== undefined && Number.isInteger(value) && value >= least && value <= most) return value
  problems.push(`${key} is a whole number from ${least} to ${most}; ${quoted(text)} is not, and ${otherwise} was used.`)
  return otherwise
}
