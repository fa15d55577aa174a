/** Where a character stands in a text of several lines; both count from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/u)
  return { line: before.length, column: before[before.length - 1].length + 1 }
}
