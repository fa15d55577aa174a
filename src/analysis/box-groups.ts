import type { Domain } from '../declare/landscape.ts'
import type { Box } from './interval-loss.ts'

/** Boxes nearer to one another than this many of their own sizes belong together. */
const nearness = 4

/** Groups of boxes that touch one another or nearly do, then of groups that do, until all are apart. */
export function nearGroups(boxes: readonly Box[], domain: Domain): Box[][] {
  let groups = boxes.map((box) => [box])
  for (let before = Infinity; groups.length < before;) {
    before = groups.length
    groups = grouped(groups, domain)
  }
  return groups
}

/** Sizes are measured in shares of the domain. */
function grouped(parts: readonly Box[][], [[xl, xh], [yl, yh]]: Domain): Box[][] {
  const boxes = parts.map(hull)
  const [width, height] = [xh - xl, yh - yl]
  const reach = boxes.map((box) => nearness * Math.max((box.xh - box.xl) / width, (box.yh - box.yl) / height))
  const wide = boxes.map((box, k) => ({
    xl: (box.xl - xl) / width - reach[k],
    xh: (box.xh - xl) / width + reach[k],
    yl: (box.yl - yl) / height - reach[k],
    yh: (box.yh - yl) / height + reach[k],
  }))
  const root = boxes.map((_, k) => k)
  const find = (k: number): number => {
    while (root[k] !== k) k = root[k] = root[root[k]]
    return k
  }
  // Each box is entered in the cells of a lattice that it touches; only boxes of one cell are compared.
  const size = wide.reduce((most, box) => Math.max(most, box.xh - box.xl, box.yh - box.yl), 1e-9)
  const cells = new Map<string, number[]>()
  wide.forEach((box, k) => {
    for (let i = Math.floor(box.xl / size); i <= Math.floor(box.xh / size); i++)
      for (let j = Math.floor(box.yl / size); j <= Math.floor(box.yh / size); j++) {
        const entered = cells.get(`${i} ${j}`) ?? []
        cells.set(`${i} ${j}`, entered)
        for (const other of entered)
          if (find(other) !== find(k) && overlap(box, wide[other])) root[find(other)] = find(k)
        entered.push(k)
      }
  })
  const groups = new Map<number, Box[]>()
  parts.forEach((part, k) => {
    const key = find(k)
    const group = groups.get(key)
    if (group) group.push(...part)
    else groups.set(key, [...part])
  })
  return [...groups.values()]
}

export function overlap(a: Box, b: Box): boolean {
  return a.xl <= b.xh && a.xh >= b.xl && a.yl <= b.yh && a.yh >= b.yl
}

/** The smallest box around them. */
export function hull(boxes: readonly Box[]): Box {
  return boxes.reduce((a, b) => ({
    xl: Math.min(a.xl, b.xl),
    xh: Math.max(a.xh, b.xh),
    yl: Math.min(a.yl, b.yl),
    yh: Math.max(a.yh, b.yh),
  }))
}

/** Boxes with a whole side in common joined, as long as there are any: the same set in fewer boxes. */
export function joined(boxes: readonly Box[]): Box[] {
  let result = [...boxes]
  for (let before = Infinity; result.length < before;) {
    before = result.length
    result = alongX(result)
    result = alongX(result.map(turned)).map(turned)
  }
  return result
}

function alongX(boxes: readonly Box[]): Box[] {
  const rows: Box[] = []
  for (const box of [...boxes].sort((a, b) => a.yl - b.yl || a.yh - b.yh || a.xl - b.xl)) {
    const last = rows.at(-1)
    if (last && last.yl === box.yl && last.yh === box.yh && last.xh >= box.xl) last.xh = Math.max(last.xh, box.xh)
    else rows.push({ ...box })
  }
  return rows
}

const turned = ({ xl, xh, yl, yh }: Box): Box => ({ xl: yl, xh: yh, yl: xl, yh: xh })

/** At most this many boxes are listed one by one. */
const mostListed = 1000
const cells = 128

/** The boxes as few larger ones: joined, and where that leaves too many, the cells of a lattice that they touch. */
export function fewer(boxes: readonly Box[], [[xl, xh], [yl, yh]]: Domain): Box[] {
  const few = joined(boxes)
  if (few.length <= mostListed) return few
  const dx = (xh - xl) / cells
  const dy = (yh - yl) / cells
  const touched = new Set<number>()
  for (const box of few)
    for (let j = Math.max(0, Math.floor((box.yl - yl) / dy)); j < cells && yl + j * dy < box.yh; j++)
      for (let i = Math.max(0, Math.floor((box.xl - xl) / dx)); i < cells && xl + i * dx < box.xh; i++)
        touched.add(j * cells + i)
  return joined(
    [...touched].map((k) => {
      const i = k % cells
      const j = (k - i) / cells
      return { xl: xl + i * dx, xh: xl + (i + 1) * dx, yl: yl + j * dy, yh: yl + (j + 1) * dy }
    }),
  )
}

/** The box as a domain. */
export const asDomain = ({ xl, xh, yl, yh }: Box): Domain => [
  [xl, xh],
  [yl, yh],
]
